"""Finding an entity by a name that somebody types: as printed, in other letters, or nearly."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from importlib.resources import files

import pyoxigraph

from protokollgraph.errors import UsageError
from protokollgraph.graph import sparql, terms
from protokollgraph.graph.store import ReadableStore
from protokollgraph.ontology.iris import slug

SIMILAR = 88.0
"""From this score on (0 to 100, rapidfuzz ``WRatio`` of the folded names) a name counts as a spelling of another."""
_OFFERED = 5
_KINDS = ("werkstatt", "body", "person", "project", "programme", "paper", "protocol", "topic", "organisation")
"""What has several types is the kind that stands first: every body is an organisation too."""


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """An entity under one of its names."""

    name: str
    iri: str
    kind: str
    canonical: str
    """The name that the register gives it."""


def find(store: ReadableStore, name: str, *, kinds: Collection[str] = ()) -> Candidate:
    """The entity that ``name`` means: an IRI, a name as printed, one in other letters, or a near one.

    ``kinds`` limits it to these ("person", "project" …). UsageError if nobody or more than one is meant; it lists the
    candidates.
    """
    return choose([each for each in candidates(store) if not kinds or each.kind in kinds], name)


def choose(known: Collection[Candidate], name: str) -> Candidate:
    """The one of these entities that ``name`` means, as :func:`find`."""
    for meant in (_by_iri(known, name), _by_name(known, name), _folded(known, name), _similar(known, name)):
        found = {each.iri: each for each in sorted(meant, reverse=True)}
        if len(found) == 1:
            return next(iter(found.values()))
        if found:
            raise UsageError(f"{name!r} is not clear: {_list(found.values())}.", "Give one of these names or its IRI.")
    nearest = {each.iri: each for each in reversed(_nearest(known, name))}
    hint = (
        f"The nearest names: {_list(reversed(list(nearest.values())))}."
        if nearest
        else "The graph holds no such names."
    )
    raise UsageError(f"Nobody and nothing is called {name!r}.", hint)


def candidates(store: ReadableStore) -> list[Candidate]:
    """Every entity of the register under every one of its names, sorted."""
    query = files(__package__).joinpath("queries", "internal", "names.rq").read_text(encoding="utf-8")
    answer = store.query(sparql.based(query, store.base))
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    names: dict[str, dict[str, int]] = {}
    kinds: dict[str, int] = {}
    for row in answer:
        iri, rank = terms.text(row["entity"]), int(terms.text(row["rank"]))
        spelling = terms.text(row["name"])
        ranks = names.setdefault(iri, {})
        ranks[spelling] = min(rank, ranks.get(spelling, rank))
        kinds[iri] = min(_KINDS.index(terms.text(row["kind"])), kinds.get(iri, len(_KINDS)))
    canonical = {iri: min(ranks, key=lambda each: (ranks[each], each)) for iri, ranks in names.items()}
    return sorted(
        Candidate(name, iri, _KINDS[kinds[iri]], canonical[iri]) for iri, ranks in names.items() for name in ranks
    )


def fold(name: str) -> str:
    """The name without case and diacritics: what a hurried reader types."""
    return slug(unicodedata.normalize("NFC", name)).replace("-", " ")


def _by_iri(known: Iterable[Candidate], name: str) -> list[Candidate]:
    return [each for each in known if name in (each.iri, f"<{each.iri}>") or each.iri.endswith(f"/id/{name}")]


def _by_name(known: Iterable[Candidate], name: str) -> list[Candidate]:
    return [each for each in known if each.name == name]


def _folded(known: Iterable[Candidate], name: str) -> list[Candidate]:
    wanted = fold(name)
    return [each for each in known if fold(each.name) == wanted]


def _similar(known: Collection[Candidate], name: str) -> list[Candidate]:
    scored = _scores(known, name, SIMILAR)
    best = max((score for score, _ in scored), default=0.0)
    return [each for score, each in scored if score >= best - 2]


def _nearest(known: Collection[Candidate], name: str) -> list[Candidate]:
    return [
        each for _, each in sorted(_scores(known, name, 45.0), key=lambda pair: (-pair[0], pair[1]))[: _OFFERED * 2]
    ]


def _scores(known: Collection[Candidate], name: str, least: float) -> list[tuple[float, Candidate]]:
    """Likeness from 0 to 100. Numbers are no matter of spelling: "Werkstatt 4" is not nearly "Werkstatt 2"."""
    from rapidfuzz import fuzz, process

    wanted, entities = fold(name), list(known)
    choices = [fold(each.name) for each in entities]
    hits = process.extract(wanted, choices, scorer=fuzz.WRatio, score_cutoff=least, limit=None)
    strict = least >= SIMILAR
    return [
        (score, entities[index]) for choice, score, index in hits if not strict or _digits(choice) == _digits(wanted)
    ]


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())


def _list(found: Iterable[Candidate]) -> str:
    rows = list(found)
    shown = "; ".join(f"{each.canonical} ({each.kind}, {each.iri})" for each in rows[:_OFFERED])
    return shown if len(rows) <= _OFFERED else f"{shown}; and {len(rows) - _OFFERED} more"
