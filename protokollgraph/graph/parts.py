"""Sessions whose minutes come as one file for each item: which items no file is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from protokollgraph.graph.terms import quad
from protokollgraph.graph.triples.frame import TYPE, concept, node, plain
from protokollgraph.model import Extraction, Finding, Severity
from protokollgraph.ontology.iris import Iris
from protokollgraph.ontology.namespaces import DCT, PG

CODE = "parts-missing"
_WHOLE = re.compile(r"(\d{1,3})(?:\D.*)?")


@dataclass(slots=True)
class _Session:
    """What the files of one session are about."""

    label: str
    paths: list[str] = field(default_factory=list)
    numbers: set[int] = field(default_factory=set)
    whole: bool = False
    """Whether some file has the agenda, so that nothing is missing unseen."""


@dataclass(slots=True)
class Parts:
    """Collects the files of all sessions; :meth:`found` says what is missing between their items."""

    sessions: dict[str, _Session] = field(default_factory=dict)

    def add(self, extraction: Extraction, meeting: str, path: str) -> None:
        """Take in one document and the IRI of its meeting; records of an information system are no parts."""
        if extraction.record or extraction.meeting is None or not extraction.treatments:
            return
        told = extraction.meeting
        body = extraction.entity(told.body).name if told.body else ""
        session = self.sessions.setdefault(meeting, _Session(" ".join(filter(None, (body, str(told.date or ""))))))
        session.paths.append(path)
        session.whole = session.whole or not any(f.code == "no-agenda" for f in extraction.findings)
        session.numbers |= {int(m[1]) for t in extraction.treatments if (m := _WHOLE.fullmatch(t.number))}

    def found(self) -> Iterator[tuple[str, str, Finding]]:
        """Meeting, path of its first file, and the gaps between its items: nothing tells how many there were."""
        for meeting, session in sorted(self.sessions.items()):
            missing = sorted(set(range(1, max(session.numbers, default=0))) - session.numbers)
            if session.whole or len(session.paths) < 2 or not missing:
                continue
            message = (
                f"{session.label} comes in {len(session.paths)} files; none is about item {_listed(missing)}."
                " Add their files if there are any."
            )
            yield meeting, min(session.paths), Finding(CODE, message, Severity.NOTICE)

    def quads(self, iris: Iris) -> bytes:
        """The findings as N-Quads of the derived graph, sorted."""
        graph, lines = node(iris.derived_graph), set()
        for meeting, _, finding in self.found():
            each = node(f"{meeting}/finding/{CODE}")
            for predicate, value in (
                (TYPE, node(PG.Finding)),
                (node(PG.findingCode), plain(CODE)),
                (node(PG.severity), concept(finding.severity)),
                (node(DCT.description), plain(finding.message)),
                (node(DCT.references), node(meeting)),
            ):
                lines.add(quad(each, predicate, value, graph))
        return "".join(sorted(lines)).encode("utf-8")


def _listed(numbers: list[int]) -> str:
    """Runs in short: 1–3, 5."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
