"""Surnames of one person that differ: by a slip of the pen, or because a part was added or left.

Each rule needs an organisation in common and given names that can be one person's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from protokollgraph.graph.matching.clusters import Clusters, Node
from protokollgraph.graph.matching.given import (
    LONG_NAME,
    Match,
    families,
    family_key,
    given_key,
    given_names,
    is_initials,
    name_parts,
    rough_key,
)
from protokollgraph.graph.matching.person import Profile

_Pair = tuple[int, int]


def join_slips(nodes: Sequence[Node[Profile]], clusters: Clusters) -> None:
    """Join people of one organisation whose long surnames differ by a slip of the pen."""
    found: dict[_Pair, Match] = {}
    for tie, block in _long_names(nodes):
        for one, other in combinations(block, 2):
            for left in block[one]:
                found |= {(left, right): m for right in block[other] if (m := _slip(nodes, left, right, tie))}
    _join_without_rivals(nodes, clusters, found)


def join_rough(nodes: Sequence[Node[Profile]], clusters: Clusters) -> None:
    """Join people of one organisation whose surnames are one but for a doubled letter or an "rn" read as "m"."""
    blocks: dict[tuple[str, str], dict[str, list[int]]] = {}
    for n, node in enumerate(nodes):
        if node.profile.given is not None:
            rough, key = rough_key(node.profile.family), family_key(node.profile.family)
            for tie in node.profile.ties.organisations if rough else ():
                blocks.setdefault((tie, rough), {}).setdefault(key, []).append(n)
    found: dict[_Pair, Match] = {}
    for block in blocks.values():
        for names in combinations(block.values(), 2):
            for left, right in product(*names):
                one, other = nodes[left].profile, nodes[right].profile
                given = given_names(one.given or "", other.given or "")
                if given is not None:
                    reason = f"{one.family} and {other.family} differ by a slip of the pen; {given.reason}"
                    found[min(left, right), max(left, right)] = Match(0.85 * given.score, reason)
    _join_without_rivals(nodes, clusters, found)


def join_parts(nodes: Sequence[Node[Profile]], clusters: Clusters) -> None:
    """Join people of one organisation and one full given name, if one surname is a part of the other's double name.

    Only if there is nobody else of that name there.
    """
    blocks: dict[tuple[str, str, str], list[int]] = {}
    for n, node in enumerate(nodes):
        given = node.profile.given
        if given is not None and not is_initials(given):
            for tie in node.profile.ties.organisations:
                for part in {family_key(node.profile.family), *name_parts(node.profile.family)}:
                    blocks.setdefault((tie, given_key(given), part), []).append(n)
    for (_, _, part), block in sorted(each for each in blocks.items() if len(each[1]) > 1):
        keys = {family_key(nodes[n].profile.family) for n in block}
        if len(keys) == 2 and part in keys:
            one = next(n for n in block if family_key(nodes[n].profile.family) == part)
            others = [n for n in block if family_key(nodes[n].profile.family) != part]
            roots = {clusters.root(n) for n in others}
            if len(roots) == 1:
                reason = f"{nodes[one].profile.family} is a part of {nodes[others[0]].profile.family}; same given name"
                clusters.join(one, others[0], Match(0.8, f"{reason} and an organisation in common"))


def _join_without_rivals(nodes: Sequence[Node[Profile]], clusters: Clusters, found: dict[_Pair, Match]) -> None:
    """Join the pairs, the surest first; a doubtful one only if nobody else can be meant."""
    near: dict[int, set[int]] = {}
    for left, right in found:
        near.setdefault(left, set()).add(right)
        near.setdefault(right, set()).add(left)
    for (left, right), match in sorted(found.items(), key=lambda each: (-each[1].score, each[0])):
        others = (near[left] | near[right]) - {left, right}
        rivals = [n for n in others if not _compatible(nodes, left, n) or not _compatible(nodes, right, n)]
        if match.score >= 0.9 or not rivals:
            clusters.join(left, right, match)


def _long_names(nodes: Sequence[Node[Profile]]) -> Iterator[tuple[str, dict[str, list[int]]]]:
    """Tie, and long surnames with a beginning or an end in common that have it, with their nodes."""
    blocks: dict[tuple[str, str, str], list[int]] = {}
    for n, node in enumerate(nodes):
        person, family = node.profile, family_key(node.profile.family)
        if person.given is not None and len(family) >= LONG_NAME:
            initial = given_key(person.given)[:1]
            for tie in person.ties.firm | person.ties.loose:
                blocks.setdefault((tie, initial, family[:4]), []).append(n)
                blocks.setdefault((initial, tie, family[-4:]), []).append(n)
    for (tie, other, _), block in sorted(each for each in blocks.items() if len(each[1]) > 1):
        names: dict[str, list[int]] = {}
        for n in block:
            names.setdefault(family_key(nodes[n].profile.family), []).append(n)
        if len(names) > 1:
            yield (tie if len(tie) > 1 else other), names


def _slip(nodes: Sequence[Node[Profile]], left: int, right: int, tie: str) -> Match | None:
    one, other = nodes[left].profile, nodes[right].profile
    if tie not in one.ties.firm and tie not in other.ties.firm:
        return None
    surname, given = families(one.family, other.family), given_names(one.given or "", other.given or "")
    if surname is None or given is None:
        return None
    return Match(surname.score * given.score, f"{surname.reason}; {given.reason}")


def _compatible(nodes: Sequence[Node[Profile]], left: int, right: int) -> bool:
    one, other = nodes[left].profile.given, nodes[right].profile.given
    return one is None or other is None or given_names(one, other) is not None
