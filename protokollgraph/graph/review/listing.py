"""The open questions as a table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from itertools import groupby
from typing import Any

from protokollgraph.graph.query import Table
from protokollgraph.graph.review.questions import Pair
from protokollgraph.graph.review.sides import Passage, Side, together

COLUMNS = ("mentions", "kind", "one", "other")


def table(open_: Iterable[Pair]) -> Table:
    """A row for each pair that is still to be asked, in this order."""
    return Table(COLUMNS, tuple((str(p.question.weight), p.question.kind, p.one, p.other) for p in open_))


def as_json(open_: Iterable[Pair], sides: Mapping[str, Side]) -> bytes:
    """What :func:`data` says, as UTF-8."""
    return json.dumps(data(open_, sides), ensure_ascii=False, indent=2).encode("utf-8", "replace")


def data(open_: Iterable[Pair], sides: Mapping[str, Side]) -> dict[str, Any]:
    """Questions with their pairs of relative IRIs, and what is known of each entity; only plain values."""
    asked = [(question, list(group)) for question, group in groupby(open_, key=lambda pair: pair.question)]
    wanted = sorted({iri for _, group in asked for pair in group for iri in pair.key})
    return {
        "questions": [
            {
                "kind": question.kind,
                "mentions": question.weight,
                "text": question.text,
                "focus": question.focus,
                "pairs": [
                    {
                        "one": pair.one,
                        "other": pair.other,
                        "together": together(sides[pair.one], sides[pair.other]),
                        "record": pair.of_record,
                    }
                    for pair in group
                ],
            }
            for question, group in asked
        ],
        "entities": {iri: _side(sides[iri]) for iri in wanted},
    }


def _side(side: Side) -> dict[str, Any]:
    return {
        "kind": side.kind,
        "name": side.name,
        "other_names": list(side.other_names),
        "mentions": side.mentions,
        "first": side.first,
        "last": side.last,
        "protocols": len(side.named_in),
        "bodies": [list(each) for each in side.bodies],
        "facts": [asdict(line) for line in side.lines],
        "passages": [_passage(each) for each in side.passages],
    }


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "words": list(passage.words),
        "protocol": passage.source,
        "file": passage.protocol.file,
        "date": passage.protocol.date,
        "page": passage.page,
    }
