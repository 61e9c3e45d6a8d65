"""One more document: the same answer as resolving all of them again, or none."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from invented import IRIS, Paper, document, organisation, person
from test_resolver import PAPERS, documents_of

from protokollgraph.graph import codec
from protokollgraph.graph.documents import DocumentState, KeptDocument
from protokollgraph.graph.folds import Folds
from protokollgraph.graph.identity.addition import TooMuchChanges, add
from protokollgraph.graph.identity.holdings import Holdings
from protokollgraph.graph.identity.register import Register
from protokollgraph.graph.judgements.settled import Judgements
from protokollgraph.graph.matching.corpus import Corpus
from protokollgraph.graph.register import register_lines
from protokollgraph.graph.resolution import DocumentEntities, Resolution
from protokollgraph.graph.resolver import resolve


class World:
    """A store of documents as the state keeps it, without quads."""

    def __init__(self, documents: Sequence[DocumentEntities]) -> None:
        self.documents = [_as_kept(each) for each in documents]
        self.resolution = resolve(self.documents, IRIS)
        self.register = Register().extended(self.resolution.handed_out)
        self.state = DocumentState.memory()
        self.state.put(_row(each) for each in self.documents)
        corpus = Corpus(self.documents)
        corpus.entities.update({sha256: dict(each) for sha256, each in self.resolution.entities.items()})
        holdings = Holdings(self.state)
        names = {each.sha256: each.sha256 for each in self.documents}
        holdings.hold(corpus, self.resolution, self.register, names, IRIS.base)
        Folds(self.state, IRIS).registered(register_lines(self.resolution, IRIS), self.resolution.by_iri)
        holdings.hand_out(iri for each in self.resolution.handed_out for _, iri in each.iris)

    def added(self, more: Sequence[DocumentEntities]) -> Resolution | None:
        self.state.put(_row(each) for each in more)
        try:
            return add(self.state, [_as_kept(each) for each in more], IRIS, Judgements())
        except TooMuchChanges:
            return None


def _as_kept(document: DocumentEntities) -> DocumentEntities:
    return codec.decode_entities(codec.encode_entities(document))


def _row(each: DocumentEntities) -> KeptDocument:
    return KeptDocument(each.sha256, each.name, each.sha256, "", "", "", codec.encode_entities(each), "", b"{}")


def assert_same(before: World, found: Resolution, more: Sequence[DocumentEntities]) -> None:
    """What was found in part is what is found in full, and what was left out is as it was."""
    everybody = resolve([*before.documents, *map(_as_kept, more)], IRIS, register=before.register)
    for each in more:
        assert found.entities[each.sha256] == everybody.entities[each.sha256]
        assert found.meetings[each.sha256] == everybody.meetings[each.sha256]
        assert found.protocols[each.sha256] == everybody.protocols[each.sha256]
        assert found.acts[each.sha256] == everybody.acts[each.sha256]
    assert {each.sha256: dict(each.iris) for each in found.handed_out} == {
        each.sha256: dict(each.iris) for each in everybody.handed_out
    }
    assert {**before.resolution.by_iri, **found.by_iri} == everybody.by_iri
    assert everybody.replaced == {}


@settings(max_examples=200, deadline=None)
@given(papers=st.lists(PAPERS, max_size=6), more=st.lists(PAPERS, min_size=1, max_size=2))
def test_adding_is_resolving_all(papers: list[Paper], more: list[Paper]) -> None:
    documents = documents_of([*papers, *more])
    before = World(documents[: len(papers)])
    found = before.added(documents[len(papers) :])
    if found is not None:
        assert_same(before, found, documents[len(papers) :])


AMT = person("a", "Jens Quandel", "Amt Nebelin"), organisation("o", "Amt Nebelin")


def _papers(*things: tuple[object, ...]) -> list[DocumentEntities]:
    return [document(Paper(each), n) for n, each in enumerate(things)]  # type: ignore[arg-type]


def test_what_is_known_is_not_resolved_again() -> None:
    documents = _papers(AMT, AMT, AMT)
    found = World(documents[:2]).added(documents[2:])
    assert found is not None
    assert found.entities[documents[2].sha256]["person/0"] == IRIS.person("jens-quandel")


def test_a_newcomer_meets_those_of_the_same_name() -> None:
    documents = _papers(AMT, AMT, (person("a", "J. Quandel", "Amt Nebelin"), organisation("o", "Amt Nebelin")))
    found = World(documents[:2]).added(documents[2:])
    assert found is not None
    assert found.entities[documents[2].sha256]["person/0"] == IRIS.person("jens-quandel")
    assert "J. Quandel" in found.by_iri[IRIS.person("jens-quandel")].aliases


def test_an_organisation_that_turns_out_to_be_another_is_left_to_the_full_run() -> None:
    documents = _papers(
        (organisation("o", "Quaaler Seenwerke mbH"),),
        (organisation("p", "QSW"),),
        (organisation("o", "Quaaler Seenwerke mbH", "QSW"),),
    )
    assert World(documents[:2]).added(documents[2:]) is None
