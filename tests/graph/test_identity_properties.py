"""What must hold of identities in any world: in any order, one by one, built twice, the same comes out.

The documents are those of the benchmark, with so few surnames and given names that people meet who never should: nearly
every rule for people has something to join, to leave apart or to ask about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.world.documents import documents
from protokollgraph.graph import codec
from protokollgraph.graph.documents import DocumentState, KeptDocument
from protokollgraph.graph.identity.known import Known
from protokollgraph.graph.identity.register import Register
from protokollgraph.graph.judgements.judgement import FAMILIES, Judgement, Kind
from protokollgraph.graph.judgements.settled import Judgements, settle
from protokollgraph.graph.register import register_quads
from protokollgraph.graph.resolution import DocumentEntities, Resolution
from protokollgraph.graph.resolver import resolve
from protokollgraph.graph.store import GraphStore
from protokollgraph.graph.triples import protocol_quads
from protokollgraph.graph.writing import write
from protokollgraph.model import Document, Entity, EntityKind, Extraction
from protokollgraph.ontology.iris import Iris

IRIS = Iris()
FAMILIES_ = ("Quandel", "Tannhofer", "Tannhoffer", "Böhm", "Boehm-Šolta", "Rühlemann")
GIVEN = ("Anja", "Arno", "Heike", "Heiko", "Katrin", "Kathrin", "Lena-Marie")
MOST = 5


@cache
def _world(seed: int) -> tuple[DocumentEntities, ...]:
    return tuple(each.entities for each in islice(documents(seed), 120))


def _crowded(document: DocumentEntities, names: int) -> DocumentEntities:
    """The document with other names of people, few of them, and other ones for each number."""
    return replace(document, entities=tuple(_renamed(each, names) for each in document.entities))


def _renamed(entity: Entity, names: int) -> Entity:
    if entity.person is None:
        return entity
    family = _one_of(FAMILIES_, entity.person.family, names)
    given = entity.person.given
    if given is not None:
        full = _one_of(GIVEN, given, names)
        given = full if "." not in given else f"{full[0]}."
    person = replace(entity.person, family=family, given=given)
    return replace(entity, name=person.full, person=person, aliases=())


def _one_of(names: Sequence[str], name: str, number: int) -> str:
    return names[crc32(f"{name} {number}".encode()) % len(names)]


@st.composite
def worlds(draw: st.DrawFn) -> list[DocumentEntities]:
    """Some documents of a few bodies of a region, in the order of days; the two largest bodies are left out."""
    seed, names = draw(st.integers(1, 3)), draw(st.none() | st.integers(0, 99))
    every = _world(seed)
    bodies = draw(st.sets(st.integers(2, 7), min_size=1, max_size=3))
    own = [each for each in every if int(each.name.split("-")[1]) in bodies]
    chosen = draw(st.lists(st.sampled_from(own), min_size=2, max_size=MOST, unique_by=lambda each: each.sha256))
    chosen.sort(key=lambda each: (each.day, each.name))
    return chosen if names is None else [_crowded(each, names) for each in chosen]


@st.composite
def judged(draw: st.DrawFn, found: Resolution) -> Judgements:
    """Some judgements about the entities of a resolution, contradictions left out."""
    iris = {each.iri.removeprefix(IRIS.base): each.kind for each in found.resources if each.kind in FAMILIES}
    people = sorted(iri for iri, kind in iris.items() if kind is EntityKind.PERSON)
    protocols = sorted(found.entities)
    words: list[Judgement] = []
    for line in range(1, draw(st.integers(1, 5)) + 1):
        kind = draw(st.sampled_from([Kind.SAME, Kind.DIFFERENT, Kind.SPLIT, Kind.HIDE, Kind.RENAME, Kind.UNSURE]))
        subject = draw(st.sampled_from(people))
        match kind:
            case Kind.SAME | Kind.DIFFERENT | Kind.UNSURE:
                other = draw(st.sampled_from(people))
            case Kind.SPLIT:
                other = draw(st.sampled_from(protocols))
            case _:
                other = "Ada Umbenannt" if kind is Kind.RENAME else ""
        if other != subject:
            words.append(Judgement(kind, subject, other, line=line))
    return settle(words)


def _extraction(document: DocumentEntities) -> Extraction:
    """An extraction that states what the document holds; its text is nothing but long enough."""
    text = "Muster text " * 4000
    return Extraction(
        Document(document.name, text, document.sha256),
        entities=document.entities,
        meeting=document.meeting,
        participations=document.participations,
        memberships=document.memberships,
    )


def _bytes(given: Iterable[DocumentEntities], resolution: Resolution) -> bytes:
    """Everything that resolution decides, as it is written."""
    graphs = [protocol_quads(_extraction(each), resolution, IRIS, "1") for each in given]
    lines = b"".join([*graphs, register_quads(resolution, IRIS)]).splitlines(keepends=True)
    return b"".join(sorted(lines))


def _partition(resolution: Resolution) -> set[frozenset[tuple[str, str]]]:
    """Who is one, whatever they are called."""
    clusters: dict[str, set[tuple[str, str]]] = {}
    for sha256, entities in resolution.entities.items():
        for key, iri in entities.items():
            clusters.setdefault(iri, set()).add((sha256, key))
    return {frozenset(each) for each in clusters.values()}


@settings(max_examples=25, deadline=None)
@given(world=worlds(), data=st.data())
def test_shuffled_documents_give_the_same_bytes(world: list[DocumentEntities], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(world))
    one, other = resolve(world, IRIS), resolve(shuffled, IRIS)
    assert one == other
    assert _bytes(world, one) == _bytes(shuffled, other)


@settings(max_examples=25, deadline=None)
@given(world=worlds(), data=st.data())
def test_shuffled_documents_give_the_same_bytes_with_judgements(
    world: list[DocumentEntities], data: st.DataObject
) -> None:
    judgements = data.draw(judged(resolve(world, IRIS)))
    shuffled = data.draw(st.permutations(world))
    one = resolve(world, IRIS, judgements=judgements)
    other = resolve(shuffled, IRIS, judgements=judgements)
    assert one == other
    assert _bytes(world, one) == _bytes(shuffled, other)


@settings(max_examples=25, deadline=None)
@given(world=worlds(), data=st.data())
def test_one_by_one_gives_the_same_partition_and_then_the_same_bytes(
    world: list[DocumentEntities], data: st.DataObject
) -> None:
    coming = data.draw(st.permutations(world))
    register = Register()
    for n in range(1, len(coming) + 1):
        last = resolve(coming[:n], IRIS, register=register)
        register = register.extended(last.handed_out)
    assert _partition(last) == _partition(resolve(world, IRIS))
    rebuilt = resolve(world, IRIS, register=register)
    assert rebuilt.handed_out == ()
    assert _bytes(world, rebuilt) == _bytes(world, last)


@settings(max_examples=20, deadline=None)
@given(world=worlds(), data=st.data())
def test_resolving_again_with_what_was_handed_out_changes_nothing(
    world: list[DocumentEntities], data: st.DataObject
) -> None:
    judgements = data.draw(st.just(Judgements()) | judged(resolve(world, IRIS)))
    first = resolve(world, IRIS, judgements=judgements)
    again = resolve(world, IRIS, register=Register().extended(first.handed_out), judgements=judgements)
    assert again.handed_out == ()
    assert _bytes(world, again) == _bytes(world, first)


class Built:
    """A graph in memory, written as a build writes it."""

    def __init__(self, folder: Path, judgements: Judgements | None = None) -> None:
        self.graph, self.state = GraphStore.memory(), DocumentState.memory()
        self.known = (folder / "register.jsonl", judgements)

    def add(self, more: Iterable[DocumentEntities], *, as_before: bool = False) -> bytes:
        """Write these as well; every quad, sorted."""
        self.state.put(_row(each) for each in more)
        write(self.graph, self.state, IRIS, Known(*self.known), as_before=as_before)
        return b"".join(sorted(self.graph.dump().splitlines(keepends=True)))


def _row(document: DocumentEntities) -> KeptDocument:
    extraction = _extraction(document)
    entities, text = codec.encode_entities(DocumentEntities.of(extraction)), extraction.document.text
    return KeptDocument(
        document.name, document.name, document.sha256, "", "", "", entities, text, codec.encode(extraction)
    )


@contextmanager
def _folder() -> Iterator[Path]:
    with TemporaryDirectory() as name:
        yield Path(name)


@settings(max_examples=25, deadline=None)
@given(world=worlds(), data=st.data())
def test_building_twice_changes_no_quad(world: list[DocumentEntities], data: st.DataObject) -> None:
    judgements = data.draw(st.just(Judgements()) | judged(resolve(world, IRIS)))
    with _folder() as folder:
        built = Built(folder, judgements)
        first = built.add(world)
        assert built.add([]) == first
        assert Built(folder, judgements).add(world) == first


@settings(max_examples=25, deadline=None)
@given(world=worlds(), data=st.data())
def test_what_grew_one_by_one_is_what_the_register_gives_at_once(
    world: list[DocumentEntities], data: st.DataObject
) -> None:
    coming = data.draw(st.permutations(world))
    with _folder() as folder:
        built = Built(folder)
        for n, each in enumerate(coming):
            last = built.add([each], as_before=n > 0)
        assert Built(folder).add(world) == last
