"""Sessions whose minutes come as one file for each item: which items no file is about.

A group is a meeting: ``parts <IRI of the meeting>``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from protokollgraph.graph.derived.claim import Claim, Derived
from protokollgraph.graph.derived.lines import Lines
from protokollgraph.graph.derived.source import Source
from protokollgraph.model import Finding, Severity
from protokollgraph.ontology.iris import Iris

NAME = "parts"
CODE = "parts-missing"
_WHOLE, _PART = "whole", "part"
"""Whether a file has the agenda, so that nothing is missing unseen."""
_NUMBER = re.compile(r"(\d{1,3})(?:\D.*)?")


def claims(source: Source) -> Iterator[Claim]:
    """Which items a file is about; records of an information system are no parts."""
    extraction, told = source.extraction, source.extraction.meeting
    if extraction.record or told is None or not extraction.treatments:
        return
    meeting, _ = next(source.sittings())
    body = extraction.entity(told.body).name if told.body else ""
    label = " ".join(filter(None, (body, str(told.date or ""))))
    kind = _PART if any(finding.code == "no-agenda" for finding in extraction.findings) else _WHOLE
    numbers = sorted({int(m[1]) for each in extraction.treatments if (m := _NUMBER.fullmatch(each.number))})
    values = (source.path, label, *map(str, numbers))
    day = told.date.isoformat() if told.date else ""
    yield Claim(f"{NAME} {meeting}", kind, values, day, source.protocol, source.targets(told.evidence[:1]))


def fold(meeting: str, claims: Sequence[Claim], iris: Iris) -> Derived:
    """The gaps between the items of a meeting: nothing tells how many there were."""
    numbers = {int(number) for claim in claims for number in claim.values[2:]}
    missing = sorted(set(range(1, max(numbers, default=0))) - numbers)
    if len(claims) < 2 or not missing or any(claim.kind == _WHOLE for claim in claims):
        return Derived()
    first = min(claims, key=lambda claim: (claim.values, claim.protocol))
    path, label, *_ = first.values
    message = (
        f"{label} comes in {len(claims)} files; none is about item {listed(missing)}. Add their files if there are any."
    )
    finding = Finding(CODE, message, Severity.NOTICE)
    lines = Lines(iris)
    term = lines.finding(iris.derived_finding(meeting, CODE), finding, [meeting], [first.protocol])
    lines.rests_on(term, (target for claim in claims for target in claim.targets))
    return Derived(lines.sorted(), ((path, finding),))


def listed(numbers: Sequence[int]) -> str:
    """Runs in short.

    >>> listed([1, 2, 3, 5])
    '1–3, 5'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
