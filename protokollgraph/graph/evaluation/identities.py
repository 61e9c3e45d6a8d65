"""Who is who: whether mentions of one entity are one node, by the B-cubed measure.

For each mention that the graph has a node for: which share of the mentions of that node are of the same entity
(precision), and which share of the entity's mentions have that node (recall). What is right is half of each; a mention
without any node is missing as a whole. (Bagga and Baldwin 1998, "Algorithms for scoring coreference chains".)
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from protokollgraph.graph.evaluation.facts import Facts
from protokollgraph.graph.evaluation.figures import MISSING, WRONG, Deviation, Mark
from protokollgraph.graph.evaluation.gold import Entity
from protokollgraph.graph.evaluation.relation import Relation
from protokollgraph.graph.evaluation.spelling import folded

Locate = Callable[[str, str], str]
"""File name and words to the line or page where they stand."""
_SHOWN = 4
"""So many other mentions are shown."""
_WIDEST = 2
"""Words that are longer than so many times the mention are about more than that."""


@dataclass(frozen=True, slots=True)
class _Mention:
    file: str
    surface: str
    entity: int
    """Its place in the file of entities."""


def identity_marks(entities: Sequence[Entity], found: Mapping[str, Facts], locate: Locate) -> Iterator[Mark]:
    """One mark for each mention of the gold; ``found`` is what the graph says, by file name."""
    mentions = dict.fromkeys(
        _Mention(mention.file, mention.surface, place)
        for place, entity in enumerate(entities)
        for mention in entity.mentions
    )
    nodes = {each: found[each.file].mentions.get(folded(each.surface), frozenset()) for each in mentions}
    named = _Named(entities, {mention: own for mention, own in nodes.items() if own})
    for mention, own in nodes.items():
        if own:
            yield named.mark(mention, locate)
        else:
            nearest = _nearest(mention.surface, found[mention.file].mentions)
            told = f"no node, but “{nearest}” has one" if nearest else "no node"
            deviation = named.deviation(MISSING, mention, told, locate)
            yield Mark(Relation.IDENTITIES, missing=1, deviation=deviation)


def _nearest(surface: str, words: Iterable[str]) -> str:
    """The words most like the surface that hold it or that it holds: often only the border is another one."""
    own = folded(surface)
    held = [each for each in words if _holds(own, each) or (_holds(each, own) and len(each) <= _WIDEST * len(own))]
    return min(held, key=lambda each: (abs(len(each) - len(own)), each), default="")


def _holds(longer: str, shorter: str) -> bool:
    """True if the shorter words stand in the longer ones, as words."""
    return f" {shorter} " in f" {longer} "


class _Named:
    """The mentions that have a node."""

    def __init__(self, entities: Sequence[Entity], nodes: Mapping[_Mention, frozenset[str]]) -> None:
        self.entities = entities
        self.nodes = nodes
        self.of_node: dict[str, set[_Mention]] = defaultdict(set)
        self.of_entity: dict[int, set[_Mention]] = defaultdict(set)
        for mention, own in nodes.items():
            self.of_entity[mention.entity].add(mention)
            for node in own:
                self.of_node[node].add(mention)

    def mark(self, mention: _Mention, locate: Locate) -> Mark:
        together, entity = self.together(mention), self.of_entity[mention.entity]
        right = len(together & entity)
        precision, recall = right / len(together), right / len(entity)
        return Mark(
            Relation.IDENTITIES,
            right=(precision + recall) / 2,
            wrong=1 - precision,
            missing=1 - recall,
            deviation=self._strayed(mention, together, entity, locate),
        )

    def together(self, mention: _Mention) -> set[_Mention]:
        """The mentions that the graph holds for the same."""
        return {other for node in self.nodes[mention] for other in self.of_node[node]}

    def _strayed(
        self, mention: _Mention, together: set[_Mention], entity: set[_Mention], locate: Locate
    ) -> Deviation | None:
        """Told of the smaller part: mentions among those of another entity, or apart from most of their own."""
        others = Counter(other.entity for other in together if other.entity != mention.entity)
        if others and len(together & entity) <= max(others.values()):
            most, _ = min(others.items(), key=lambda pair: (-pair[1], pair[0]))
            return self.deviation(WRONG, mention, f"taken for {self.entities[most].name}", locate)
        apart = entity - together
        if apart and len(together & entity) <= max(len(self.together(other) & entity) for other in apart):
            shown = sorted({f"“{' '.join(other.surface.split())}” in {other.file}" for other in apart})
            more = f" and {len(shown) - _SHOWN} more" if len(shown) > _SHOWN else ""
            return self.deviation(MISSING, mention, f"apart from {', '.join(shown[:_SHOWN])}{more}", locate)
        return None

    def deviation(self, what: str, mention: _Mention, found: str, locate: Locate) -> Deviation:
        surface = " ".join(mention.surface.split())
        expected = f"“{surface}” is {self.entities[mention.entity].name}"
        return Deviation(what, mention.file, locate(mention.file, mention.surface), expected, found)
