"""Who keeps which IRI: what the register says of the names of these documents, and which cluster it belongs to now."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass

from protokollgraph.graph.identity.register import DIGITS, Register, anchors
from protokollgraph.graph.matching.handout import Cluster
from protokollgraph.graph.resolution import DocumentEntities, HandedOut
from protokollgraph.model import Entity
from protokollgraph.ontology.iris import slug


class Claims:
    """What was handed out before to the entities of these documents; IRIs are relative to the base."""

    def __init__(self, documents: Sequence[DocumentEntities], register: Register, base: str) -> None:
        self.register = register
        self._base = base
        self._documents = documents
        present = {each.sha256[:DIGITS] for each in documents} if len(register) else set()
        self._anchors = [anchors(each) for each in documents]
        self._known = (
            [register.history(each, present) for each in documents] if len(register) else [{}] * len(documents)
        )
        self._before = [
            _claimed(each, own, known) for each, own, known in zip(documents, self._anchors, self._known, strict=True)
        ]

    def of(self, n: int, key: str) -> tuple[str, ...]:
        """The IRIs that an entity of the n-th document has had, the one in force last; empty for a newcomer.

        Documents beyond the last one are lists of known things, to which nothing is handed out.
        """
        return self._before[n].get(key, ()) if n < len(self._before) else ()

    def place(self, n: int) -> int | None:
        """The place of the n-th document in the order in which documents got their IRIs; None for a newcomer."""
        return self.register.place(self._documents[n].sha256)

    def sitting(self, n: int, anchor: str) -> str | None:
        """The full IRI that the protocol or a meeting of the n-th document has had."""
        before = self._known[n].get(anchor)
        return None if before is None else self._base + before[-1]

    def handed_out(
        self,
        entities: Mapping[str, Mapping[str, str]],
        sittings: Sequence[Mapping[str, str]],
        owned: Container[str],
    ) -> tuple[HandedOut, ...]:
        """What the register has to keep of this run.

        ``entities`` are the IRIs of this run and ``sittings`` those of the protocol and the meetings of each document;
        ``owned`` are the relative IRIs that somebody has now in its own right. A name keeps its IRI in the register
        while it is taken for one with others (so that this can be taken back), and gets another only when its own is
        somebody else's.
        """
        found: list[HandedOut] = []
        alike: dict[tuple[str, str], tuple[str, str]] = {}
        for n, (document, own, known) in enumerate(zip(self._documents, self._anchors, self._known, strict=True)):
            new: list[tuple[str, str]] = []
            for anchor, full in sittings[n].items():
                iri = full.removeprefix(self._base)
                if known.get(anchor, ("",))[-1] != iri:
                    new.append((anchor, iri))
            for key, anchor in own.items():
                iri = entities[document.sha256].get(key, "").removeprefix(self._base)
                before = known.get(anchor, ("",))[-1]
                if iri and iri != before and (not before or before in owned):
                    new.append(alike.setdefault((anchor, iri), (anchor, iri)))
            if new:
                found.append(HandedOut(document.sha256, document.name, tuple(new)))
        return tuple(found)


def _claimed(
    document: DocumentEntities, own: Mapping[str, str], known: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Key of an entity to the IRIs that it had.

    A name that is no longer printed, or read, as it was is found by its other names, or by an IRI of this document
    that only it can have had.
    """
    if not known:
        return {}
    found = {key: known[anchor] for key, anchor in own.items() if anchor in known}
    left = {anchor: iris for anchor, iris in known.items() if anchor not in own.values()}
    for entity in document.entities if left else ():
        if entity.key in own and entity.key not in found:
            anchor = next((each for each in _other_anchors(entity, own[entity.key], left) if each in left), None)
            if anchor is not None:
                found[entity.key] = left.pop(anchor)
    return found


def _other_anchors(entity: Entity, anchor: str, left: Mapping[str, tuple[str, ...]]) -> list[str]:
    family = anchor.partition(" ")[0]
    named = [f"{family} {alias}" for alias in entity.aliases]
    same = {f"{entity.kind}/{slug(entity.name)}"}
    return named + sorted(each for each, iris in left.items() if each.startswith(f"{family} ") and iris[-1] in same)


@dataclass(frozen=True, slots=True)
class Kept:
    """IRIs that stay, relative to the base."""

    iris: Mapping[int, str]
    """Number of a cluster to the IRI that it keeps."""
    retired: Mapping[str, int]
    """IRIs that were somebody's own, to the cluster that they mean now."""


def keep(
    found: Mapping[int, Cluster],
    claims: Claims,
    precedence: Callable[[int], object],
    is_off: Callable[[int, str], bool],
) -> Kept:
    """Give each IRI to the cluster that has most of the names that it was given to.

    Of two that have as many, the one whose names had it from the beginning; names that came to it later were moved by a
    judgement or a document that is gone. A cluster that could have several keeps the one that was handed out first.
    ``precedence`` orders clusters that have the same claim, the first one wins. An entity that a judgement split off an
    IRI (``is_off``: number of the document, IRI) has no claim to it.
    """
    claimed: dict[str, Counter[int]] = defaultdict(Counter)
    first_to: dict[str, Counter[int]] = defaultdict(Counter)
    for root, cluster in found.items():
        for n, entity in cluster.members:
            before = claims.of(n, entity.key)
            if before and not is_off(n, before[-1]):
                claimed[before[-1]][root] += 1
                first_to[before[-1]][root] += before[0] == before[-1]
    won: dict[int, list[str]] = defaultdict(list)
    for iri, rivals in claimed.items():
        most = max((often, first_to[iri][root]) for root, often in rivals.items())
        best = [root for root, often in rivals.items() if (often, first_to[iri][root]) == most]
        won[best[0] if len(best) == 1 else min(best, key=precedence)].append(iri)  # type: ignore[arg-type]
    iris: dict[int, str] = {}
    retired: dict[str, int] = {}
    for root, of_cluster in won.items():
        first, *others = sorted(of_cluster, key=claims.register.seniority)
        iris[root] = first
        retired |= dict.fromkeys(others, root)
    return Kept(iris, retired)
