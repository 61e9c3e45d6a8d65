"""Which fact of the graph is which fact of the gold: one to one, as many as possible."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

_Gold = TypeVar("_Gold")
_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class Matched(Generic[_Gold, _Found]):
    """Pairs and what is left over on both sides, in the order given."""

    pairs: tuple[tuple[_Gold, _Found], ...]
    missing: tuple[_Gold, ...]
    left: tuple[_Found, ...]


def one_to_one(
    gold: Sequence[_Gold], found: Sequence[_Found], fits: Callable[[_Gold, _Found], bool]
) -> Matched[_Gold, _Found]:
    """A largest matching, by augmenting paths (Kuhn's algorithm), so that no order of the facts changes a figure.

    Of several largest ones it takes one that uses what stands first in ``found``: what was once placed stays placed.
    """
    choices = [[place for place, each in enumerate(gold) if fits(each, one)] for one in found]
    holder: dict[int, int] = {}
    for place in range(len(found)):
        _place(place, choices, holder, set())
    taken = set(holder.values())
    return Matched(
        tuple((gold[one], found[holder[one]]) for one in sorted(holder)),
        tuple(each for place, each in enumerate(gold) if place not in holder),
        tuple(each for place, each in enumerate(found) if place not in taken),
    )


def _place(one: int, choices: Sequence[Sequence[int]], holder: dict[int, int], tried: set[int]) -> bool:
    """Find a place for ``one``, moving others if that helps. ``holder``: gold to found."""
    for choice in choices[one]:
        if choice in tried:
            continue
        tried.add(choice)
        if choice not in holder or _place(holder[choice], choices, holder, tried):
            holder[choice] = one
            return True
    return False
