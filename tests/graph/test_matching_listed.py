"""Records of authority files among the things and people that are joined: what they ask for, and when they are left."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protokollgraph.graph.matching.listed import asked, lacks, offered
from protokollgraph.graph.matching.people import People
from protokollgraph.graph.matching.person import Ties
from protokollgraph.graph.matching.things import Things
from protokollgraph.model import Entity, EntityKind, PersonName

ORG, BODY, PERSON = EntityKind.ORGANISATION, EntityKind.BODY, EntityKind.PERSON

THEMES: dict[str, tuple[str, tuple[str, ...], bool]] = {
    "none": ("Werkstatt 3", (), False),
    "the same": ("Werkstatt 3", ("Dorf, Land und Wasser",), False),
    "in the name": ("Werkstatt 3 „Dorf, Land und Wasser“", (), False),
    "two words of three": ("Werkstatt 3", ("Dorf und Land",), False),
    "one word of two": ("Werkstatt 3", ("Dorf und Markt",), True),
    "another": ("Werkstatt 3", ("Bildung",), True),
    "the same and another": ("Werkstatt 3", ("Bildung", "Dorf, Land und Wasser"), True),
    "abbreviation": ("Werkstatt 3", ("WS3",), False),
    "only what it is": ("Werkstatt 3", ("3. Werkstatt", "Werkstattreihe"), False),
}


@pytest.mark.parametrize(("name", "aliases", "expected"), THEMES.values(), ids=THEMES)
def test_themes_must_agree(name: str, aliases: tuple[str, ...], expected: bool) -> None:
    record = asked(BODY, 3, "", ("Dorf, Land und Wasser",)) | {"number 3"}
    mention = offered(BODY, 3, name, aliases) | {"number 3"}
    assert lacks(record, mention) is expected
    assert lacks(mention, record) is expected


@pytest.mark.parametrize(
    ("record", "mention", "expected"),
    [
        pytest.param(asked(BODY, 3, "", ()), offered(BODY, None, "Werkstatt", ()), True, id="no-number"),
        pytest.param(asked(BODY, None, "quaal", ()), frozenset({"unit of quaal"}), False, id="unit"),
        pytest.param(asked(BODY, None, "quaal", ()), frozenset({"unit of kahren"}), True, id="unit-of-another"),
        pytest.param(
            asked(BODY, None, "quaal", ("Beirat Quaal",)),
            offered(BODY, None, "Beirat Quaal", ()),
            False,
            id="in-the-name",
        ),
        pytest.param(asked(BODY, None, "quaal", ()), offered(BODY, None, "Beirat", ()), True, id="no-unit"),
        pytest.param(asked(BODY, None, "", ()), offered(BODY, None, "Beirat", ()), False, id="nothing-asked"),
        pytest.param(asked(ORG, None, "quaal", ()), offered(ORG, None, "Bauhof", ()), False, id="organisation"),
    ],
)
def test_what_a_record_asks_for(record: frozenset[str], mention: frozenset[str], expected: bool) -> None:
    assert lacks(record, mention) is expected


def test_what_is_linked_already_asks_for_nothing() -> None:
    record = asked(BODY, None, "quaal", ()) | offered(BODY, None, "Beirat", ())
    assert not lacks(record, offered(BODY, None, "Seenbeirat", ()))


def together(things: Things | People) -> set[frozenset[str]]:
    """Who is one, by key."""
    return {
        frozenset(e.key for n in things.clusters.members(root) for _, e in things.nodes[n].entities)
        for root in things.clusters.roots()
    }


def thing(key: str, name: str) -> Entity:
    """An organisation; one of a list (r, s) has an address of its own."""
    return Entity(key, ORG, name, identifiers=(f"authority://list/{key}",) if key in "rs" else ())


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        pytest.param((thing("r", "Quaal"),), {frozenset({"a", "r"})}, id="one"),
        pytest.param((thing("r", "Quaal"), thing("s", "Quaal")), {frozenset(each) for each in "ars"}, id="two"),
        pytest.param(
            (thing("r", "Stadt Quaal"), thing("s", "Gemeinde Quaal")),
            {frozenset(each) for each in "ars"},
            id="two-longer",
        ),
    ],
)
@pytest.mark.parametrize("name", ["Quaal", "Quaal GmbH"])
def test_a_name_that_two_records_have_links_nothing(
    name: str, records: tuple[Entity, ...], expected: set[frozenset[str]]
) -> None:
    things = Things([(0, thing("a", name), ""), *((1, record, "") for record in records)], lists=[1])
    things.resolve()
    assert together(things) == expected


def test_a_longer_name_does_not_choose_between_records_of_one_name() -> None:
    mentioned = [(0, thing("a", "Stadt Quaal"), ""), (1, thing("r", "Quaal"), ""), (1, thing("s", "Quaal"), "")]
    things = Things(mentioned, lists=[1])
    things.resolve()
    assert together(things) == {frozenset(each) for each in "ars"}


def test_a_record_does_not_choose_between_two_of_one_document() -> None:
    mentioned = [(0, thing("a", "Quaal GmbH"), ""), (0, thing("b", "Quaal AG"), ""), (1, thing("r", "Quaal"), "")]
    things = Things(mentioned, lists=[1])
    things.resolve()
    assert together(things) == {frozenset(each) for each in "abr"}


@pytest.mark.parametrize(
    ("given", "ties", "lists", "joined"),
    [
        pytest.param("Ada", Ties(frozenset({"quaal"})), [1], True, id="same-organisation"),
        pytest.param("A.", Ties(frozenset({"quaal"})), [1], True, id="initial"),
        pytest.param(None, Ties(frozenset({"quaal"})), [1], False, id="surname"),
        pytest.param(None, Ties(frozenset({"quaal"})), [], True, id="surname-in-a-document"),
        pytest.param("Ada", Ties(), [1], False, id="no-organisation"),
        pytest.param("Ada", Ties(), [], True, id="no-organisation-in-a-document"),
    ],
)
def test_people_are_linked_by_given_name_and_organisation_only(
    given: str | None, ties: Ties, lists: list[int], joined: bool
) -> None:
    mention = Entity("a", PERSON, "Ada Quitzow", person=PersonName("Quitzow", given))
    record = Entity("r", PERSON, "Ada Quitzow", person=PersonName("Quitzow", "Ada"))
    people = People([(0, mention, ties), (1, record, Ties(frozenset({"quaal"})))], lists=lists)
    people.resolve()
    assert (together(people) == {frozenset({"a", "r"})}) is joined


def named(key: str, name: str, *aliases: str, kind: EntityKind = ORG) -> Entity:
    return replace(thing(key, name), kind=kind, aliases=aliases)


PROJECT = EntityKind.PROJECT
BESIDE: dict[str, tuple[list[Entity], list[Entity], set[str]]] = {
    # documents, one thing each; records of one list; who is together
    "the abbreviation of another name": (
        [named("a", "QSW"), named("b", "Queller Sparwerk", "QSW")],
        [named("r", "Quaaler Seenwerke", "QSW")],
        {"ab", "r"},
    ),
    "the abbreviation of nearly the same name": (
        [named("a", "QSW"), named("b", "Quaaler Seen-Werke", "QSW")],
        [named("r", "Quaaler Seenwerke", "QSW")],
        {"abr"},
    ),
    "nearly the name of two": (
        [named("a", "Verkehrsverein Quaaltal", "VVQ")],
        [named("r", "Verkehrsverein Quaaltal Nord", "VVQ"), named("s", "Verkehrsverein Quaaltal West", "VVQ")],
        {"a", "r", "s"},
    ),
    "a short form of two things that are told apart": (
        [named("a", "Stadt Quaal"), named("b", "Gemeinde Quaal")],
        [named("r", "Quaal")],
        {"a", "b", "r"},
    ),
    "what is short for one thing of documents and one of a list": (
        [named("a", "Stadt Quaal"), named("b", "Quaal")],
        [named("r", "Gemeinde Quaal")],
        {"ab", "r"},
    ),
    "a slip of the pen": (
        [named("a", "Verkehrsgesellschaft Quaal", kind=PROJECT)],
        [named("r", "Verkehrsgeselschaft Quaal", kind=PROJECT)],
        {"ar"},
    ),
    "a slip of the pen of two": (
        [named("a", "Verkehrsgesellschaft Quaal", kind=PROJECT)],
        [
            named("r", "Verkehrsgeselschaft Quaal", kind=PROJECT),
            named("s", "Verkehrsgesellschaftt Quaal", kind=PROJECT),
        ],
        {"a", "r", "s"},
    ),
    "another name in common": (
        [
            named("a", "Uferweg", "Rund um den großen See", kind=PROJECT),
            named("b", "Seerunde", "Rund um den großen See", kind=PROJECT),
        ],
        [named("r", "Rundkurs", "Rund um den großen See", kind=PROJECT)],
        {"abr"},
    ),
}


@pytest.mark.parametrize(("documents", "records", "expected"), BESIDE.values(), ids=BESIDE)
def test_what_documents_say_goes_before_what_a_list_knows(
    documents: list[Entity], records: list[Entity], expected: set[str]
) -> None:
    mentioned = [(n, entity, "") for n, entity in enumerate(documents)]
    things = Things([*mentioned, *((9, record, "") for record in records)], lists=[9])
    things.resolve()
    assert together(things) == set(map(frozenset, expected))
    plain = Things(mentioned)
    plain.resolve()
    joined = together(things)
    assert all(any(one <= other for other in joined) for one in together(plain))
