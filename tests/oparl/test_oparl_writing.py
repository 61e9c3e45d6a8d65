"""An export as OParl fits the rules of OParl 1.1, its addresses lead somewhere, and read back it states the same."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from invented_built import Built
from invented_minutes_of_council import MINUTES
from invented_records import EVERYTHING, MEETING, item

import protokollgraph
from protokollgraph.cli import main
from protokollgraph.errors import UsageError
from protokollgraph.extract.oparl import wordings
from protokollgraph.graph.export import export
from protokollgraph.graph.oparl import folder, results
from protokollgraph.graph.oparl.statements import Node
from protokollgraph.graph.store import GraphStore
from protokollgraph.model import DecisionKind, Method, Outcome
from protokollgraph.ontology.iris import DEFAULT_BASE
from protokollgraph.ontology.namespaces import DL, PG, PROV

RULES: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("required.yml").read_text(encoding="utf-8"))
ROOT = f"{DEFAULT_BASE}oparl/"
EXAMPLES = {
    path.name: path.read_text(encoding="utf-8")
    for path in sorted((Path(protokollgraph.__file__).parent / "examples").glob("*.txt"))
}
SOURCES: list[tuple[str, dict[str, Any]]] = [
    ("result minutes", EXAMPLES),
    ("council minutes", {"minutes.txt": MINUTES}),
    ("records", {"everything.json": EVERYTHING}),
    ("records and minutes", {"everything.json": EVERYTHING, "minutes.txt": MINUTES}),
]
EACH_SOURCE = pytest.mark.parametrize("files", [case[1] for case in SOURCES], ids=[case[0] for case in SOURCES])


def exported(built: Built, out: Path) -> list[dict[str, Any]]:
    """The objects of an export in one file."""
    with GraphStore.reader(built.store) as store:
        export(store, "oparl", out)
    found: list[dict[str, Any]] = json.loads(out.read_text(encoding="utf-8"))["data"]
    return found


def objects(content: Any) -> Iterator[dict[str, Any]]:
    """Every object with a class, wherever it stands."""
    if isinstance(content, dict):
        if "type" in content:
            yield content
        content = list(content.values())
    if isinstance(content, list):
        for each in content:
            yield from objects(each)


def fits(value: Any, rule: str) -> bool:
    """Whether a value is what the rule says."""
    if rule.startswith("["):
        return isinstance(value, list) and all(fits(each, rule[1:-1]) for each in value)
    match rule:
        case "text":
            return isinstance(value, str) and bool(value.strip())
        case "number":
            return isinstance(value, int) and not isinstance(value, bool)
        case "flag":
            return isinstance(value, bool)
        case "url":
            return isinstance(value, str) and re.fullmatch(r"https?://[^\s]+", value) is not None
        case "day":
            return isinstance(value, str) and bool(date.fromisoformat(value))
        case "moment":
            return isinstance(value, str) and datetime.fromisoformat(value).tzinfo is not None
        case _:
            return isinstance(value, dict) and value["type"].endswith(f"/{rule}")


def faults(content: Any) -> list[str]:
    """What breaks the rules."""
    found: list[str] = []
    for each in objects(content):
        kind = each["type"].removeprefix("https://schema.oparl.org/1.1/")
        rules = RULES[kind]
        found += [f"{kind} lacks {name}" for name in rules["required"] if name not in each]
        for name, value in each.items():
            if ":" in name:  # a property of one's own has a prefix
                continue
            if name not in rules["properties"]:
                found.append(f"{kind} has no property {name}")
            elif not fits(value, rules["properties"][name]):
                found.append(f"{kind}.{name} is {value!r}")
    return found


@EACH_SOURCE
def test_an_export_fits_the_rules_of_oparl(files: dict[str, Any], tmp_path: Path) -> None:
    data = exported(Built(tmp_path, files), tmp_path / "all.json")
    assert faults(data) == []
    kinds = {each["type"].rpartition("/")[2] for each in objects(data)}
    assert {"System", "Body", "Organization", "Meeting", "AgendaItem"} <= kinds


@EACH_SOURCE
def test_every_address_leads_to_an_object_of_its_class(files: dict[str, Any], tmp_path: Path) -> None:
    data = exported(Built(tmp_path, files), tmp_path / "all.json")
    kind_of = {each["id"]: each["type"].rpartition("/")[2] for each in objects(data)}
    expected = {"organization": "Organization", "person": "Person", "participant": "Person", "paper": "Paper"}
    expected |= {"meeting": "Meeting", "agendaItem": "AgendaItem", "consultation": "Consultation", "body": "Body"}
    for each in objects(data):
        if each["type"].endswith(("/System", "/Body")):
            continue
        for name, kind in expected.items():
            values = each.get(name, [])
            for value in values if isinstance(values, list) else [values]:
                assert kind_of[value if isinstance(value, str) else value["id"]] == kind, (each["id"], name)


FACTS = {
    "meetings": "SELECT DISTINCT ?m ?b ?d { ?m a pg:Meeting ; dct:date ?d ; dl:had_responsible_organization ?b . %s }",
    "starts": "SELECT DISTINCT ?m ?s ?e { ?m a pg:Meeting ; dl:activity_start_date ?s ; dl:activity_end_date ?e . %s }",
    "items": """SELECT DISTINCT ?i ?n ?t { ?i a pg:AgendaItem ; skos:notation ?n ; dct:title ?t ;
        dl:forms_part_of ?m . %s }""",
    "papers": "SELECT DISTINCT ?p ?n { ?p a pg:Paper ; dct:identifier ?n }",
    "decisions": """SELECT DISTINCT ?d ?k ?w { ?t prov:generated ?d ; dl:forms_part_of ?m . %s
        ?d pg:decisionKind ?k ; prov:value ?w }""",
    "outcomes": "SELECT DISTINCT ?d ?o { ?t prov:generated ?d ; dl:forms_part_of ?m . %s ?d dl:decision_outcome ?o }",
    "methods": "SELECT DISTINCT ?d ?o { ?t prov:generated ?d ; dl:forms_part_of ?m . %s ?d dl:decision_method ?o }",
    "votes": "SELECT DISTINCT ?d ?o { ?t prov:generated ?d ; dl:forms_part_of ?m . %s ?d dl:number_of_votes_favor ?o }",
    "terms": """SELECT DISTINCT ?n ?s ?e { ?t a pg:LegislativeTerm ; skos:prefLabel ?n ; schema:startDate ?s ;
        schema:endDate ?e }""",
    "people": "SELECT DISTINCT ?p ?n { GRAPH <graph/register> { ?p a foaf:Person ; foaf:name ?n } }",
    "bodies": """SELECT DISTINCT ?b ?n { ?m a pg:Meeting ; dl:had_responsible_organization ?b . %s
        GRAPH <graph/register> { ?b a pg:Body ; skos:prefLabel ?n } }""",
}
RECORDED = "FILTER EXISTS { ?m dl:recorded_in_a_realization_of|dct:source ?p }"
"""Meetings that are only announced are no part of an export."""


# Where minutes and records both have words, an export has those of one: titles and wordings are compared apart.
@pytest.mark.parametrize(
    ("files", "fact"),
    [
        pytest.param(files, fact, id=f"{source}-{fact}")
        for source, files in SOURCES
        for fact in FACTS
        if source != "records and minutes" or fact not in ("items", "decisions")
    ],
)
def test_what_is_read_back_is_the_same(files: dict[str, Any], fact: str, tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    (tmp_path / "second").mkdir()
    built = Built(tmp_path / "first", files)
    text = exported(built, tmp_path / "all.json")
    again = Built(tmp_path / "second", {"all.json": {"data": text}})
    query = FACTS[fact] % RECORDED if "%s" in FACTS[fact] else FACTS[fact]
    assert not again.report.failed
    assert again.ask(query) == built.ask(query)


def test_the_folder_has_a_file_for_every_address(tmp_path: Path) -> None:
    built = Built(tmp_path, EXAMPLES | {"minutes.txt": MINUTES})
    out = tmp_path / "oparl"
    with GraphStore.reader(built.store) as store:
        export(store, "oparl", out)
    files = {str(path.relative_to(out)): json.loads(path.read_text(encoding="utf-8")) for path in out.rglob("*.json")}
    addresses = re.findall(rf'"({re.escape(ROOT)}[^"]+)"', json.dumps(files))
    assert addresses
    assert {address.removeprefix(ROOT) for address in addresses} == set(files)
    for path, content in files.items():
        assert content.get("id", ROOT + path) == ROOT + path
    system = files["system.json"]
    (body,) = files[system["body"].removeprefix(ROOT)]["data"]
    for name in ("organization", "person", "meeting", "paper"):
        assert files[body[name].removeprefix(ROOT)]["pagination"]["currentPage"] == 1
    assert faults(list(files.values())) == []


def test_long_lists_come_in_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "PAGE", 2)
    built = Built(tmp_path, EXAMPLES)
    with GraphStore.reader(built.store) as store:
        export(store, "oparl", tmp_path / "oparl")
    page = json.loads((tmp_path / "oparl" / "meetings.json").read_text(encoding="utf-8"))
    assert (len(page["data"]), page["pagination"]["totalPages"]) == (2, 3)
    seen = list(page["data"])
    while next_page := page["links"].get("next"):
        page = json.loads((tmp_path / "oparl" / next_page.removeprefix(ROOT)).read_text(encoding="utf-8"))
        assert "prev" in page["links"]
        seen += page["data"]
    assert len(seen) == page["pagination"]["totalElements"] == len({each["id"] for each in seen}) == 5


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one = Built(tmp_path / "a", EXAMPLES)
    other = Built(tmp_path / "b", dict(reversed(EXAMPLES.items())))
    assert exported(one, tmp_path / "a.json") == exported(other, tmp_path / "b.json")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_an_empty_graph_is_an_empty_body(tmp_path: Path) -> None:
    with GraphStore.memory() as store:
        export(store, "oparl", tmp_path / "all.json")
    data = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))["data"]
    assert [each["type"].rpartition("/")[2] for each in data] == ["System", "Body"]
    assert faults(data) == []


def test_an_earlier_export_is_replaced_and_nothing_else(tmp_path: Path) -> None:
    with GraphStore.memory() as store:
        out = tmp_path / "oparl"
        export(store, "oparl", out)
        (out / "left-over.json").write_text("{}", encoding="utf-8")
        export(store, "oparl", out)
        assert not (out / "left-over.json").exists()
        letters = tmp_path / "letters"
        letters.mkdir()
        (letters / "dear.txt").write_text("Liebe Edda", encoding="utf-8")
        with pytest.raises(UsageError, match="holds something else"):
            export(store, "oparl", letters)
        assert (letters / "dear.txt").read_text(encoding="utf-8") == "Liebe Edda"
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_minutes_and_record_that_disagree_make_no_third_opinion(tmp_path: Path) -> None:
    meeting = MEETING | {"agendaItem": [MEETING["agendaItem"][0] | {"result": "mehrheitlich abgelehnt"}]}
    data = exported(
        Built(tmp_path, {"m.json": [meeting, *EVERYTHING[:-1]], "minutes.txt": MINUTES}), tmp_path / "a.json"
    )
    (agenda,) = [each["agendaItem"] for each in data if each["type"].endswith("/Meeting")]
    assert agenda[0]["result"] == "einstimmig beschlossen"


def test_several_decisions_of_an_item_are_all_there(tmp_path: Path) -> None:
    decisions = [
        {
            "kind": "approval",
            "outcome": "adopted",
            "method": "majority",
            "resolutionText": "Teil 1",
            "favor": 9,
            "against": 2,
        },
        {"kind": "rejection", "outcome": "rejected", "resolutionText": "Teil 2", "label": "17/2"},
        {"kind": "no kind", "resolutionText": "nichts"},
    ]
    meeting = MEETING | {"agendaItem": [item(1, "1", name="Haushalt") | {"protokollgraph:decision": decisions}]}
    built = Built(tmp_path, {"m.json": [meeting, *EVERYTHING[:-1]]})
    (item_,) = next(each for each in exported(built, tmp_path / "a.json") if each["type"].endswith("Meeting"))[
        "agendaItem"
    ]
    kept = item_["protokollgraph:decision"]
    assert [each["resolutionText"] for each in kept] == ["Teil 1", "Teil 2"]
    assert (kept[0]["favor"], kept[0]["against"], kept[1]["label"]) == (9, 2, "17/2")
    assert "result" not in item_


WORDS = [(kind, outcome, method) for kind in DecisionKind for outcome in Outcome for method in (None, *Method)]


@pytest.mark.parametrize(("kind", "outcome", "method"), WORDS, ids=["-".join(map(str, case)) for case in WORDS])
def test_words_of_a_result_are_understood_again_or_said_in_full(
    kind: DecisionKind, outcome: Outcome, method: Method | None
) -> None:
    values = {PG.decisionKind: (PG + kind.capitalize(),), DL.decision_outcome: (PG + outcome.capitalize(),)}
    values |= {DL.decision_method: (PG + method.capitalize(),)} if method else {}
    decision = Node("x", values | {PROV.value: ("Worte",), DL.number_of_votes_favor: ("7",)})
    words = results.result(decision)
    full = results.full(decision)
    assert (full["kind"], full["outcome"], full.get("method"), full["favor"]) == (kind, outcome, method, 7)
    if results.is_plain(decision):
        read = wordings.result(words or "")
        assert read is not None
        assert (read.kind, read.outcome, read.method, read.votes.favor) == (kind, outcome, method, 7)


# Without these, every export would be full of properties of our own.
@pytest.mark.parametrize("method", [None, *Method], ids=str)
@pytest.mark.parametrize(
    "words", ["approval adopted", "rejection rejected", "recommendation adopted", "referral referred"]
)
def test_usual_results_need_no_property_of_our_own(words: str, method: Method | None) -> None:
    kind, outcome = words.split()
    values = {PG.decisionKind: (PG + kind.capitalize(),), DL.decision_outcome: (PG + outcome.capitalize(),)}
    values |= {DL.decision_method: (PG + method.capitalize(),)} if method else {}
    assert results.is_plain(Node("x", values))


def test_the_command_writes_a_folder_a_file_or_standard_output(tmp_path: Path) -> None:
    built = Built(tmp_path, {"minutes.txt": MINUTES})
    runner = CliRunner()
    options = ["export", "--format", "oparl", "--store", str(built.store)]
    piped = runner.invoke(main, options)
    assert piped.exit_code == 0
    for name in ("all.json", "folder"):
        assert runner.invoke(main, [*options, "-o", str(tmp_path / name)]).exit_code == 0
    assert (tmp_path / "all.json").read_text(encoding="utf-8") == piped.stdout
    assert (tmp_path / "folder" / "system.json").is_file()
    shutil.rmtree(tmp_path / "folder")
