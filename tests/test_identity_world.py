"""The benchmark of identities: its world, what can be known in it, and how well the resolver does."""

from __future__ import annotations

from itertools import islice

import pytest

from benchmarks.pairwise import Figures, figures, recall
from benchmarks.phonetic import cologne
from benchmarks.world.documents import Written, documents
from benchmarks.world.knowable import knowable
from benchmarks.world.minutes import Named
from protokollgraph.graph.resolver import resolve
from protokollgraph.model import EntityKind, Gender, PersonName
from protokollgraph.ontology.iris import Iris

SMALL = 3_000


@pytest.fixture(scope="module")
def world() -> list[Written]:
    return list(documents(seed=3, people=SMALL))


def named(
    who: str,
    family: str,
    given: str | None,
    *employers: str,
    body: str = "board",
    member: str | None = None,
    former: str | None = None,
) -> Named:
    """A mention of a woman, who is Ines if no given name is printed."""
    printed = PersonName(family, given, None, Gender.FEMALE)
    return Named(who, printed, family, former, given or "Ines", Gender.FEMALE, employers, body, member)


def test_the_same_seed_gives_the_same_world(world: list[Written]) -> None:
    assert list(documents(seed=3, people=SMALL)) == world
    assert next(documents(seed=4)) != world[0]


def test_every_person_and_thing_of_a_document_has_a_truth(world: list[Written]) -> None:
    for each in world:
        told = each.people.keys() | each.others.keys()
        assert told == {entity.key for entity in each.entities.entities}
        assert len({named.who for named in each.people.values()}) == len(each.people)


def test_a_larger_world_begins_with_the_smaller_one(world: list[Written]) -> None:
    assert list(islice(documents(seed=3), len(world))) == world


def test_names_are_written_in_many_ways(world: list[Written]) -> None:
    forms: dict[str, set[str]] = {}
    for each in world:
        for key, person in each.people.items():
            forms.setdefault(person.who, set()).add(each.people[key].printed.full)
    assert any(len(of) > 2 for of in forms.values())
    assert {entity.kind for each in world for entity in each.entities.entities} == {
        EntityKind.PERSON,
        EntityKind.ORGANISATION,
        EntityKind.BODY,
        EntityKind.PROJECT,
    }


@pytest.mark.parametrize(
    ("mentions", "groups"),
    [
        pytest.param([named("a", "Quandel", "Ines", "x"), named("a", "Quandel", None, "x")], 1, id="employer"),
        pytest.param([named("a", "Quandel", "Ines", "x"), named("a", "Quandel", "Ines", "y")], 2, id="two-employers"),
        pytest.param(
            [named("a", "Quandel", "Ines", "x", member="board"), named("a", "Quandel", "Ines", "y", member="board")],
            1,
            id="new-employer-same-seat",
        ),
        pytest.param(
            [named("a", "Quandel", "Ines", "x"), named("a", "Quandel", "Ines", "x", "y"), named("a", "Q", "I.", "y")],
            2,
            id="stated-change-of-employer-and-another-name",
        ),
        pytest.param(
            [named("a", "Quandel", "Ines", "x"), named("a", "Quandel", "Ines"), named("a", "Quandel", None)],
            1,
            id="no-employer-same-minutes",
        ),
        pytest.param(
            [named("a", "Quandel", "Ines", "x"), named("a", "Quandel", "Ines", body="other")],
            2,
            id="no-employer-other-minutes",
        ),
        pytest.param(
            [
                named("a", "Quandel", "Ines", "x"),
                named("a", "Böhm", "Ines", "x", former="Quandel"),
                named("a", "Böhm", "Ines", "x"),
            ],
            1,
            id="stated-change-of-surname",
        ),
        pytest.param(
            [named("a", "Quandel", "Ines", "x"), named("a", "Böhm", "Ines", "x")], 2, id="unsaid-change-of-surname"
        ),
        pytest.param(
            [named("a", "Quandel", "Ines", "x"), named("a", "Quandel-Böhm", "Ines", "x")], 1, id="a-part-of-it-stays"
        ),
    ],
)
def test_what_can_be_known(mentions: list[Named], groups: int) -> None:
    assert len(set(knowable(mentions))) == groups


def test_whoever_could_be_another_is_open() -> None:
    one, other = named("a", "Quandel", "Ines", "x"), named("b", "Quandel", "Ute", "x")
    bare = named("a", "Quandel", None, "x")
    elsewhere = named("a", "Quandel", None, "y")
    assert [group is None for group in knowable([one, other, bare, elsewhere])] == [False, False, True, False]


def test_figures_count_pairs() -> None:
    assert figures("aab", "xxy") == Figures(1.0, 1.0)
    assert figures("aabb", "xxxx") == Figures(2 / 6, 1.0)
    assert figures("aaaa", "xxyy") == Figures(1.0, 2 / 6)
    assert recall([1, 1, None], ["x", "x", "y"]) == 1.0


@pytest.mark.parametrize(
    ("name", "sound"),
    [("müller-lüdenscheidt", "65752682"), ("wikipedia", "3412"), ("breschnew", "17863"), ("maier", "67"), ("", "")],
)
def test_the_sound_of_names(name: str, sound: str) -> None:
    assert cologne(name) == sound


def test_the_resolver_is_right_about_people(world: list[Written]) -> None:
    found = resolve([each.entities for each in world], Iris())
    mentions = [person for each in world for person in each.people.values()]
    iris = [found.entity_iri(each.entities.sha256, key) for each in world for key in each.people]
    assert figures([each.who for each in mentions], iris).precision >= 0.99
    assert recall(knowable(mentions), iris) >= 0.8
