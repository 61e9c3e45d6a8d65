"""Parts of a protocol as the page of a portal: menus, a cookie notice, a trail and a footer around the text."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from authored import Bullets, Grid, Heading, Numbered, Part, Text

HEAD = """<!DOCTYPE html>
<html lang="de"><head><meta charset="utf-8"><title>Ratsinformation</title>
<style>p { margin: 0 }</style><script>var protokoll = "TOP 9 Nichts";</script></head>
<body class="page has-navbar">
<a class="skip-link" href="#inhalt">Zum Inhalt springen</a>
<header><div class="logo"><a href="/">Stadt Musterau</a></div>
<nav><ul><li><a href="/rat">Rat</a></li><li><a href="/politik">Politik</a></li></ul></nav></header>
<div class="breadcrumb"><a href="/">Startseite</a> &gt; <a href="/rat">Rat</a> &gt; Protokoll</div>
<div id="inhalt">
<p><a href="#" onclick="reduce()">Reduzieren</a></p>
"""
FOOT = """
<p><a href="javascript:print()">Drucken</a></p>
</div>
<aside><h2>Weitere Seiten</h2>
<ul><li><a href="/a">Sitzungskalender</a></li><li><a href="/b">Gremien</a></li></ul></aside>
<footer><p>Stadt Musterau, Markt 1, 03999 Musterau, <a href="/impressum">Impressum</a></p></footer>
<div id="cookie-consent"><p>Wir verwenden Cookies. Herr Keks stimmt zu.</p><button>Alle akzeptieren</button></div>
</body></html>
"""


def as_html(parts: Sequence[Part]) -> bytes:
    """The bytes of the page."""
    return (HEAD + "\n".join(map(_written, parts)) + FOOT).encode()


def _written(part: Part) -> str:
    if isinstance(part, Heading):
        return f"<h{part.level + 1}>{_escaped(part.text)}</h{part.level + 1}>"
    if isinstance(part, Text):
        return f"<p>{_escaped(part.text)}</p>"
    if isinstance(part, Bullets):
        return "<ul>" + "".join(f"<li>{_escaped(item)}</li>" for item in part.items) + "</ul>"
    if isinstance(part, Numbered):
        return _numbered(part)
    return _table(part)


def _numbered(part: Numbered) -> str:
    """A list that the browser numbers, or, where it cannot print such numbers, lines with numbers."""
    if not part.prefix and all(level == 0 for level, _ in part.items):
        return "<ol>" + "".join(f"<li>{_escaped(item)}</li>" for _, item in part.items) + "</ol>"
    lines, counts = [], [0, 0, 0]
    for level, item in part.items:
        counts[level] += 1
        counts[level + 1 :] = [0] * (2 - level)
        number = ".".join(map(str, counts[: level + 1]))
        lines.append(f"<p>{part.prefix}{number} {_escaped(item)}</p>")
    return "\n".join(lines)


def _table(grid: Grid) -> str:
    rows = ""
    for row in grid.rows:
        cells = (_escaped(cell) if isinstance(cell, str) else "".join(map(_written, cell)) for cell in row)
        rows += "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>\n"
    return f"<table>{rows}</table>"


def _escaped(text: str) -> str:
    return escape(text).replace("\n", "<br>\n")
