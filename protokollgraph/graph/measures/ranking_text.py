"""Rankings as text to read on a terminal, as CSV and as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from protokollgraph.graph.interchange.tables import guarded
from protokollgraph.graph.layout import one_line, paragraph, table
from protokollgraph.graph.measures.connections_text import WIDTH, passage_lines
from protokollgraph.graph.measures.ranking import Ranking, Row
from protokollgraph.graph.measures.wording import figure, words

COLUMNS = ("by", "place", "name", "kind", "figure", "iri", "explanation", "sentence", "protocol", "date", "page")


def render_text(rankings: Iterable[Ranking], *, width: int = WIDTH, bold: Callable[[str], str] = str) -> str:
    """Each ranking with what its figure means and does not mean, then its rows with their facts and sentences."""
    return "\n\n\n".join("\n".join(_lines(each, width, bold)) for each in rankings)


def _lines(ranking: Ranking, width: int, bold: Callable[[str], str]) -> Iterator[str]:
    yield bold(ranking.title)
    estimated = " Estimated from a sample of connections, because the network is large." if ranking.estimated else ""
    yield paragraph(f"{ranking.says} {ranking.warning}{estimated}", indent="", width=width)
    yield ""
    own = words()["rankings"][ranking.by]
    if not ranking.rows:
        yield own["none"]
        return
    cells = [(str(row.place), row.actor.name, row.actor.kind, shown(ranking, row)) for row in ranking.rows]
    lines = table(("", "name", "kind", own["figure"]), cells, width=width, bold=bold).split("\n")
    yield from lines[:2]
    for row, line in zip(ranking.rows, lines[2:], strict=True):
        yield bold(line)
        yield paragraph(row.explanation, indent="    ", width=width)
        for passage in row.evidence:
            yield from passage_lines(passage, "    ", width)
    if ranking.ranked > len(ranking.rows):
        yield ""
        yield f"… and {ranking.ranked - len(ranking.rows):,} more"


def shown(ranking: Ranking, row: Row) -> str:
    """The figure as a reader wants it: a share in percent."""
    return f"{figure(row.figure * 100)} %" if ranking.by == "connects" else figure(row.figure)


def as_csv(rankings: Iterable[Ranking]) -> str:
    """One line a row, under :data:`COLUMNS`, with the first sentence; no text of a protocol becomes a formula."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for ranking in rankings:
        for row in ranking.rows:
            own = (ranking.by, row.place, _cell(row.actor.name), row.actor.kind, row.figure, row.actor.iri)
            said = [(_cell(each.sentence), _cell(each.protocol), each.date, each.page) for each in row.evidence[:1]]
            writer.writerow([*own, _cell(row.explanation), *(said[0] if said else ("", "", "", ""))])
    return stream.getvalue()


def _cell(text: str) -> str:
    return guarded(one_line(text))


def as_json(rankings: Sequence[Ranking]) -> str:
    """Everything, as an array with an object for each ranking."""
    return json.dumps([_told(each) for each in rankings], ensure_ascii=False, indent=2) + "\n"


def _told(ranking: Ranking) -> dict[str, Any]:
    return {
        "by": ranking.by,
        "title": ranking.title,
        "says": ranking.says,
        "warning": ranking.warning,
        "ranked": ranking.ranked,
        "estimated": ranking.estimated,
        "rows": [
            {
                "place": row.place,
                **row.actor._asdict(),
                "figure": row.figure,
                "explanation": row.explanation,
                "evidence": [
                    {
                        "sentence": each.sentence,
                        "protocol": each.protocol,
                        "date": each.date,
                        "page": each.page,
                        "stated": each.stated,
                        "iri": each.iri,
                    }
                    for each in row.evidence
                ],
            }
            for row in ranking.rows
        ],
    }
