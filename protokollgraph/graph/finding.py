"""Finding a node of the network by what somebody types: an IRI, a name in any spelling of its letters, a part of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import chain

from protokollgraph.errors import UsageError
from protokollgraph.graph.matching.fold import fold, words
from protokollgraph.graph.relations.nodes import Node

NEAR = 75.0
"""From this score on (0 to 100, rapidfuzz ``WRatio`` of the folded names) a name is offered as a near spelling."""
_OFFERED = 5


def find(known: Mapping[str, Node], wanted: str) -> str:
    """The IRI of the node that ``wanted`` names: an IRI or its end, a whole name, or a part of just one name.

    What a node is called in the network comes before its other names, a whole name before a part. Case, accents and
    dashes do not matter. UsageError if several fit (it lists them) or none (it lists near names).
    """
    typed = wanted.strip().removeprefix("<").removesuffix(">")
    if typed in known:
        return typed
    folded = fold(typed)
    spellings = {iri: {fold(each) for each in (node.label, *node.aliases)} for iri, node in known.items()}
    asked = words(folded)
    labelled = [iri for iri, node in known.items() if folded and fold(node.label) == folded]
    fits: tuple[Callable[[str], bool], ...] = (
        lambda name: name == folded,
        lambda name: bool(asked) and set(asked) <= set(words(name)),
        lambda name: bool(asked) and all(any(own.startswith(each) for own in words(name)) for each in asked),
        lambda name: bool(folded) and folded in name,
    )
    ended = [iri for iri in known if "/" in typed and iri.endswith("/" + typed)]
    for found in chain(
        [ended, labelled], ([iri for iri, names in spellings.items() if any(map(fit, names))] for fit in fits)
    ):
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError(
                f"{wanted!r} fits {len(found)} nodes: {_listed(known, sorted(found))}.",
                "Give the whole name or the IRI.",
            )
    near = _near(spellings, folded)
    remedy = f"Near names: {_listed(known, near)}." if near else "Check the spelling, or give a part of the name."
    raise UsageError(f"Nothing in the network is called {wanted!r}.", remedy)


def _near(spellings: Mapping[str, Iterable[str]], folded: str) -> list[str]:
    """The nodes whose names are most like it, the best first."""
    from rapidfuzz import fuzz, process

    if not folded:
        return []
    choices = {(iri, name): name for iri, names in spellings.items() for name in sorted(names) if len(name) > 2}
    hits = process.extract(folded, choices, scorer=fuzz.WRatio, score_cutoff=NEAR, limit=None)
    best: dict[str, float] = {}
    for _, score, (iri, _name) in hits:
        best[iri] = max(score, best.get(iri, 0.0))
    return sorted(best, key=lambda iri: (-best[iri], iri))[:_OFFERED]


def _listed(known: Mapping[str, Node], found: list[str]) -> str:
    offered = "; ".join(f"{known[iri].label} ({known[iri].kind}) <{iri}>" for iri in found[:_OFFERED])
    return offered + (f"; and {len(found) - _OFFERED} more" if len(found) > _OFFERED else "")
