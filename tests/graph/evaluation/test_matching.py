"""One to one: as many as possible, whatever the order."""

from __future__ import annotations

from itertools import permutations

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokollgraph.graph.evaluation.matching import one_to_one


def shares(left: str, right: str) -> bool:
    return bool(set(left) & set(right))


@pytest.mark.parametrize(
    ("gold", "found", "pairs"),
    [
        pytest.param(["a", "b"], ["b", "a"], 2, id="other-order"),
        pytest.param(["a", "a"], ["a"], 1, id="one-for-two"),
        # the first must give way, or the second has nothing
        pytest.param(["ab", "a"], ["a", "b"], 2, id="give-way"),
        pytest.param(["abc", "ab", "a"], ["a", "b", "c"], 3, id="give-way-in-a-row"),
        pytest.param(["a"], ["b"], 0, id="nothing-fits"),
        pytest.param([], [], 0, id="nothing"),
    ],
)
def test_as_many_as_possible_in_any_order(gold: list[str], found: list[str], pairs: int) -> None:
    for one in permutations(gold):
        for other in permutations(found):
            matched = one_to_one(one, other, shares)
            assert len(matched.pairs) == pairs
            assert all(shares(*pair) for pair in matched.pairs)
            assert sorted([*(left for left, _ in matched.pairs), *matched.missing]) == sorted(gold)
            assert sorted([*(right for _, right in matched.pairs), *matched.left]) == sorted(found)


def test_what_stands_first_is_used_first() -> None:
    assert one_to_one(["ab"], ["b", "a"], shares).left == ("a",)


@given(st.lists(st.sampled_from(["a", "b", "c", "ab", "bc", "abc"])), st.lists(st.sampled_from(["a", "b", "c", "ac"])))
def test_never_fewer_than_the_largest_matching(gold: list[str], found: list[str]) -> None:
    graph = networkx.Graph()
    graph.add_nodes_from((("gold", place) for place in range(len(gold))), bipartite=0)
    graph.add_nodes_from((("found", place) for place in range(len(found))), bipartite=1)
    graph.add_edges_from(
        (("gold", one), ("found", other))
        for one, left in enumerate(gold)
        for other, right in enumerate(found)
        if shares(left, right)
    )
    top = [("gold", place) for place in range(len(gold))]
    largest = networkx.bipartite.hopcroft_karp_matching(graph, top)
    assert len(one_to_one(gold, found, shares).pairs) == len(largest) // 2
