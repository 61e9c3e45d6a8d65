"""The state beside the quads, and extractions as bytes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protokollgraph.errors import StoreError
from protokollgraph.graph.codec import EntitiesDecoder, decode, encode, encode_entities
from protokollgraph.graph.documents import FILE_NAME, DocumentState, Entry, KeptDocument
from protokollgraph.graph.resolution import DocumentEntities, Question
from protokollgraph.model import (
    Document,
    Entity,
    EntityKind,
    Evidence,
    Extraction,
    Membership,
    Participation,
    PersonName,
    Role,
    Span,
)


def kept(name: str, text: str = "Text") -> KeptDocument:
    return KeptDocument(
        name, f"folder/{name}", "ab" * 32, f"https://a.example/{name}", "cd" * 32, "", b"[]", text, b"{}"
    )


@pytest.fixture
def state(tmp_path: Path) -> Iterator[DocumentState]:
    with DocumentState.open(tmp_path) as opened:
        yield opened


def test_story(state: DocumentState, tmp_path: Path) -> None:
    state.put([kept("b"), kept("a", "Łužyca\x00\U0001f600")])
    state.put([kept("b", "neu")])
    state.mark([("b", "https://a.example/other", "ef" * 32, "aa", 1), ("nobody", "x", "y", "z", 1)])
    assert [each.name for each in state] == ["a", "b"]
    assert state.get("a") == kept("a", "Łužyca\x00\U0001f600")
    assert state.get("b") == replace(
        kept("b", "neu"), graph_iri="https://a.example/other", quads_sha256="ef" * 32, settled="aa"
    )
    state.remove(["a", "nobody"])
    assert list(state.entries()) == [Entry("b", "folder/b", "ab" * 32, "https://a.example/other", "ef" * 32, "aa")]
    assert state.get("a") is None
    state.note("version", "1")
    state.note("version", "2")
    with DocumentState.reader(tmp_path) as reader:
        assert len(reader) == 1
        assert (reader.setting("version"), reader.setting("other")) == ("2", None)
        with pytest.raises(StoreError, match="cannot be used"):
            reader.clear()
    state.clear()
    assert len(state) == 0


def test_questions_are_kept_until_the_next_build_notes_others(state: DocumentState, tmp_path: Path) -> None:
    assert state.questions() == []
    asked = [Question("Is it?", ("https://a.example/person/a", "https://a.example/person/b"), "namesakes", 3)]
    state.note_questions(asked)
    with DocumentState.reader(tmp_path) as reader:
        assert reader.questions() == asked
    state.note_questions([])
    assert state.questions() == []
    state.note("questions", "[1]")
    with pytest.raises(StoreError, match="protokollgraph build"):
        state.questions()


def test_iterating_in_pages_while_writing(state: DocumentState) -> None:
    state.put(kept(f"{n:04}") for n in range(450))
    seen = []
    for document in state:
        seen.append(document.name)
        state.mark([(document.name, "x", "y", "z", 1)])
    assert seen == [f"{n:04}" for n in range(450)]


def test_batch_is_one_transaction(state: DocumentState) -> None:
    def broken() -> Iterator[KeptDocument]:
        yield kept("a")
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        state.put(broken())
    assert len(state) == 0


def test_no_state_to_read(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no graph"):
        DocumentState.reader(tmp_path)


def test_damaged_state(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"no database" * 100)
    with pytest.raises(StoreError, match="cannot be used"):
        DocumentState.open(tmp_path)


def test_state_of_another_version(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(StoreError, match="Another version"):
        DocumentState.open(tmp_path)


def test_state_in_memory() -> None:
    with DocumentState.memory() as state:
        state.put([kept("a")])
        assert len(state) == 1


texts = st.text(st.characters(exclude_categories=["Cs"]))
st.register_type_strategy(str, texts)
st.register_type_strategy(Decimal, st.decimals(allow_nan=False, allow_infinity=False))
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(date, st.dates())
st.register_type_strategy(time, st.times())


@settings(max_examples=40, deadline=None)
@given(st.from_type(Extraction))
def test_codec_round_trip(extraction: Extraction) -> None:
    data = encode(extraction)
    assert decode(data) == extraction
    assert encode(decode(data)) == data


@settings(max_examples=40, deadline=None)
@given(st.from_type(DocumentEntities))
def test_codec_keeps_what_resolution_needs(document: DocumentEntities) -> None:
    kept = EntitiesDecoder().decode(encode_entities(document))
    without_places = [replace(each, mentions=()) for each in kept.entities]
    assert without_places == [replace(each, mentions=()) for each in document.entities]
    assert [len(each.mentions) for each in kept.entities] == [len(each.mentions) for each in document.entities]
    assert kept.memberships == tuple(replace(each, evidence=()) for each in document.memberships)
    said = {(each.person, each.role, each.organisation, each.capacity) for each in document.participations}
    assert {(each.person, each.role, each.organisation, each.capacity) for each in kept.participations} == said
    rest = (replace(each, entities=(), memberships=(), participations=()) for each in (kept, document))
    assert next(rest) == next(rest)


def test_codec_keeps_what_is_alike_once() -> None:
    decoder = EntitiesDecoder()
    person = Entity("person/1", EntityKind.PERSON, "Ruth Quandel", person=PersonName("Quandel", "Ruth"))
    member = Membership("person/1", "organisation/1", (Evidence(Span(0, 4), "test.rule"),))
    sits = Participation("person/1", Role.ATTENDEE, ())
    documents = (DocumentEntities(f"{n}.txt", n, (person,), (member,), None, (sits,)) for n in "ab")
    one, other = (decoder.decode(encode_entities(document)) for document in documents)
    assert one.memberships[0] is other.memberships[0]
    assert one.participations[0] is other.participations[0]
    assert one.entities[0].person is other.entities[0].person


def test_codec_refuses_what_is_no_extraction() -> None:
    for data in (b"", b"{}", b'{"document": 1}', b"\xff"):
        with pytest.raises(StoreError, match="cannot be read"):
            decode(data)
        with pytest.raises(StoreError, match="cannot be read"):
            EntitiesDecoder().decode(data)


def test_codec_keeps_short_what_is_empty() -> None:
    assert decode(encode(Extraction(Document("a.txt", "", "00")))) == Extraction(Document("a.txt", "", "00"))
