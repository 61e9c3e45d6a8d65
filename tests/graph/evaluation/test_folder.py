"""Gold folders: what is read, and that everything which is wrong in one is named at once."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from gold_world import entities, gold, mention, write

from protokollgraph.errors import GoldError
from protokollgraph.graph.evaluation import gold as schema
from protokollgraph.graph.evaluation.folder import load, load_all

ROOT = Path(__file__).resolve().parents[3]


def problems(folder: Path) -> list[str]:
    """What is said of a folder, without the path in front."""
    with pytest.raises(GoldError) as raised:
        load(folder)
    assert raised.value.exit_code == 2
    return [line.removeprefix(f"{folder}/") for line in raised.value.lines]


def test_a_folder(tmp_path: Path) -> None:
    found = load(write(tmp_path / "gold"))
    assert found.name == "gold"
    assert [each.document.name for each in found.documents] == ["beirat.txt"]
    assert found.documents[0].gold.persons[0].posts[0].role == "Vorsitzende"
    assert [entity.name for entity in found.entities] == ["Karla Winzer", "Rita Olbers"]


def test_who_is_who_may_be_left_out_and_notes_may_lie_there(tmp_path: Path) -> None:
    folder = write(tmp_path / "gold")
    (folder / "entities.json").unlink()
    (folder / "NOTES.md").write_text("# How this was annotated", encoding="utf-8")
    (folder / "check.py").write_text("", encoding="utf-8")
    assert load(folder).entities == ()


def test_other_formats_have_gold_too(tmp_path: Path) -> None:
    folder = write(tmp_path / "gold")
    (folder / "beirat.txt").rename(folder / "beirat.md")
    (folder / "entities.json").unlink()
    assert [each.document.name for each in load(folder).documents] == ["beirat.md"]


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        pytest.param("persons.0.posten", [], "persons[0]: there is no key 'posten'; the keys are: ", id="unknown-key"),
        pytest.param("person", [], "there is no key 'person'; the keys are: ", id="unknown-key-at-the-top"),
        pytest.param("persons.0.posts.0.rolle", "x", "persons[0].posts[0]: there is no key 'rolle'", id="deep-inside"),
        pytest.param("persons.1.name", 7, "persons[1].name: Expected `str`, got `int`.", id="number-for-a-name"),
        pytest.param("persons.1.name", None, "persons[1].name: Expected `str`, got `null`.", id="null-for-a-name"),
        pytest.param("persons", {}, "persons: a list is wanted, not an object.", id="object-for-a-list"),
        pytest.param("persons.1", "Rita", "persons[1]: an object is wanted, not text.", id="text-for-an-object"),
        pytest.param("meeting", None, "meeting: an object is wanted, not null.", id="no-meeting"),
        pytest.param("meeting.date", "12.03.2024", "meeting.date: Invalid RFC3339 encoded date.", id="german-date"),
        pytest.param("meeting.start", "14.00 Uhr", "meeting.start: Expected `str` matching regex", id="german-time"),
        pytest.param("decisions.0.kind", "beschluss", "decisions[0].kind: Invalid enum value 'beschluss'.", id="kind"),
        pytest.param("attendance.0.status", "da", "attendance[0].status: Invalid enum value 'da'.", id="status"),
        pytest.param(
            "decisions.0.quote",
            "Der Beirat lehnt ab.",
            "decisions[0]: “Der Beirat lehnt ab.” does not stand in beirat.txt.",
            id="quote-not-in-the-text",
        ),
        pytest.param("decisions.0.quote", " ", "decisions[0]: “” does not stand in beirat.txt.", id="empty-quote"),
        pytest.param(
            "tasks.0.alt_quotes",
            ["x" * 90],
            f"tasks[0]: “{'x' * 59}…” does not stand in beirat.txt.",
            id="other-quote-not-in-the-text",
        ),
    ],
)
def test_what_does_not_fit_is_named_with_its_place(path: str, value: Any, said: str, tmp_path: Path) -> None:
    told: Any = gold()
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place = told
    for step in steps:
        place = place[step]
    place[last] = value
    (line,) = problems(write(tmp_path / "gold", told))
    assert line.startswith(f"beirat.json: {said}")


def test_a_key_that_is_needed(tmp_path: Path) -> None:
    told = gold()
    del told["persons"][0]["name"], told["meeting"]
    assert problems(write(tmp_path / "gold", told)) == [
        "beirat.json: meeting: is missing.",
        "beirat.json: persons[0].name: is missing.",
    ]


@pytest.mark.parametrize(
    ("one", "said"),
    [
        pytest.param(mention("Herr Niemand"), "“Herr Niemand” does not stand in beirat.txt.", id="words"),
        pytest.param(mention("Olbers", "b.txt"), "there is no b.txt with gold in the folder.", id="file"),
    ],
)
def test_mentions_that_lead_nowhere(one: dict[str, str], said: str, tmp_path: Path) -> None:
    who = entities()
    who[1]["mentions"].append(one)
    assert problems(write(tmp_path / "gold", who=who)) == [f"entities.json: [1].mentions[2]: {said}"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(
            b'{\n "meeting": {},\n "persons": [}\n}', ", line 3, column 14: is no JSON: Expecting value.", id="broken"
        ),
        pytest.param(b"", ", line 1, column 1: is no JSON: Expecting value.", id="empty"),
        pytest.param(b"[]", ": an object is wanted, not a list.", id="a-list"),
        pytest.param(b'{"meeting": "\xe4"}', ": is no UTF-8 (byte 13); save it as UTF-8.", id="not-utf-8"),
        pytest.param(b"[" * 100_000, ": is nested too deep for a protocol's gold.", id="nested"),
    ],
)
def test_json_that_cannot_be_used(content: bytes, said: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "gold")
    (folder / "beirat.json").write_bytes(content)
    (folder / "entities.json").unlink()
    assert problems(folder) == [f"beirat.json{said}"]


def test_everything_is_named_at_once(tmp_path: Path) -> None:
    told = gold()
    told["persons"][0]["posten"] = []
    told["tasks"][0] |= {"due": "bald", "quote": "Niemand tut es."}
    folder = write(tmp_path / "gold", told)
    (folder / "alone.txt").write_text("Protokoll", encoding="utf-8")
    (folder / "lost.json").write_text("{}", encoding="utf-8")
    (folder / "twice.txt").write_text("Protokoll", encoding="utf-8")
    (folder / "twice.md").write_text("Protokoll", encoding="utf-8")
    (folder / "twice.json").write_text('{"meeting": {', encoding="utf-8")
    (folder / "void.txt").write_text("", encoding="utf-8")
    (folder / "void.json").write_text('{"meeting": {}}', encoding="utf-8")
    (folder / "entities.json").write_text("{", encoding="utf-8")
    said = problems(folder)
    for wanted in (
        "alone.txt: no alone.json stands beside it; write it, or move the file.",
        "beirat.json: persons[0]: there is no key 'posten'",
        "beirat.json: tasks[0].due: Invalid RFC3339 encoded date.",
        "beirat.json: tasks[0]: “Niemand tut es.” does not stand in beirat.txt.",
        "twice.txt: twice.md has the same name; keep one of them.",
        "twice.json, line 1, column 14: is no JSON",
        "void.txt: is empty.",
        "lost.json: no lost.txt stands beside it; add the protocol.",
        "entities.json, line 1, column 2: is no JSON",
    ):
        assert any(line.startswith(wanted) for line in said), (wanted, said)
    assert len(said) == 9


def test_several_folders_are_told_of_together(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "else").mkdir()
    paths = [tmp_path / "nowhere", tmp_path / "empty", write(tmp_path / "gold"), write(tmp_path / "else" / "gold")]
    with pytest.raises(GoldError) as raised:
        load_all(paths)
    assert [line.partition(": ")[2] for line in raised.value.lines] == [
        "there is no such folder; give one with protocols and their annotations.",
        "no NAME.txt with NAME.json beside it; put at least one there.",
        "another folder is called 'gold' too; rename one, figures go by that name.",
    ]


def test_the_gold_of_the_project_is_whole() -> None:
    sets = load_all(sorted(path.parent for path in (ROOT / "tests" / "gold").glob("*/entities.json")))
    assert len(sets) >= 5
    assert all(each.documents and each.entities for each in sets)


def test_every_key_is_documented() -> None:
    page = (ROOT / "docs" / "evaluation.md").read_text(encoding="utf-8")
    kinds = [each for each in vars(schema).values() if is_dataclass(each)]
    assert len(kinds) > 10
    for kind in kinds:
        for field in fields(kind):
            assert f"`{field.name}`" in page, f"{field.name} of {kind}"


def test_the_example_of_the_documentation_has_only_known_keys() -> None:
    page = (ROOT / "docs" / "evaluation.md").read_text(encoding="utf-8")
    told = json.loads(page.partition("```json gold/beirat.json\n")[2].partition("```")[0])
    assert set(told) == {field.name for field in fields(schema.Gold)} - {"inferred", "optional", "note"}
