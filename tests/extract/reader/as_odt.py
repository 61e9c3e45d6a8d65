"""Parts of a protocol as an ODT: headings, lists that are numbered by their style, tables."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from authored import Bullets, Grid, Heading, Numbered, Part, Text
from office_xml import list_style, odt, text_list, tp

_STYLES = list_style("•", name="Punkte")


def as_odt(parts: Sequence[Part]) -> bytes:
    """The bytes of the file."""
    numbered = [part for part in parts if isinstance(part, Numbered)]
    styles = "".join(_levels(part, f"Liste{number}") for number, part in enumerate(numbered))
    return odt("".join(_written(part, numbered) for part in parts), _STYLES + styles)


def _levels(part: Numbered, name: str) -> str:
    prefix = f'style:num-format="1" style:num-prefix="{escape(part.prefix)}"'
    return list_style(
        f'{prefix} style:num-suffix="."', *(f'{prefix} text:display-levels="{n}"' for n in (2, 3)), name=name
    )


def _written(part: Part, numbered: Sequence[Numbered]) -> str:
    if isinstance(part, Heading):
        level = max(1, part.level)
        return (
            f'<text:h text:outline-level="{level}">{_escaped(part.text)}</text:h>'
            if part.level
            else tp(_escaped(part.text))
        )
    if isinstance(part, Text):
        return tp(_escaped(part.text))
    if isinstance(part, Bullets):
        return text_list(*(tp(_escaped(item)) for item in part.items), style="Punkte")
    if isinstance(part, Numbered):
        name = f"Liste{next(number for number, each in enumerate(numbered) if each is part)}"
        return text_list(*_nested(part.items, 0, name), style=name)
    return _table(part, numbered)


def _nested(items: Sequence[tuple[int, str]], level: int, style: str) -> list[str]:
    """The items of a level, each with those of the levels below it."""
    found: list[str] = []
    at = 0
    while at < len(items):
        end = next((i for i in range(at + 1, len(items)) if items[i][0] <= level), len(items))
        below = _nested(items[at + 1 : end], level + 1, style)
        found.append(tp(_escaped(items[at][1])) + (text_list(*below, style=style) if below else ""))
        at = end
    return found


def _table(grid: Grid, numbered: Sequence[Numbered]) -> str:
    rows = ""
    for row in grid.rows:
        cells = (tp(_escaped(c)) if isinstance(c, str) else "".join(_written(p, numbered) for p in c) for c in row)
        rows += (
            f"<table:table-row>{''.join(f'<table:table-cell>{c}</table:table-cell>' for c in cells)}</table:table-row>"
        )
    return f"<table:table>{rows}</table:table>"


def _escaped(text: str) -> str:
    return escape(text).replace("\t", "<text:tab/>").replace("\n", "<text:line-break/>")
