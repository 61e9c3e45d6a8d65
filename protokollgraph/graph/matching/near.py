"""Who of one surname is near to whom: whom documents name with one organisation, in one body, in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

from protokollgraph.graph.matching.person import Ties


class Level(StrEnum):
    """A rung of the ladder of scopes, the narrowest first."""

    ORGANISATION = "an organisation in common"
    BODY = "a body in common"
    PLACE = "a place in common"
    ALL = "nobody else can be meant"


LADDER = (Level.ORGANISATION, Level.BODY, Level.PLACE)


class Near:
    """The clusters of one surname by what ties them."""

    def __init__(self, roots: Iterable[int], root: Callable[[int], int], ties: Callable[[int], Ties]) -> None:
        """Take the clusters, and what tells the cluster and the ties of a node."""
        self._root = root
        self._ties = ties
        self._roots = list(roots)
        self._firm: dict[str, list[int]] = {}
        self._every: dict[str, list[int]] = {}
        self._bodies: dict[str, list[int]] = {}
        self._places: dict[str, list[int]] = {}
        for n in self._roots:
            own = ties(n)
            firm = own.organisations
            indexes = ((self._firm, firm), (self._every, firm | own.loose))
            for index, tokens in (*indexes, (self._bodies, own.bodies), (self._places, own.places)):
                for token in tokens:
                    index.setdefault(token, []).append(n)

    def of(self, root: int, level: Level) -> set[int]:
        """The other clusters that have something in common at a level; at the widest, all of the surname."""
        own = self._ties(root)
        found: set[int] = set()
        match level:
            case Level.ORGANISATION:
                found.update(*(self._every.get(tie, ()) for tie in own.organisations))
                found.update(*(self._firm.get(tie, ()) for tie in own.loose))
            case Level.BODY:
                found.update(*(self._bodies.get(tie, ()) for tie in own.bodies))
            case Level.PLACE:
                found.update(*(self._places.get(place, ()) for place in own.places))
            case Level.ALL:
                found.update(self._roots)
        return {self._root(n) for n in found} - {self._root(root)}
