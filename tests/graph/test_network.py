"""The network as a MultiDiGraph: nodes, typed edges with evidence, selections."""

from __future__ import annotations

from collections import Counter
from datetime import date

import networkx
import pyoxigraph
import pytest
from network_world import BASE, World, decision, participation, protocol, realistic

from protokollgraph.errors import UsageError
from protokollgraph.graph.network import network
from protokollgraph.graph.relations.passages import Passage, sentence
from protokollgraph.graph.store import GraphStore
from protokollgraph.ontology.namespaces import DCT, DL, FOAF, FRAPO, ORG, PG, PROV, RDF, SKOS

BODY = BASE + "body/werkstatt-4"
ANKE, BODO = BASE + "person/anke-kelterborn", BASE + "person/bodo-zaue"
STADTWERKE, CHANCELLERY = BASE + "organisation/stadtwerke-altmuehle", BASE + "organisation/staatskanzlei"
CAMPUS, FUND = BASE + "project/campus", BASE + "programme/stark"


def small() -> World:
    """Two sessions of one Werkstatt: who speaks, presents, carries, leads, funds, recommends, has a task."""
    world = World()
    for day, number in (("2024-01-24", 16), ("2024-03-06", 17)):
        graph, meeting = protocol(world, BODY, "Werkstatt 4", day, number)
        for person, name in ((ANKE, "Anke Kelterborn"), (BODO, "Bodo Zaue")):
            world.named(graph, person, FOAF.Person, name, FOAF.name)
        world.named(graph, STADTWERKE, ORG.Organization, "Stadtwerke Altmühle GmbH")
        world.named(graph, CHANCELLERY, ORG.Organization, "Staatskanzlei")
        world.named(graph, CAMPUS, PG.Project, "Campus")
        world.named(graph, FUND, FRAPO.FundingProgramme, "STARK")
        attendee = participation(world, graph, meeting, ANKE, "Attendee", organisation=STADTWERKE)
        world.because(graph, 10, "Anke Kelterborn,\tReferentin, <b>Stadtwerke Altmühle</b> GmbH", attendee)
        participation(world, graph, meeting, BODO, "Chair")
        _item(world, graph, meeting)
    return world


def _item(world: World, graph: str, meeting: str) -> None:
    treatment = meeting + "/treatment/3"
    world.say(graph, treatment, PG.treatsProject, to=[CAMPUS])
    world.say(graph, treatment, DL.forms_part_of, to=[meeting])
    world.because(
        graph,
        200,
        "Anke Kelterborn stellt den Campus vor.",
        participation(world, graph, treatment, ANKE, "Presenter", item=3),
    )
    world.because(
        graph,
        300,
        "Bodo Zaue fragt nach.",
        participation(world, graph, treatment, BODO, "Discussant", item=3),
        inferred=True,
    )
    world.say(graph, CAMPUS, PG.sponsor, to=[STADTWERKE])
    world.say(graph, CAMPUS, PG.leadBody, to=[BODY])
    world.say(graph, CAMPUS, FRAPO.isFundedBy, to=[FUND])
    world.because(graph, 400, "Träger des Campus sind die Stadtwerke.", CAMPUS, STADTWERKE)
    node = decision(
        world,
        graph,
        meeting,
        1,
        "Recommendation",
        "Die Werkstatt empfiehlt den Campus.",
        body=BODY,
        concerns=CAMPUS,
        addressee=CHANCELLERY,
    )
    world.because(graph, 500, "Die Werkstatt empfiehlt den Campus.", node)
    decision(world, graph, meeting, 2, "Confirmation", "Das Protokoll wird bestätigt.", body=BODY)
    task = meeting + "/task/1"
    world.say(graph, task, RDF.type, to=[PG.Task])
    world.say(graph, task, PG.assignee, to=[BODO])
    world.say(graph, task, PROV.value, "Zeitplan vorlegen")
    world.say(graph, treatment, PG.assigns, to=[task])


@pytest.fixture(scope="module")
def graph() -> networkx.MultiDiGraph:
    return network(small().store())


def test_nodes_are_people_organisations_bodies_projects_programmes_and_decisions(graph: networkx.MultiDiGraph) -> None:
    kinds = Counter(kind for _, kind in graph.nodes(data="kind"))
    assert kinds == {"person": 2, "organisation": 2, "body": 1, "project": 1, "programme": 1, "decision": 4}
    assert graph.nodes[ANKE] == {
        "label": "Anke Kelterborn", "kind": "person", "iri": ANKE, "aliases": (),
        "first": "2024-01-24", "last": "2024-03-06",
    }  # fmt: skip


def test_a_decision_has_its_words_and_says_whether_it_is_routine(graph: networkx.MultiDiGraph) -> None:
    told = graph.nodes[BASE + "meeting/werkstatt-4/2024-01-24/decision/1"]
    assert (told["label"], told["decision"], told["outcome"], told["method"], told["routine"]) == (
        "Empfehlung 2024-01-24", "Recommendation", "Adopted", "Consensus", False
    )  # fmt: skip
    assert graph.nodes[BASE + "meeting/werkstatt-4/2024-01-24/decision/2"]["routine"] is True


DECISION = BASE + "meeting/werkstatt-4/2024-01-24/decision/1"
EDGES = [
    pytest.param(ANKE, STADTWERKE, "speaks_for", 2, id="speaks for an organisation in two meetings"),
    pytest.param(ANKE, CAMPUS, "presents", 2, id="presents a project"),
    pytest.param(BODO, CAMPUS, "discusses", 2, id="discusses a project"),
    pytest.param(BODY, CAMPUS, "treated", 2, id="project that a body dealt with"),
    pytest.param(STADTWERKE, CAMPUS, "sponsor", 2, id="sponsor"),
    pytest.param(BODY, CAMPUS, "lead", 2, id="body in charge"),
    pytest.param(FUND, CAMPUS, "funds", 2, id="programme"),
    pytest.param(BODY, DECISION, "recommends", 1, id="recommendation of a body"),
    pytest.param(BODY, BASE + "meeting/werkstatt-4/2024-03-06/decision/2", "decides", 1, id="other decision"),
    pytest.param(DECISION, CAMPUS, "concerns", 1, id="what it is about"),
    pytest.param(DECISION, CHANCELLERY, "addressed_to", 1, id="addressee"),
    pytest.param(BODO, CAMPUS, "task", 2, id="task for the project of the item"),
    pytest.param(BODO, BODY, "chairs", 2, id="chair"),
    pytest.param(ANKE, BODY, "attends", 2, id="attendance is a relation of its own"),
]


def test_the_occasions_of_an_edge_are_its_meetings(graph: networkx.MultiDiGraph) -> None:
    for _, _, edge in graph.edges(data=True):
        assert len(edge["occasions"]) == edge["meetings"]
        assert list(edge["occasions"]) == sorted(edge["occasions"])
        assert [each.date for each in edge["occasions"] if each.date][:1] == ([edge["first"]] if edge["first"] else [])
        assert all(graph.nodes[each.body]["kind"] == "body" for each in edge["occasions"] if each.body in graph)
    assert any(each.body for _, _, edge in graph.edges(data=True) for each in edge["occasions"])


@pytest.mark.parametrize(("source", "target", "relation", "meetings"), EDGES)
def test_edges_are_typed_and_count_meetings(
    graph: networkx.MultiDiGraph, source: str, target: str, relation: str, meetings: int
) -> None:
    tie = graph.edges[source, target, relation]
    assert (tie["relation"], tie["meetings"]) == (relation, meetings)


def test_a_long_item_is_cut_to_where_it_names_what_it_is_about() -> None:
    world, graph = small(), BASE + "protocol/werkstatt-4/2024-01-24"
    words = f"TOP 3 {'Es wird viel geredet. ' * 40} Herr Zaue fragt nach dem Campus. {'Alle gehen. ' * 40}"
    world.because(graph, 5000, words, BASE + "meeting/werkstatt-4/2024-01-24/treatment/3")
    shown = network(world.store()).edges[BODY, CAMPUS, "treated"]["evidence"][0].sentence
    assert "Herr Zaue fragt nach dem Campus." in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 350


def test_papers_are_tied_like_projects_where_they_are_wanted() -> None:
    world, graph = small(), BASE + "protocol/werkstatt-4/2024-01-24"
    paper = world.named(graph, BASE + "paper/2024-17", PG.Paper, "2024/17", DCT.identifier)
    world.say(graph, BASE + "meeting/werkstatt-4/2024-01-24/treatment/3", PG.treatsPaper, to=[paper])
    found = network(world.store(), kinds=["person", "body", "paper"])
    assert set(found.in_edges(paper, keys=True)) == {
        (ANKE, paper, "presents"), (BODO, paper, "discusses"), (BODY, paper, "treated")
    }  # fmt: skip


def test_evidence_is_the_sentence_with_its_protocol_newest_first(graph: networkx.MultiDiGraph) -> None:
    title, day, iri = "Werkstatt 4, 17. Sitzung", "2024-03-06", BASE + "protocol/werkstatt-4/2024-03-06"
    assert graph.edges[ANKE, CAMPUS, "presents"]["evidence"][0] == Passage(
        "Anke Kelterborn stellt den Campus vor.", title, day, True, iri
    )
    assert graph.edges[BODO, CAMPUS, "discusses"]["stated"] is False
    assert (
        graph.edges[ANKE, STADTWERKE, "speaks_for"]["evidence"][0].sentence
        == "Anke Kelterborn, Referentin, Stadtwerke Altmühle GmbH"
    )
    assert graph.edges[BODO, CAMPUS, "task"]["details"] == ("Zeitplan vorlegen",)


def test_a_plain_triple_rests_on_the_sentence_about_both_ends(graph: networkx.MultiDiGraph) -> None:
    assert [passage.sentence for passage in graph.edges[STADTWERKE, CAMPUS, "sponsor"]["evidence"]] == [
        "Träger des Campus sind die Stadtwerke."
    ] * 2


def test_the_register_gives_the_canonical_name_and_a_membership_the_post() -> None:
    world, graph = small(), BASE + "protocol/werkstatt-4/2024-01-24"
    world.say(BASE + "graph/register", STADTWERKE, SKOS.altLabel, "SWA")
    world.say(graph, STADTWERKE, SKOS.prefLabel, "Stadtwerke Altmühle, die längste Schreibung")
    post, role = BASE + "membership/bodo/stadtwerke/leiter", BASE + "role/leiter"
    world.say(graph, post, RDF.type, to=[ORG.Membership])
    world.say(graph, post, ORG.member, to=[BODO])
    world.say(graph, post, ORG.organization, to=[STADTWERKE])
    world.say(graph, post, ORG.role, to=[role])
    world.say(graph, role, SKOS.prefLabel, "Leiter")
    found = network(world.store())
    assert found.nodes[STADTWERKE]["label"] == "Stadtwerke Altmühle GmbH"
    assert found.nodes[STADTWERKE]["aliases"] == ("SWA", "Stadtwerke Altmühle, die längste Schreibung")
    assert found.edges[BODO, STADTWERKE, "post"]["details"] == ("Leiter",)


def test_who_was_excused_did_not_attend() -> None:
    world, graph = small(), BASE + "protocol/werkstatt-4/2024-01-24"
    node = participation(
        world, graph, BASE + "meeting/werkstatt-4/2024-01-24", BASE + "person/cilly-pusack", "Attendee"
    )
    world.named(graph, BASE + "person/cilly-pusack", FOAF.Person, "Cilly Pusack", FOAF.name)
    world.say(graph, node, PG.attendance, to=[PG.Excused])
    assert BASE + "person/cilly-pusack" not in network(world.store())


def test_a_decision_of_another_day_counts_on_that_day() -> None:
    world, graph = small(), BASE + "protocol/werkstatt-4/2024-01-24"
    reported = decision(
        world,
        graph,
        BASE + "meeting/werkstatt-2/2023-11-02",
        1,
        "Approval",
        "Die Werkstatt 2 stimmt zu.",
        body=BASE + "body/werkstatt-2",
    )
    world.named(graph, BASE + "body/werkstatt-2", PG.Body, "Werkstatt 2")
    tie = network(world.store()).edges[BASE + "body/werkstatt-2", reported, "decides"]
    assert (tie["first"], tie["last"]) == ("2023-11-02", "2023-11-02")


def test_kinds_limit_the_nodes() -> None:
    graph = network(small().store(), kinds=["person", "organisation"])
    assert set(graph) == {ANKE, STADTWERKE}


def test_since_and_until_keep_the_facts_of_that_time() -> None:
    graph = network(small().store(), since=date(2024, 2, 1), until=date(2024, 12, 31))
    assert graph.edges[ANKE, CAMPUS, "presents"]["meetings"] == 1
    assert DECISION not in graph


@pytest.mark.parametrize("wanted", ["anke kelterborn", "Kelterborn", ANKE])
def test_around_takes_a_name_a_part_of_it_or_an_iri(wanted: str) -> None:
    graph = network(small().store(), around=wanted)
    assert set(graph) == {ANKE, STADTWERKE, CAMPUS, BODY}
    assert graph.graph["centre"] == ANKE


def test_two_hops_reach_further() -> None:
    assert CHANCELLERY not in network(small().store(), around=BODY, hops=1)
    assert CHANCELLERY in network(small().store(), around=BODY, hops=2)


REFUSED = [
    pytest.param({"around": "Nemo"}, "Nothing in the network is called 'Nemo'", id="nobody"),
    pytest.param({"around": ""}, "Nothing in the network is called ''", id="empty name"),
    pytest.param({"around": "sta"}, "fits 3 nodes", id="several"),
    pytest.param({"kinds": ["meeting"]}, "no kind of node 'meeting'", id="unknown kind"),
    pytest.param({"since": date(2024, 2, 1), "until": date(2024, 1, 1)}, "is empty", id="wrong way round"),
]


@pytest.mark.parametrize(("selection", "words"), REFUSED)
def test_a_selection_that_cannot_be_is_refused_with_a_remedy(selection: dict[str, object], words: str) -> None:
    with pytest.raises(UsageError, match=words) as refused:
        network(small().store(), **selection)  # type: ignore[arg-type]
    assert refused.value.remedy


def test_an_empty_store_gives_an_empty_network() -> None:
    assert len(network(pyoxigraph.Store())) == 0


def test_the_graph_store_gives_the_same_network() -> None:
    world, store = small(), GraphStore.memory()
    store.load("".join(sorted(world.lines)).encode())
    assert networkx.utils.graphs_equal(network(store), network(world.store()))


def test_the_order_of_the_quads_does_not_matter() -> None:
    world = realistic(bodies=2, sessions=2, people=12)
    graphs = [network(world.store(shuffle=seed)) for seed in (None, 1, 2)]
    listed = [[list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))] for graph in graphs]
    assert listed[0] == listed[1] == listed[2]


SENTENCES = [
    pytest.param(("Alles gut. ", "Er geht.", " Sie kommt."), "Er geht.", id="whole sentence"),
    pytest.param(("So. Frau ", "Zaue", " fragt nach. Dann"), "Frau Zaue fragt nach.", id="completed on both sides"),
    pytest.param(
        ("in der letzten Sitzung hat ", "Zaue", " gefragt, ob das"),
        "… in der letzten Sitzung hat Zaue gefragt, ob das …",
        id="cut off",
    ),
    pytest.param(("Kopf\n", "Zaue,\t<b>Referentin</b>\n", "Fuß"), "Zaue, Referentin", id="a line of a table"),
    pytest.param(("", "<script>x</script>", ""), "<script>x</script>", id="what is no inline mark-up stays"),
]


@pytest.mark.parametrize(("parts", "expected"), SENTENCES)
def test_a_quote_is_completed_to_its_sentence(parts: tuple[str, str, str], expected: str) -> None:
    assert sentence(*parts) == expected


def test_attendance_needs_a_meeting_with_a_body() -> None:
    world = small()
    world.lines = {line for line in world.lines if DL.had_responsible_organization not in line}
    assert not any(key in ("attends", "chairs") for *_, key in network(world.store()).edges(keys=True))


def council(people: int = 4, meetings: int = 3) -> World:
    """Meetings of one body, at which everybody is; the last person only at the first one."""
    world = World()
    for number in range(meetings):
        graph, meeting = protocol(
            world, BODY, "Werkstatt 4", f"{2000 + number // 12}-{1 + number % 12:02d}-10", number + 1
        )
        for person in range(people if number == 0 else people - 1):
            node = world.named(graph, f"{BASE}person/{person:02d}", FOAF.Person, f"Person {person:02d}", FOAF.name)
            world.because(
                graph, 10 + person * 100, f"Person {person:02d}", participation(world, graph, meeting, node, "Attendee")
            )
    return world


def pairs_of(graph: networkx.MultiDiGraph) -> dict[tuple[str, str], int]:
    """Numbers of two people to their common meetings."""
    return {
        (source[-2:], target[-2:]): tie["meetings"]
        for source, target, key, tie in graph.edges(keys=True, data=True)
        if key == "attends_with"
    }


def test_people_at_the_same_meetings_are_tied_on_request_only() -> None:
    store = council().store()
    assert pairs_of(network(store)) == {}
    assert pairs_of(network(store, together=2)) == {("00", "01"): 3, ("00", "02"): 3, ("01", "02"): 3}
    assert len(pairs_of(network(store, together=1))) == 6
    assert pairs_of(network(store, together=4)) == {}


def test_a_pair_has_its_common_meetings_and_what_is_said_of_both() -> None:
    tie = network(council().store(), together=2).edges[BASE + "person/00", BASE + "person/02", "attends_with"]
    assert (tie["family"], tie["undirected"], tie["stated"], tie["details"]) == ("together", True, False, ())
    assert [each.date for each in tie["occasions"]] == ["2000-01-10", "2000-02-10", "2000-03-10"]
    assert {each.body for each in tie["occasions"]} == {BODY}
    assert (tie["first"], tie["last"], tie["passages"]) == ("2000-01-10", "2000-03-10", 6)
    assert [(passage.sentence, passage.date) for passage in tie["evidence"][:3]] == [
        ("Person 00", "2000-03-10"), ("Person 02", "2000-03-10"), ("Person 00", "2000-02-10"),
    ]  # fmt: skip


def test_the_stated_network_is_the_same_with_pairs_and_without() -> None:
    store = small().store()
    with_pairs, without = network(store, together=1), network(store)
    with_pairs.remove_edge(ANKE, BODO, key="attends_with")
    assert with_pairs.graph.pop("together") == 1
    assert networkx.utils.graphs_equal(with_pairs, without)


def test_pairs_need_no_body_in_the_network() -> None:
    graph = network(council().store(), kinds=["person"], together=3)
    assert len(graph) == 3
    assert (graph.graph["protocols"], graph.graph["first"]) == (3, "2000-01-10")
    assert graph.nodes[BASE + "person/00"]["last"] == "2000-03-10"


def test_pairs_are_of_the_time_and_the_neighbourhood_asked_for() -> None:
    store = council().store()
    assert set(pairs_of(network(store, together=2, since=date(2000, 2, 1))).values()) == {2}
    around = network(store, together=1, around=BASE + "person/00")
    assert set(around) == {BASE + "person/00", BODY}
    assert len(pairs_of(network(store, together=1, around=BODY))) == 6


def test_a_council_of_many_years_is_paired_with_all_it_says() -> None:
    from protokollgraph.graph.relations.facts import Fact, Source
    from protokollgraph.graph.relations.together import Said, pairs

    sources = {str(m): Source(str(m), "", f"{1980 + m // 12}-{1 + m % 12:02d}-01", f"meeting/{m}") for m in range(400)}
    attended = [
        Fact(f"{person:02d}", BODY, "attends", sources[graph].date, graph, f"{person} {graph}", "")
        for graph in sources
        for person in range(60)
    ]
    passages = {fact: (Passage(fact.source, "", fact.date, True, fact.graph),) for fact in attended}
    found, said = pairs(attended, sources, 2), Said(attended, sources, passages)
    assert sum(said.attributes(pair, 12)["passages"] for pair in found) == 1770 * 800
