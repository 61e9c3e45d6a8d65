"""Figures of a small world, each known by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from gold_world import TASK, TRIG, gold, nquads, write

from protokollgraph.errors import GraphError, UsageError
from protokollgraph.graph.build import build
from protokollgraph.graph.evaluation import Evaluation, Relation, evaluate

FACTS = {
    "meeting": 4,
    "duties": 1,
    "persons": 3,
    "titles": 1,
    "posts": 2,
    "attendance": 3,
    "organisations": 2,
    "projects": 1,
    "project facts": 2,
    "agenda": 2,
    "contributors": 1,
    "decisions": 1,
    "decision kind": 1,
    "decision outcome": 1,
    "decision date": 1,
    "decision body": 1,
    "decision votes": 1,
    "decision project": 1,
    "tasks": 1,
    "task assignee": 1,
    "task due": 1,
    "identities": 4,
}


def scored(folder: Path, told: dict[str, Any] | None = None, trig: str = TRIG) -> Evaluation:
    graph = folder / "graph.nq"
    graph.write_bytes(nquads(trig))
    (found,) = evaluate([write(folder / "gold", told)], graph=graph)
    return found


def counted(evaluation: Evaluation, relation: str) -> tuple[float, float, float]:
    found = evaluation.relations[Relation(relation)]
    return found.right, found.wrong, found.missing


def changed(path: str, value: Any) -> dict[str, Any]:
    """The gold with another value at a place as in ``persons.0.name``."""
    found = gold()
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place: Any = found
    for step in steps:
        place = place[step]
    if isinstance(last, int) and last == len(place):
        place.append(value)
    else:
        place[last] = value
    return found


def test_a_graph_that_agrees_is_right_in_everything(tmp_path: Path) -> None:
    found = scored(tmp_path)
    assert {str(relation): (each.facts, each.wrong, each.missing) for relation, each in found.relations.items()} == {
        relation: (facts, 0, 0) for relation, facts in FACTS.items()
    }
    assert found.macro_f1 == 1
    assert found.deviations == ()


@pytest.mark.parametrize(
    ("old", "new", "relation", "counts"),
    [
        # spelling counts, in a person's name as in a title
        pytest.param('"Karla Winzer"', '"Carla Winzer"', "persons", (2, 1, 1), id="other-name"),
        # case, quotation marks, dashes and blanks do not
        pytest.param('"Wärmespeicher Musterau" ;', '"„WÄRMESPEICHER  Musterau“" ;', "projects", (1, 0, 0), id="marks"),
        # another name of the node will do
        pytest.param(
            'skos:prefLabel "Musterauer Energie GmbH"',
            'skos:prefLabel "Energie Musterau" ; skos:altLabel "MEG"',
            "organisations",
            (2, 0, 0),
            id="other-name-of-the-node",
        ),
        pytest.param('schema:honorificPrefix "Dr."', 'schema:honorificPrefix "Prof."', "titles", (0, 1, 1), id="title"),
        pytest.param("pg:Chair", "pg:MinuteTaker", "duties", (0, 1, 1), id="duty"),
        pytest.param("pg:Excused", "pg:Absent", "attendance", (2, 1, 1), id="attendance"),
        # a second participation of the same person says the same again
        pytest.param(
            "pg:Chair .", "pg:Chair ; pg:attendance pg:Present .", "attendance", (3, 0, 0), id="attendance-said-twice"
        ),
        pytest.param("pg:sessionNumber 3", "pg:sessionNumber 4", "meeting", (3, 1, 1), id="number-of-the-session"),
        pytest.param('"Vorsitzende"', '"Leiterin"', "posts", (1, 1, 1), id="function"),
        pytest.param("org:role <role/1>", "org:role <role/none>", "posts", (1, 1, 1), id="function-missing"),
        pytest.param("schema:value 1200000", "schema:value 1.2E6", "project facts", (2, 0, 0), id="same-sum"),
        pytest.param("schema:value 1200000", "schema:value 120000", "project facts", (1, 1, 1), id="other-sum"),
        pytest.param('skos:notation "2"', 'skos:notation "3"', "agenda", (1, 1, 1), id="number-of-the-item"),
        pytest.param('skos:notation "2"', 'skos:notation "3"', "contributors", (0, 1, 1), id="item-of-the-contributor"),
        pytest.param("pg:Presenter", "pg:Attendee", "contributors", (0, 0, 1), id="no-contributor"),
        pytest.param("a pg:Body, org:", "a org:", "organisations", (2, 0, 0), id="body-that-is-not-known-as-one"),
        pytest.param("a pg:Decision", "a pg:Figure", "decisions", (0, 0, 1), id="no-decision"),
        # of a decision that is not found no value is asked
        pytest.param("pg:Recommendation", "pg:Approval", "decision kind", (0, 1, 1), id="kind"),
        pytest.param("pg:Recommendation", "pg:Approval", "decisions", (1, 0, 0), id="found-with-another-kind"),
        pytest.param("dl:decision_outcome pg:Adopted ;", "", "decision outcome", (0, 0, 1), id="outcome-missing"),
        pytest.param("number_of_votes_favor 7", "number_of_votes_against 7", "decision votes", (0, 1, 1), id="votes"),
        pytest.param(
            "pg:concerns <project/1>", "pg:concerns <person/sorge>", "decision project", (0, 1, 1), id="about"
        ),
        pytest.param("pg:assignee <person/olbers>", "pg:assignee <person/sorge>", "task assignee", (0, 1, 1), id="who"),
        pytest.param('"2024-04-30"', '"2024-05-31"', "task due", (0, 1, 1), id="due"),
    ],
)
def test_what_the_graph_says_otherwise(
    old: str, new: str, relation: str, counts: tuple[float, float, float], tmp_path: Path
) -> None:
    assert old in TRIG
    assert counted(scored(tmp_path, trig=TRIG.replace(old, new)), relation) == counts


@pytest.mark.parametrize(
    ("path", "value", "relation", "counts"),
    [
        # arguable: found or not, both are right
        pytest.param("persons.2.optional", True, "persons", (2, 0, 0), id="optional-and-found"),
        pytest.param(
            "persons.3", {"name": "Jo Frey", "optional": True}, "persons", (3, 0, 0), id="optional-and-missing"
        ),
        pytest.param("persons.3", {"name": "Jo Frey"}, "persons", (3, 0, 1), id="missing"),
        pytest.param("persons.0.posts", [], "posts", (1, 1, 0), id="post-too-many"),
        pytest.param("persons.0.posts.0.role", None, "posts", (2, 0, 0), id="any-function"),
        pytest.param("persons.0.posts.0.optional", True, "posts", (1, 0, 0), id="optional-post"),
        pytest.param("persons.0.aliases", ["Winzer"], "persons", (3, 0, 0), id="another-name-in-the-gold"),
        pytest.param("attendance.2.inferred", True, "attendance", (2, 0, 0), id="presence-only-concluded"),
        pytest.param("organisations.2", {"name": "Stadtwerke"}, "organisations", (2, 0, 1), id="organisation-missing"),
        pytest.param("projects.0.optional", True, "projects", (0, 0, 0), id="nothing-but-optional"),
        pytest.param("agenda.1.title", "Speicher", "agenda", (1, 1, 1), id="title-of-an-item"),
        pytest.param("decisions.0.quote", "Der Beirat empfiehlt das Projekt", "decisions", (1, 0, 0), id="part-of-it"),
        pytest.param(
            "decisions.0.quote", "7 Ja-Stimmen.\nFrau Olbers sendet", "decisions", (0, 1, 1), id="less-than-half"
        ),
        pytest.param("decisions.0.quote", TASK, "decisions", (0, 1, 1), id="elsewhere"),
        pytest.param("decisions.0.optional", True, "decisions", (0, 0, 0), id="optional-decision"),
        pytest.param("decisions.0.optional", True, "decision kind", (0, 0, 0), id="no-value-of-an-optional-decision"),
        pytest.param("decisions.0.majority", "consensus", "decision majority", (0, 0, 1), id="majority-missing"),
        pytest.param("decisions.0.outcome", None, "decision outcome", (0, 1, 0), id="outcome-too-much"),
        pytest.param("decisions.0.about", ["Haushalt"], "decision project", (0, 0, 0), id="about-no-project"),
        pytest.param(
            "decisions.0.addressee", "Stadt Musterau", "decision addressee", (0, 0, 1), id="addressee-missing"
        ),
        pytest.param("tasks.0.assignee", "Karla Winzer", "task assignee", (0, 1, 1), id="another-assignee"),
        pytest.param("meeting.next", {"date": "2024-04-09"}, "meeting", (4, 0, 1), id="next-meeting"),
    ],
)
def test_what_the_gold_says_otherwise(
    path: str, value: Any, relation: str, counts: tuple[float, float, float], tmp_path: Path
) -> None:
    found = scored(tmp_path, changed(path, value))
    if counts == (0, 0, 0):
        assert Relation(relation) not in found.relations
    else:
        assert counted(found, relation) == counts


def test_equally_right_values_are_right(tmp_path: Path) -> None:
    told = gold()
    told["decisions"][0] |= {"kind": "approval", "alt_kinds": ["recommendation"], "quote": TASK}
    told["decisions"][0]["alt_quotes"] = ["Der Beirat empfiehlt das Projekt"]
    assert counted(scored(tmp_path, told), "decision kind") == (1, 0, 0)


def test_nobody_decided_what_was_withdrawn(tmp_path: Path) -> None:
    found = scored(tmp_path, changed("decisions.0.outcome", "withdrawn"))
    assert Relation.DECISION_BODY not in found.relations


def test_of_two_decisions_in_one_sentence_that_of_the_same_kind_is_meant(tmp_path: Path) -> None:
    second = """
      <decision/0> a pg:Decision ; pg:decisionKind pg:Acknowledgement .
      <evidence/x> a oa:Annotation ; oa:hasBody <decision/0> ; oa:hasTarget <target/4> .
    """
    found = scored(tmp_path, trig=TRIG + second)
    assert counted(found, "decisions") == (1, 1, 0)
    assert counted(found, "decision kind") == (1, 0, 0)


def test_deviations_name_file_and_line(tmp_path: Path) -> None:
    told = changed("tasks.0.due", "2024-05-01")
    told["persons"].append({"name": "Jo Frey"})
    found = scored(tmp_path, told, TRIG.replace("pg:Chair", "pg:MinuteTaker"))
    assert [(str(relation), d.what, d.file, d.place, d.expected, d.found) for relation, d in found.deviations] == [
        ("duties", "missing", "beirat.txt", "2", "chair · Karla Winzer", ""),
        ("duties", "wrong", "beirat.txt", "", "", "minutes · Karla Winzer"),
        ("persons", "missing", "beirat.txt", "", "Jo Frey", ""),
        ("task due", "different", "beirat.txt", "8", "due: 2024-05-01", "due: 2024-04-30"),
    ]


def test_a_document_that_the_graph_lacks_misses_everything(tmp_path: Path) -> None:
    found = scored(tmp_path, trig=TRIG.replace('"beirat.txt"', '"another.txt"'))
    assert found.absent == ("beirat.txt",)
    assert all((each.right, each.wrong) == (0, 0) for each in found.relations.values())
    assert counted(found, "persons") == (0, 0, 3)


def test_what_is_built_now_is_what_a_store_and_an_export_of_it_hold(tmp_path: Path) -> None:
    folder = write(tmp_path / "gold")
    built = evaluate([folder])
    store = tmp_path / "store"
    build([folder / "beirat.txt"], store)
    assert evaluate([folder], store=store) == built
    assert built[0].relations[Relation.MEETING].recall == 1


def test_an_export_may_be_trig(tmp_path: Path) -> None:
    import pyoxigraph

    graph = tmp_path / "graph.trig"
    quads = pyoxigraph.parse(nquads(), format=pyoxigraph.RdfFormat.N_QUADS)
    graph.write_bytes(pyoxigraph.serialize(quads, format=pyoxigraph.RdfFormat.TRIG) or b"")
    (found,) = evaluate([write(tmp_path / "gold")], graph=graph)
    assert found.macro_f1 == 1


@pytest.mark.parametrize(
    ("name", "content", "error", "said"),
    [
        pytest.param("graph.ttl", "", UsageError, "no export that can be scored", id="no-named-graphs"),
        pytest.param("graph.nq", "<a> nonsense", GraphError, "is no graph", id="broken"),
        pytest.param("graph.nq", None, UsageError, "cannot be read", id="not-there"),
    ],
)
def test_an_export_that_cannot_be_scored(
    name: str, content: str | None, error: type[Exception], said: str, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(error, match=said):
        evaluate([write(tmp_path / "gold")], graph=tmp_path / name)


def test_a_store_and_an_export_are_one_too_many(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="one of them"):
        evaluate([write(tmp_path / "gold")], graph=tmp_path / "graph.nq", store=tmp_path / "store")
