"""IRIs that stay, and judgements of people in the resolver: what is joined, set apart, renamed, and taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import IRIS, Paper, document, organisation, person
from test_resolver import PAPERS, documents_of

from protokollgraph.errors import RegisterError
from protokollgraph.graph.identity import register as registers
from protokollgraph.graph.identity.register import Register
from protokollgraph.graph.judgements.judgement import Judgement, Kind
from protokollgraph.graph.judgements.settled import Judgements, settle
from protokollgraph.graph.register import register_quads
from protokollgraph.graph.resolution import DocumentEntities, Resolution
from protokollgraph.graph.resolver import resolve

AMT = [person("a", "Jens Quandel", "Amt Nebelin"), organisation("o", "Amt Nebelin")]
BANK = [person("b", "Jens Quandel", "Kreisbank AG")]
PLAIN, LONGER = "person/jens-quandel", "person/jens-quandel-kreisbank"


def _documents(*papers: Sequence[object]) -> list[DocumentEntities]:
    return [document(Paper(tuple(things)), n) for n, things in enumerate(papers)]  # type: ignore[arg-type]


def _judged(*words: tuple[Kind, str, str]) -> Judgements:
    return settle(Judgement(kind, subject, other, line=n) for n, (kind, subject, other) in enumerate(words, 1))


def _relative(iri: str) -> str:
    return iri.removeprefix(IRIS.base)


def _people(found: Resolution) -> dict[str, str]:
    return {each.iri.removeprefix(IRIS.base): each.name for each in found.resources if "/person/" in each.iri}


def test_namesakes_are_two_until_somebody_knows_better() -> None:
    documents = _documents(AMT, AMT, BANK)
    assert set(_people(resolve(documents, IRIS))) == {PLAIN, LONGER}
    judged = resolve(documents, IRIS, judgements=_judged((Kind.SAME, LONGER, PLAIN)))
    assert set(_people(judged)) == {PLAIN}
    assert judged.replaced == {IRIS.base + LONGER: IRIS.base + PLAIN}
    assert "a judgement says that they are the same" in judged.by_iri[IRIS.base + PLAIN].reasons


def test_what_was_joined_can_be_told_apart() -> None:
    documents = _documents(AMT, [person("c", "J. Quandel", "Amt Nebelin")])
    before = resolve(documents, IRIS)
    assert set(_people(before)) == {PLAIN}
    register = Register().extended(before.handed_out)
    judged = resolve(documents, IRIS, register=register, judgements=_judged((Kind.SPLIT, PLAIN, documents[1].name)))
    assert _people(judged) == {PLAIN: "Jens Quandel", "person/j-quandel": "J. Quandel"}
    later = register.extended(judged.handed_out)
    again = resolve(documents, IRIS, register=later, judgements=_judged((Kind.SPLIT, PLAIN, documents[1].name)))
    assert again == judged
    assert again.handed_out == ()
    assert again.misfits == ()
    back = resolve(documents, IRIS, register=later)
    assert back.entities == before.entities
    assert back.replaced == {f"{IRIS.base}person/j-quandel": IRIS.base + PLAIN}


def test_those_set_apart_stay_apart_for_everybody_who_is_one_of_them() -> None:
    documents = _documents(AMT, BANK, [person("c", "Jens Quandel", "Amt Nebelin", "Kreisbank AG")])
    register = Register().extended(resolve(documents[:2], IRIS).handed_out)
    assert set(_people(resolve(documents, IRIS, register=register))) == {PLAIN}
    judged = resolve(documents, IRIS, register=register, judgements=_judged((Kind.DIFFERENT, PLAIN, LONGER)))
    assert {PLAIN, LONGER} <= set(_people(judged))


def test_a_name_that_was_given_is_the_name_and_the_printed_ones_remain_others() -> None:
    documents = _documents(AMT)
    words = _judged(
        (Kind.RENAME, PLAIN, "Jens-Uwe Quandel"),
        (Kind.SAME_AS, PLAIN, "https://d-nb.info/gnd/1"),
        (Kind.HIDE, PLAIN, ""),
    )
    found = resolve(documents, IRIS, judgements=words)
    resource = found.by_iri[IRIS.base + PLAIN]
    assert (resource.name, resource.aliases, resource.same_as) == (
        "Jens-Uwe Quandel",
        ("Jens Quandel",),
        ("https://d-nb.info/gnd/1",),
    )
    assert resource.person is not None
    assert resource.person.given == "Jens-Uwe"
    assert found.hidden == {resource.iri}


def test_two_who_are_one_in_another_register_are_one() -> None:
    there = "https://www.wikidata.org/entity/Q1"
    found = resolve(
        _documents(AMT, BANK), IRIS, judgements=_judged((Kind.SAME_AS, PLAIN, there), (Kind.SAME_AS, LONGER, there))
    )
    assert len(_people(found)) == 1


def test_saying_what_a_short_form_means_joins_nothing_else() -> None:
    papers = ([organisation("a", "Wegering Musterau GmbH", "WRM")], [organisation("b", "Werkstoffe Rabe AG", "WRM")])
    documents = _documents(*papers, [organisation("c", "WRM")])
    (question,) = resolve(documents, IRIS).questions
    meant = next(each for each in question.iris if each != question.focus)
    said = _judged((Kind.SAME, _relative(question.focus), _relative(meant)))
    found = resolve(documents, IRIS, judgements=said)
    assert len(found.resources) == 2
    assert not found.questions


def test_a_judgement_about_nobody_is_reported() -> None:
    found = resolve(
        _documents(AMT), IRIS, judgements=_judged((Kind.HIDE, PLAIN, ""), (Kind.SAME, PLAIN, "person/gone"))
    )
    assert [(each.line, each.iris) for each in found.misfits] == [(2, ("person/gone",))]


def test_a_renamed_person_keeps_the_iri() -> None:
    short = _documents([person("a", "A. Quandel", "Amt Nebelin")])
    both = [*short, *_documents(AMT, [person("a", "Anja Quandel", "Amt Nebelin")])[1:]]
    register = Register().extended(resolve(short, IRIS).handed_out)
    assert _people(resolve(both, IRIS, register=register)) == {"person/a-quandel": "Anja Quandel"}
    assert _people(resolve(both, IRIS)) == {"person/anja-quandel": "Anja Quandel"}


def test_an_iri_is_never_reused() -> None:
    first, second = _documents(AMT, BANK)
    register = Register().extended(resolve([first], IRIS).handed_out)
    assert set(_people(resolve([second], IRIS, register=register))) == {LONGER}


def test_a_changed_file_is_the_same_document() -> None:
    (plain,) = _documents(BANK)
    register = Register().extended(resolve(_documents(AMT, BANK), IRIS).handed_out)
    changed = replace(plain, sha256="f" * 64, name=_documents(AMT, BANK)[1].name)
    assert set(_people(resolve([changed], IRIS, register=register))) == {LONGER}


@settings(max_examples=60, deadline=None)
@given(papers=st.lists(PAPERS, min_size=1, max_size=5), more=st.lists(PAPERS, max_size=3), seed=st.randoms())
def test_rebuilding_from_the_register_gives_the_same(papers: list, more: list, seed) -> None:  # type: ignore[no-untyped-def, type-arg]
    """One document after the other, then all at once in any order: the same bytes."""
    documents = documents_of([*papers, *more])
    register = Register()
    for n in range(len(documents)):
        register = register.extended(resolve(documents[: n + 1], IRIS, register=register).handed_out)
    last = resolve(documents, IRIS, register=register)
    assert last.handed_out == ()
    shuffled = list(documents)
    seed.shuffle(shuffled)
    again = resolve(shuffled, IRIS, register=register)
    assert again == last
    assert register_quads(again, IRIS) == register_quads(last, IRIS)


@settings(max_examples=60, deadline=None)
@given(papers=st.lists(PAPERS, min_size=2, max_size=5), data=st.data())
def test_every_merge_can_be_taken_back(papers: list, data: st.DataObject) -> None:  # type: ignore[type-arg]
    """A random sequence of merges, each built upon, then all taken back: the graph is the one before.

    What remains are the IRIs that were handed out in between: they point to whom they mean now.
    """
    documents = documents_of(papers)
    before = resolve(documents, IRIS)
    register = Register().extended(before.handed_out)
    people = sorted(_people(before))
    words: list[Judgement] = []
    for _ in range(data.draw(st.integers(1, 4))):
        if len(people) > 1:
            pair = data.draw(st.lists(st.sampled_from(people), min_size=2, max_size=2, unique=True))
            words.append(Judgement(Kind.SAME, pair[0], pair[1], line=len(words) + 1))
            judged = resolve(documents, IRIS, register=register, judgements=settle(words))
            register = register.extended(judged.handed_out)
    for each in data.draw(st.permutations(words)):
        words.append(replace(each.reversed(), line=len(words) + 1))
        judged = resolve(documents, IRIS, register=register, judgements=settle(words))
        register = register.extended(judged.handed_out)
    after = resolve(documents, IRIS, register=register)
    assert {iri for iri in after.replaced if IRIS.person("") in iri and _relative(iri) in people} == set()
    assert replace(after, replaced={}) == before


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{", "line 1 is no JSON"),
        ('{"document": "aa"}\n', "line 1 has not the fields"),
        ('\n{"document": "aa", "file": "a", "iris": {"person A": 1}}\n', "line 2 has a field that is no text"),
    ],
)
def test_a_damaged_register_is_named_by_line(tmp_path: Path, text: str, what: str) -> None:
    path = tmp_path / "register.jsonl"
    path.write_text(text)
    with pytest.raises(RegisterError, match=what):
        registers.read(path)


def test_a_register_survives_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "register.jsonl"
    found = resolve(_documents(AMT, BANK), IRIS)
    registers.append(path, found.handed_out[:1])
    registers.append(path, found.handed_out[1:])
    kept = registers.read(path)
    assert resolve(_documents(AMT, BANK), IRIS, register=kept).handed_out == ()
    assert len(path.read_text().splitlines()) == 2
