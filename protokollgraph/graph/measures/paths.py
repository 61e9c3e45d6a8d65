"""The shortest connections between two actors over an adjacency map."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TypeAlias

MOST_COMPARED = 5_000
"""So many equally short connections are compared with each other; of more, only the number is known."""

Adjacent: TypeAlias = Mapping[str, Sequence[str]]
"""Each actor to those it is tied to, both ways; those that are to be tried first stand first."""
Path: TypeAlias = tuple[str, ...]


def shortest(adjacent: Adjacent, start: str, end: str, through: Callable[[str], bool]) -> tuple[int, Iterator[Path]]:
    """How many shortest paths lead from ``start`` to ``end``, and these paths one by one, ends included.

    ``through`` says who may lie between. Breadth-first search from the end, then forward along falling distances.
    """
    distance, numbers = _distances(adjacent, start, end, through)
    if start not in distance:
        return 0, iter(())
    return numbers[start], _walked(adjacent, distance, start)


def _distances(
    adjacent: Adjacent, start: str, end: str, through: Callable[[str], bool]
) -> tuple[dict[str, int], dict[str, int]]:
    """Steps to the end, of all that are not farther from it than the start, and in how many ways."""
    distance, numbers, front = {end: 0}, {end: 1}, [end]
    while front and start not in distance:
        reached: dict[str, int] = {}
        for node in front:
            for other in adjacent.get(node, ()):
                if other not in distance and (other == start or through(other)):
                    reached[other] = reached.get(other, 0) + numbers[node]
        distance |= dict.fromkeys(reached, distance[front[0]] + 1)
        numbers |= reached
        front = list(reached)
    return distance, numbers


def _walked(adjacent: Adjacent, distance: Mapping[str, int], start: str) -> Iterator[Path]:
    waiting: list[Path] = [(start,)]
    while waiting:
        path = waiting.pop()
        left = distance[path[-1]]
        if left == 0:
            yield path
            continue
        waiting += [(*path, other) for other in reversed(adjacent[path[-1]]) if distance.get(other) == left - 1]


def parts_without(adjacent: Mapping[str, Collection[str]], gone: str) -> list[str]:
    """Who could no longer be reached from most of the others if ``gone`` were not there, sorted; often nobody."""
    parts: list[set[str]] = []
    for start in adjacent[gone]:
        if any(start in part for part in parts):
            continue
        part, front = {start}, [start]
        while front:
            front = list({far for node in front for far in adjacent[node]} - part - {gone})
            part.update(front)
        parts.append(part)
    parts.sort(key=lambda part: (-len(part), min(part)))
    return sorted(node for part in parts[1:] for node in part)
