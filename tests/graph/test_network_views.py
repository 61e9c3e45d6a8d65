"""The views of the network page: which ties each has, on which facts they rest, and what pyvis gets."""

from __future__ import annotations

import json
from collections import Counter
from itertools import combinations
from pathlib import Path

import networkx
import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from network_world import BASE, World, decision, participation, protocol, realistic

from protokollgraph.graph.network import network
from protokollgraph.graph.page.picture import picture
from protokollgraph.graph.page.record import Record, record
from protokollgraph.graph.page.views import VIEWS, views
from protokollgraph.graph.page.views.ties import Ties, meetings
from protokollgraph.graph.page.views.together import together
from protokollgraph.graph.relations.facts import Occasion
from protokollgraph.graph.relations.passages import Passage
from protokollgraph.graph.relations.questions import families
from protokollgraph.ontology.namespaces import DL, FOAF, ORG, PG

KINDS = ("person", "organisation", "body", "project", "programme", "decision", "paper", "topic")
FIRST, SECOND = BASE + "body/werkstatt-1", BASE + "body/werkstatt-2"
ANKE, BODO, CILLY = (BASE + f"person/{name}" for name in ("anke", "bodo", "cilly"))
CHAMBER, OFFICE, CAMPUS = BASE + "organisation/kammer", BASE + "organisation/amt", BASE + "project/campus"
STATED = {"affiliation", "work", "support", "decision", "task"}


def two_bodies() -> World:
    """Anke speaks for the chamber at both bodies; Bodo is at the first one only, twice; only the first one decides."""
    world = World()
    for body, name, day in (
        (FIRST, "Werkstatt 1", "2024-01-24"),
        (FIRST, "Werkstatt 1", "2024-03-06"),
        (SECOND, "Werkstatt 2", "2024-02-01"),
    ):
        graph, meeting = protocol(world, body, name, day, 1)
        for person, called in ((ANKE, "Anke Zaue"), (BODO, "Bodo Zaue"), (CILLY, "Cilly Zaue")):
            world.named(graph, person, FOAF.Person, called, FOAF.name)
        world.named(graph, CHAMBER, ORG.Organization, "Kammer")
        world.because(
            graph, 10, "Anke Zaue, Kammer", participation(world, graph, meeting, ANKE, "Attendee", organisation=CHAMBER)
        )
        if body == FIRST:
            participation(world, graph, meeting, BODO, "Chair")
            world.named(graph, OFFICE, ORG.Organization, "Amt")
            world.named(graph, CAMPUS, PG.Project, "Campus")
            treatment = meeting + "/treatment/3"
            world.say(graph, treatment, DL.forms_part_of, to=[meeting])
            world.say(graph, treatment, PG.treatsProject, to=[CAMPUS])
            words = "Die Werkstatt empfiehlt den Campus."
            node = decision(
                world, graph, meeting, 1, "Recommendation", words, body=FIRST, concerns=CAMPUS, addressee=OFFICE
            )
            world.because(graph, 500, words, node)
        else:
            participation(world, graph, meeting, CILLY, "Attendee")
    return world


@pytest.fixture(scope="module")
def known() -> Record:
    return record(network(two_bodies().store()))


@pytest.fixture(scope="module")
def whole() -> networkx.MultiDiGraph:
    every = [*KINDS]
    return network(realistic(bodies=3, sessions=4, people=24).store(), kinds=every)


def lines(known: Record, ties: Ties) -> dict[tuple[str, str, str], list[str]]:
    """Ties by the last parts of their ends' IRIs, with the relations of their facts."""
    names = [iri.removeprefix(BASE).partition("/")[2] for iri in known.iris]
    return {
        (names[left], names[right], family): [known.facts[fact].relation for fact in facts]
        for (left, right, family), facts in ties.items()
    }


def test_a_decision_is_a_line_between_who_took_it_and_what_it_concerns(known: Record) -> None:
    found = lines(known, VIEWS["overview"](known))
    assert Counter(found["werkstatt-1", "campus", "decision"]) == {"recommends": 2, "concerns": 2}
    assert ("werkstatt-1", "campus", "work") not in found, "who only dealt with it is a line where nothing else is"
    assert lines(known, VIEWS["projects"](known))["werkstatt-1", "campus", "work"] == ["treated"]
    assert not any("decision" in end for line in found for end in line[:2])


def test_an_addressee_is_in_the_overview_only_if_nothing_else_ties_it(known: Record) -> None:
    assert lines(known, VIEWS["overview"](known))["amt", "campus", "decision"].count("addressed_to") == 2
    world = two_bodies()
    graph, meeting = BASE + "protocol/werkstatt-1/2024-01-24", BASE + "meeting/werkstatt-1/2024-01-24"
    participation(world, graph, meeting, BODO, "Chair", organisation=OFFICE)
    with_tie = record(network(world.store()))
    found = lines(with_tie, VIEWS["overview"](with_tie))
    assert ("bodo", "amt", "affiliation") in {(right, left, family) for left, right, family in found}
    assert not any("amt" in line and "campus" in line for line in found)


def test_bodies_share_who_and_what_both_have_to_do_with(known: Record) -> None:
    found = lines(known, VIEWS["bodies"](known))
    assert set(found) == {
        ("werkstatt-1", "kammer", "shared"), ("werkstatt-2", "kammer", "shared"),
        ("werkstatt-1", "anke", "shared"), ("werkstatt-2", "anke", "shared"),
        ("werkstatt-1", "anke", "attendance"), ("werkstatt-2", "anke", "attendance"),
    }  # fmt: skip
    number = {iri: index for index, iri in enumerate(known.iris)}
    ties = VIEWS["bodies"](known)
    line = (number[FIRST], number[CHAMBER], "shared")
    assert {known.meetings[each].date for each in meetings(known, line, ties[line])} == {"2024-01-24", "2024-03-06"}


def test_people_have_lines_of_belonging_and_of_attendance(known: Record) -> None:
    found = lines(known, VIEWS["people"](known))
    assert Counter(family for *_, family in found) == {"affiliation": 1, "attendance": 4}
    assert found["werkstatt-1", "bodo", "attendance"] == ["chairs"]


def test_people_who_met_less_often_than_twice_are_tied_if_hardly_anybody_met_more(known: Record) -> None:
    found = together(known)
    assert (found.least, found.pairs) == (1, 2)
    assert set(lines(known, found.ties)) == {("anke", "bodo", "together"), ("anke", "cilly", "together")}
    assert {known.facts[fact].family for facts in found.ties.values() for fact in facts} == {"attendance"}


def test_one_body_shares_nothing_and_one_person_meets_nobody() -> None:
    world = World()
    graph, meeting = protocol(world, FIRST, "Werkstatt 1", "2024-01-24", 1)
    world.named(graph, ANKE, FOAF.Person, "Anke Zaue", FOAF.name)
    participation(world, graph, meeting, ANKE, "Chair")
    assert list(views(network(world.store()))) == ["overview", "people"]


def test_views_without_ties_are_left_out() -> None:
    assert views(network(pyoxigraph.Store())) == {}
    assert list(views(network(two_bodies().store(), kinds=["project", "decision"]))) == ["decisions"]


def test_without_bodies_people_meet_by_the_edges_between_them() -> None:
    known = record(network(two_bodies().store(), kinds=["person"], together=1))
    found = together(known)
    assert set(lines(known, found.ties)) == {("anke", "bodo", "together"), ("anke", "cilly", "together")}
    assert {known.facts[fact].relation for facts in found.ties.values() for fact in facts} == {"attends_with"}
    assert not any(find(known) for find in VIEWS.values())


def test_what_people_share_is_not_said_twice() -> None:
    graphs = [network(two_bodies().store(), together=together) for together in (None, 1)]
    assert record(graphs[0]).facts == record(graphs[1]).facts


def test_a_home_is_the_body_of_most_meetings(known: Record) -> None:
    homes = {iri: known.iris[home] if home >= 0 else None for iri, home in zip(known.iris, known.homes, strict=True)}
    assert (homes[BODO], homes[CILLY], homes[ANKE], homes[CAMPUS]) == (FIRST, SECOND, FIRST, FIRST)
    assert homes[FIRST] is None


def test_there_is_no_home_between_two_bodies() -> None:
    one, two = (Occasion(f"2024-01-0{day}", f"m{day}", body, "") for day, body in ((1, "b/1"), (2, "b/2")))
    graph = graph_of(
        [("p", "o", "speaks_for", (one, two))], {"p": "person", "o": "organisation", "b/1": "body", "b/2": "body"}
    )
    assert set(record(graph).homes) == {-1}


def test_meetings_and_protocols_are_kept_once_by_day(known: Record) -> None:
    days = [meeting.date for meeting in known.meetings]
    assert days == sorted(days) == ["2024-01-24", "2024-02-01", "2024-03-06"]
    for protocol_ in known.protocols:
        assert known.meetings[protocol_.meeting][:2] == protocol_[:2]
    for fact in known.facts:
        dates = [known.protocols[known.passages[each].protocol].date for each in fact.passages]
        assert dates == sorted(dates, reverse=True)
        assert list(fact.on) == sorted(fact.on)


def test_two_protocols_of_one_title_and_day_have_each_its_meeting() -> None:
    days = [Occasion("2024-01-24", f"m/{body}", f"body/{body}", "Gemeinderat") for body in (1, 2)]
    graph = graph_of(
        [("p", "o", "speaks_for", tuple(days)), ("p", "q", "speaks_for", (days[1],))],
        {"p": "person", "o": "organisation", "q": "organisation", "body/1": "body", "body/2": "body"},
    )
    second = Passage("Es spricht p.", "Gemeinderat", "2024-01-24", True, "protocol/2")
    for _, _, tie in graph.edges(data=True):
        tie["evidence"] = (second,)
    known = record(graph)
    (protocol_,) = known.protocols
    assert known.iris[known.meetings[protocol_.meeting].body] == "body/2"


RULES = {
    "overview": {"affiliation", "work", "support", "decision", "task", "attendance"},
    "people": {"affiliation", "attendance"},
    "projects": {"affiliation", "work", "support", "decision", "task"},
    "bodies": {"shared", "attendance"},
    "decisions": {"decision"},
    "together": {"together"},
}


@pytest.mark.parametrize("name", RULES)
def test_attendance_is_never_part_of_a_stated_tie(whole: networkx.MultiDiGraph, name: str) -> None:
    known = record(whole)
    ties = VIEWS[name](known) if name in VIEWS else together(known).ties
    assert ties
    assert {family for *_, family in ties} <= RULES[name]
    for (*_, family), facts in ties.items():
        told = {known.facts[fact].family for fact in facts}
        if family in ("attendance", "together"):
            assert told == {"attendance"}
        elif family == "shared":
            assert told <= STATED
        else:
            assert told == {family}


KINDS_OF_VIEW = {
    "overview": {"person", "organisation", "body", "project", "programme"},
    "people": {"person", "organisation", "body"},
    "projects": {"project", "programme", "person", "organisation", "body", "paper"},
    "bodies": {"person", "organisation", "body", "project", "programme"},
    "decisions": {"body", "decision", "project", "paper", "topic", "organisation", "person"},
    "together": {"person"},
}


def graph_of(edges: list[tuple[str, str, str, tuple[Occasion, ...]]], kinds: dict[str, str]) -> networkx.MultiDiGraph:
    """A network of these edges, without evidence."""
    graph = networkx.MultiDiGraph()
    for iri, kind in kinds.items():
        graph.add_node(iri, label=iri, kind=kind, iri=iri, aliases=())
    for source, target, relation, on in edges:
        graph.add_edge(
            source, target, key=relation, relation=relation, family=families()[relation], occasions=on, details=(),
            evidence=(), passages=0, stated=True,
        )  # fmt: skip
    return graph


NODES = {f"{kind}/{number}": kind for kind in KINDS for number in range(3)}
RELATIONS = {
    "speaks_for": ("person", "organisation"), "part_of": ("organisation", "organisation"), "post": ("person", "body"),
    "presents": ("person", "project"), "treated": ("body", "paper"), "sponsor": ("organisation", "project"),
    "lead": ("body", "project"), "funds": ("programme", "project"), "decides": ("body", "decision"),
    "recommends": ("body", "decision"), "concerns": ("decision", "project"),
    "addressed_to": ("decision", "organisation"),
    "task": ("person", "project"), "chairs": ("person", "body"), "attends": ("person", "body"),
}  # fmt: skip
OCCASIONS = [Occasion(f"2024-0{n}-01", f"m/{n}", f"body/{n % 3}", f"Sitzung {n}") for n in range(1, 7)]


@st.composite
def graphs(draw: st.DrawFn) -> networkx.MultiDiGraph:
    """Small networks of everything that is tied to anything."""
    edges = {}
    for relation in draw(st.lists(st.sampled_from(sorted(RELATIONS)), max_size=25)):
        left, right = RELATIONS[relation]
        source, target = (f"{kind}/{draw(st.integers(0, 2))}" for kind in (left, right))
        on = draw(st.sets(st.sampled_from(OCCASIONS), min_size=1, max_size=4))
        if relation in ("attends", "chairs"):
            on = {each for each in on if each.body == target} or {min(e for e in OCCASIONS if e.body == target)}
        if source != target:
            edges[source, target, relation] = tuple(sorted(on))
    return graph_of([(*edge, on) for edge, on in edges.items()], NODES)


@settings(max_examples=150, deadline=None)
@given(graphs())
def test_the_facts_of_a_tie_tie_its_ends(graph: networkx.MultiDiGraph) -> None:
    known = record(graph)
    for name, ties in (
        {name: find(known) for name, find in VIEWS.items()} | {"together": together(known).ties}
    ).items():
        for line, numbers in ties.items():
            left, right, _ = line
            facts = [known.facts[each] for each in numbers]
            assert numbers == sorted(set(numbers))
            assert left < right
            assert {known.kinds[left], known.kinds[right]} <= KINDS_OF_VIEW[name]
            assert meetings(known, line, numbers)
            if name in ("bodies", "together"):
                continue
            for fact in facts:
                if {fact.source, fact.target} == {left, right}:
                    continue
                decision = ({fact.source, fact.target} - {left, right}).pop()
                assert known.kinds[decision] == "decision"
                touched = {end for other in facts for end in other[:2] if decision in other[:2]}
                assert touched == {left, right, decision}


@settings(max_examples=100, deadline=None)
@given(graphs())
def test_people_met_as_often_as_both_were_there(graph: networkx.MultiDiGraph) -> None:
    known = record(graph)
    present: dict[int, set[int]] = {}
    for fact in known.facts:
        if fact.family == "attendance":
            present.setdefault(fact.source, set()).update(fact.on)
    met = {pair: present[pair[0]] & present[pair[1]] for pair in combinations(sorted(present), 2)}
    often = [len(each) for each in met.values() if each]
    least = 2 if sum(each > 1 for each in often) > 2 else 1
    found = together(known)
    assert (found.least, found.pairs) == (least, sum(each >= least for each in often))
    assert {line[:2] for line in found.ties} == {pair for pair, days in met.items() if len(days) >= least}
    for line, facts in found.ties.items():
        assert meetings(known, line, facts) == met[line[:2]]


@settings(max_examples=100, deadline=None)
@given(graphs())
def test_what_is_shared_is_told_in_meetings_of_that_body(graph: networkx.MultiDiGraph) -> None:
    known = record(graph)
    ties = VIEWS["bodies"](known)
    bodies: dict[int, set[int]] = {}
    for left, right, _ in ties:
        body, other = (left, right) if known.kinds[left] == "body" else (right, left)
        assert known.kinds[body] == "body" != known.kinds[other]
        bodies.setdefault(other, set()).add(body)
        for family in ("shared", "attendance"):
            for fact in ties.get((left, right, family), ()):
                assert other in known.facts[fact][:2]
                assert body in {known.meetings[each].body for each in known.facts[fact].on}
    assert all(len(each) > 1 for each in bodies.values())


def test_only_the_strongest_pairs_of_many_are_kept() -> None:
    people = {f"p/{number:03}": "person" for number in range(200)}
    days = tuple(Occasion(f"2024-01-0{day}", f"m/{day}", "b", "") for day in (1, 2))
    known = record(graph_of([(person, "b", "attends", days) for person in people], {**people, "b": "body"}))
    found = together(known)
    assert found.pairs == 200 * 199 // 2
    assert len(found.ties) <= 200 * 6
    assert {end for line in found.ties for end in line[:2]} == {
        number for number, kind in enumerate(known.kinds) if kind == "person"
    }


def test_each_view_is_a_network_of_pyvis(
    whole: networkx.MultiDiGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    known = record(whole)
    found = views(whole)
    assert list(found) == ["overview", "people", "projects", "bodies", "decisions", "together"]
    for name, view in found.items():
        assert view.options.physics.enabled is False
        assert view.get_nodes() == [node["id"] for node in view.nodes]
        for node in view.nodes:
            assert whole.nodes[known.iris[node["id"]]]["kind"] == node["kind"]
            assert {*map(type, (node["x"], node["y"], node["size"]))} == {int}
        for edge in view.edges:
            assert {edge["from"], edge["to"]} <= set(view.get_nodes())
            assert edge["width"] >= 0.9
        view.cdn_resources = "remote"
        view.write_html(f"{name}.html")
        assert (tmp_path / f"{name}.html").stat().st_size > 5000


@pytest.mark.parametrize("name", ["</script>", "href", "", "\u202e", "N" * 500])
def test_a_name_stays_what_it_is(name: str) -> None:
    graph = graph_of(
        [("p", "o", "speaks_for", (OCCASIONS[0],))], {"p": "person", "o": "organisation", "body/1": "body"}
    )
    graph.nodes["p"]["label"] = name
    people = views(graph)["people"]
    assert people.nodes[1]["label"] == (name or " ")
    assert "title" not in people.nodes[1]
    assert picture(graph)["nodes"][2]["label"] == name


def test_the_data_is_the_same_whatever_the_order_of_the_quads() -> None:
    world = realistic(bodies=2, sessions=2, people=14)
    found = {json.dumps(picture(network(world.store(shuffle=seed)))) for seed in (None, 1, 2)}
    assert len(found) == 1
