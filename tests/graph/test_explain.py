"""Everything that is known of one entity, with its sentences."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from endpoint import endpoint
from story import IRIS, derived, graphs

from protokollgraph.errors import UsageError
from protokollgraph.graph.explain import Explanation, Fact, explain
from protokollgraph.graph.explanation_text import render_text
from protokollgraph.graph.layout import cells
from protokollgraph.graph.remote import RemoteStore
from protokollgraph.graph.store import GraphStore

STORE = GraphStore.memory()
STORE.load([*graphs().values(), derived()])
DECISION = "meeting/werkstatt-2/2024-01-16/decision/1"


def of_topic(explanation: Explanation, topic: str) -> list[Fact]:
    return [fact for fact in explanation.facts if fact.topic == topic]


def test_person() -> None:
    found = explain(STORE, "anne brettin")
    assert (found.kind, found.name, found.iri) == ("person", "Anne Brettin", IRIS.person("anne-brettin"))
    (post,) = of_topic(found, "posts")
    assert post.details == (
        ("person", "Anne Brettin"), ("role", "Geschäftsführerin"), ("organisation", "Stadtwerke Musterau GmbH"),
        ("first seen", "2024-01-24"), ("last seen", "2024-01-24"),
    )  # fmt: skip
    attends, presents = of_topic(found, "participations")
    assert (attends.date, attends.body, dict(attends.details)["attendance"]) == ("2024-01-24", "Werkstatt 4", "Excused")
    assert dict(presents.details)["item"] == "4"
    assert dict(presents.details)["role"] == "Presenter"
    (quote,) = presents.quotes
    assert quote.text == "Anne Brettin stellt das Projekt Wärmespeicher Musterau vor."
    assert (quote.start, quote.end - quote.start, quote.confidence, quote.stated) == (2000, len(quote.text), 0.95, True)
    assert quote.protocol.title == "Ergebnisprotokoll der 16. Sitzung der Werkstatt 4"
    assert (quote.protocol.file, quote.protocol.date) == ("werkstatt-4-2024-01-24.txt", "2024-01-24")
    assert [each.text for each in found.mentions] == ["Anne Brettin"]


def test_project() -> None:
    found = explain(STORE, "Campus der Dinge")
    assert [fact.date for fact in of_topic(found, "treatments")] == ["2024-01-24", "2024-03-06"]
    assert [(stage.date, dict(stage.details)) for stage in of_topic(found, "path")] == [
        (day, {"at": "Werkstatt 4", "happened": "ProjectPresentation; Recommendation"})
        for day in ("2024-01-24", "2024-03-06")
    ]
    (said,) = of_topic(found, "projects")
    assert said.details == (
        ("project", "Campus der Dinge"), ("programme", "STARK"), ("sponsor", "Hochschule Beispielstadt"),
        ("lead body", "Werkstatt 4"), ("budget", "1500000"),
    )  # fmt: skip


def test_organisation_and_body() -> None:
    werkstatt = explain(STORE, "Werkstatt 4")
    assert len(of_topic(werkstatt, "meetings")) == 2
    (missing,) = of_topic(werkstatt, "missing sessions")
    assert (missing.date, dict(missing.details)["before"]) == ("2023-11-21", "2024-01-24")
    ministry = explain(STORE, "Ministerium für Beispiele")
    assert len(of_topic(ministry, "decisions")) == 4
    assert len(of_topic(explain(STORE, "SWM"), "posts")) == 2
    assert explain(STORE, "SWM").other_names == ("SWM",)


@pytest.mark.parametrize("name", [DECISION, IRIS.base + DECISION, f"<{IRIS.base}{DECISION}>"])
def test_decision_by_its_iri(name: str) -> None:
    found = explain(STORE, name)
    assert found.kind == "decision"
    (fact,) = found.facts
    assert dict(fact.details)["about"] == "Wärmespeicher Musterau"
    # two protocols speak of it, one only reports
    assert [(quote.protocol.body.rpartition("/")[2], quote.stated) for quote in fact.quotes] == [
        ("werkstatt-2", True),
        ("werkstatt-4", False),
    ]


def test_limit() -> None:
    found = explain(STORE, "Ministerium für Beispiele", limit=1)
    assert len(of_topic(found, "decisions")) == 1
    assert found.left_out == (("decisions", 3),)
    assert "… and 3 more" in render_text(found)
    assert explain(STORE, "Ministerium für Beispiele", limit=None).left_out == ()


@pytest.fixture
def server() -> Iterator[RemoteStore]:
    with endpoint(STORE.dump()) as address:
        yield RemoteStore(address)


def test_the_same_on_a_server(server: RemoteStore) -> None:
    assert explain(server, "Łukasz Šołta") == explain(STORE, "Łukasz Šołta")


def test_page() -> None:
    text = render_text(explain(STORE, "Jördis Kalauch"), width=80)
    assert text.startswith("Jördis Kalauch (person)\n  https://protokolle.example/id/person/joerdis-kalauch\n\nPosts\n")
    assert "      „Frau Kalauch prüft die Kosten bis Ende März.“" in text
    assert "stated, confidence 0.95" in " ".join(text.split())
    assert max(cells(line) for line in text.splitlines()) <= 80


def test_the_interval_of_a_post_is_told_if_it_is_more_than_a_day() -> None:
    assert "attested: 2024-01-24 to 2024-03-06" in " ".join(render_text(explain(STORE, "Łukasz Šołta")).split())
    assert "attested" not in render_text(explain(STORE, "Anne Brettin"))


def test_nobody() -> None:
    with pytest.raises(UsageError, match="Nobody and nothing"):
        explain(STORE, "Xylophon Qqq")
    with pytest.raises(UsageError, match="Nobody and nothing"):
        explain(STORE, "https://protokolle.example/id/nothing")
