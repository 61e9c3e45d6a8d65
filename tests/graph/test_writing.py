"""Writing into the store: what fails on one side of the loading thread is told on the other, and nobody waits."""

from collections.abc import Iterable, Iterator
from itertools import repeat
from threading import active_count

import pytest

from protokollgraph.errors import StoreError
from protokollgraph.graph.store import GraphStore
from protokollgraph.graph.writing import load_meanwhile

QUAD = b'<https://x.example/s> <https://x.example/p> "%d" <https://x.example/g> .\n'


class FullDisk(GraphStore):
    """A store that takes the first chunk and no other."""

    def load(self, nquads: bytes | Iterable[bytes]) -> None:
        next(iter(nquads))
        raise StoreError("The disk is full.", "Make room.")


def interrupted() -> Iterator[bytes]:
    yield QUAD % 1
    raise KeyboardInterrupt


def test_all_chunks_arrive() -> None:
    with GraphStore.memory() as graph:
        load_meanwhile(graph, (QUAD % number for number in range(1000)))
        assert len(graph) == 1000


def test_no_chunks_load_nothing() -> None:
    with GraphStore.memory() as graph:
        load_meanwhile(graph, ())
        assert len(graph) == 0


def test_error_of_the_store_ends_the_making_of_chunks() -> None:
    # Without end, and far more than what may wait to be loaded.
    chunks = repeat(QUAD % 1)
    with FullDisk.memory() as graph, pytest.raises(StoreError, match="disk is full"):
        load_meanwhile(graph, chunks)


def test_error_of_whoever_makes_the_chunks_ends_the_loading() -> None:
    before = active_count()
    with GraphStore.memory() as graph, pytest.raises(KeyboardInterrupt):
        load_meanwhile(graph, interrupted())
    assert active_count() == before
