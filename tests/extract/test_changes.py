"""What a text says of changes (of surname, of organisation) and of namesakes, and what it does not say."""

from __future__ import annotations

from datetime import date

import pytest
from invented_protocol import protocol, read

from protokollgraph.extract import surnames
from protokollgraph.model import EntityKind, Extraction, Gender

ATTENDANCE = """Anwesend
Dr. Martina Holbein, Stadtwerke Lindenau GmbH
Ilse Brandt{beside}, Landkreis Musterfeld
Sven Krüger, Stadt Lindenau
"""


def extracted(item: str = "Es gab keine Fragen.", *, attendance: str = ATTENDANCE.format(beside="")) -> Extraction:
    return read(protocol(item, attendance=attendance))


def mentions(extraction: Extraction, name: str) -> list[str]:
    text = extraction.document.text
    return [text[m.span.start : m.span.end] for e in extraction.entities if e.name == name for m in e.mentions]


def people(extraction: Extraction) -> dict[str, tuple[str, ...]]:
    return {e.name: e.aliases for e in extraction.entities if e.kind is EntityKind.PERSON}


def memberships(extraction: Extraction, person: str) -> set[tuple[str, str | None, bool, date | None, date | None]]:
    names = {entity.key: entity.name for entity in extraction.entities}
    return {
        (names[m.organisation], m.role, m.former, m.since, m.until)
        for m in extraction.memberships
        if names[m.person] == person
    }


@pytest.mark.parametrize(
    "beside", [" (vormals Zarnack)", " (geb. Zarnack)", ", geb. Zarnack", ", vormals Zarnack", " (jetzt: Zarnack)"]
)
def test_another_surname_in_the_attendance_list_is_the_same_person(beside: str) -> None:
    found = extracted("Frau Zarnack fragt nach den Kosten.", attendance=ATTENDANCE.format(beside=beside))
    assert people(found)["Ilse Brandt"] == ("Ilse Zarnack",)
    assert "Zarnack" not in people(found)
    assert memberships(found, "Ilse Brandt") == {("Landkreis Musterfeld", None, False, None, None)}


@pytest.mark.parametrize(
    ("item", "name", "aliases"),
    [
        ("Frau Brandt (geb. Zarnack) berichtet. Frau Zarnack dankt.", "Ilse Brandt", ("Ilse Zarnack",)),
        ("Frau Zarnack dankt. Frau Brandt, vormals Zarnack, berichtet.", "Ilse Brandt", ("Ilse Zarnack",)),
        ("Frau Zarnack (jetzt: Brandt) berichtet.", "Ilse Brandt", ("Ilse Zarnack",)),
        ("Frau Keil heißt jetzt Anders. Frau Anders dankt.", "Keil", ("Anders",)),
    ],
)
def test_another_surname_in_a_sentence(item: str, name: str, aliases: tuple[str, ...]) -> None:
    found = people(extracted(item))
    assert found[name] == aliases
    assert not {"Zarnack", "Anders"} & set(found)


@pytest.mark.parametrize(
    "text",
    [
        "(vormals Stadt Guben)",
        "(früher FDP)",
        "(bisher IHK)",
        "(jetzt Domowina)",
        ", früher Landrat",
        "(geb. 1970)",
        "(Zarnack)",
    ],
)
def test_what_stands_beside_a_name_and_is_no_surname(text: str) -> None:
    assert surnames.changed(f"Ilse Brandt {text}", len("Ilse Brandt")) is None


def test_a_place_known_from_the_document_is_no_surname() -> None:
    found = extracted("Herr Krüger (früher Lindenau) berichtet.")
    assert people(found)["Sven Krüger"] == ()


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        (", bisher Stadt Guben", {("Stadt Guben", None, True, None, None)}),
        (", bis Juni 2023 Stadt Guben", {("Stadt Guben", None, True, None, None)}),
        (", bis 30.06.2023 Stadt Guben", {("Stadt Guben", None, True, None, date(2023, 6, 30))}),
        (", seit 01.07.2023 Stadt Guben", {("Stadt Guben", None, False, date(2023, 7, 1), None)}),
        (" (vormals Stadt Guben)", {("Stadt Guben", None, True, None, None)}),
        # an hour is a note, "vormals Zarnack" a surname
        (" (bis 11.30 Uhr)", set()),
        (", vormals Zarnack", set()),
    ],
)
def test_former_posts_beside_a_name(
    beside: str, expected: set[tuple[str, str | None, bool, date | None, date | None]]
) -> None:
    found = extracted(attendance=ATTENDANCE.format(beside=beside))
    own = {("Landkreis Musterfeld", None, False, None, None)}
    assert memberships(found, "Ilse Brandt") == expected | own


def test_what_somebody_has_now_makes_what_stands_before_it_former() -> None:
    found = extracted(
        attendance=ATTENDANCE.replace("Stadt Lindenau", "Stadt Lindenau, jetzt Amt Peitz").format(beside="")
    )
    assert memberships(found, "Sven Krüger") == {
        ("Stadt Lindenau", None, True, None, None),
        ("Amt Peitz", None, False, None, None),
    }


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("Frau Brandt, bisher Stadt Guben, stellt sich vor.", {("Stadt Guben", None, True, None, None)}),
        ("Frau Brandt (bisher Stadt Guben) stellt sich vor.", {("Stadt Guben", None, True, None, None)}),
        (
            "Frau Brandt wechselt zum 01.08.2024 zur Stadt Guben.",
            {("Stadt Guben", None, False, date(2024, 8, 1), None)},
        ),
        ("Frau Brandt teilt mit, dass sie die Stadt Guben verlassen hat.", {("Stadt Guben", None, True, None, None)}),
        ("Frau Brandt dankt der Stadt Guben.", set()),
        ("Frau Brandt sagt, das Haus gehört der Stadt Guben.", set()),
        # two people: who moves is not told
        ("Frau Brandt teilt mit, dass Herr Krüger zur Stadt Guben wechselt, und wechselt zur Stadt Guben.", set()),
    ],
)
def test_moves_told_in_a_sentence(
    item: str, expected: set[tuple[str, str | None, bool, date | None, date | None]]
) -> None:
    found = extracted(item + " Die Stadt Guben grüßt.")
    own = {("Landkreis Musterfeld", None, False, None, None)}
    assert memberships(found, "Ilse Brandt") == expected | own


NAMESAKES = ATTENDANCE.replace("Sven Krüger", "Jan Keil, Amt Peitz (AP)\nJan Keil")


@pytest.mark.parametrize(
    ("printed", "organisation"),
    [("Herr Jan Keil (AP)", "Amt Peitz"), ("Herr Keil (Stadt Lindenau)", "Stadt Lindenau"), ("Herr Keil", None)],
)
def test_the_organisation_beside_a_name_tells_namesakes_apart(printed: str, organisation: str | None) -> None:
    found = extracted(f"{printed} berichtet.", attendance=NAMESAKES.format(beside=""))
    name = printed.partition(" (")[0]
    who = [e.key for e in found.entities for m in e.mentions if found.document.text[m.span.start : m.span.end] == name]
    homes = [found.entity(m.organisation).name for m in found.memberships if m.person in who]
    assert homes == ([organisation] if organisation else [])
    assert ("ambiguous-person" in {finding.code for finding in found.findings}) is (organisation is None)


def test_umlauts_written_out_are_the_same_person() -> None:
    found = extracted("Herr Krueger dankt. Herr Kröger fragt.")
    assert mentions(found, "Sven Krüger")[-1] == "Herr Krueger"
    assert "Kröger" in people(found)


def test_a_title_and_a_given_name_that_a_later_mention_adds() -> None:
    found = extracted("Frau Dr. Brandt dankt.", attendance=ATTENDANCE.replace("Ilse", "I.").format(beside=""))
    brandt = next(e.person for e in found.entities if e.name == "I. Brandt")
    assert brandt is not None
    assert (brandt.prefix, brandt.gender) == ("Dr.", Gender.FEMALE)


COUNCIL = """Stadt Musterau

Niederschrift
über die 3. Sitzung der Stadtverordnetenversammlung der Stadt Musterau
am Donnerstag, 29.06.2023,

Anwesend:
CDU-Fraktion
Frau Anja Muster
Fraktion Wir für Musterau (WfM)
Herr Ole Probe

Tagesordnung
1. Eröffnung
2. Tempo 30

1. Eröffnung
Die Sitzung beginnt.

2. Tempo 30
{text}
"""


def test_a_group_is_named_by_its_heading_and_by_its_name_with_fraktion() -> None:
    found = read(COUNCIL.format(text="Die CDU-Fraktion dankt der Fraktion Wir für Musterau."))
    assert mentions(found, "CDU") == ["CDU", "CDU-Fraktion", "CDU-Fraktion"]
    assert "Fraktion Wir für Musterau" in mentions(found, "Wir für Musterau")


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("Die CDU-Fraktion hat dem Antrag zugestimmt.", []),
        ("Die CDU-Fraktion lehnt den Antrag ab.", []),
        ("Die CDU-Fraktion zieht ihren Antrag zurück.", ["withdrawn"]),
    ],
)
def test_a_group_decides_nothing_but_may_withdraw_its_motion(text: str, outcomes: list[str]) -> None:
    assert [decision.outcome for decision in read(COUNCIL.format(text=text)).decisions] == outcomes


def test_who_changes_groups_belongs_to_both_at_different_times() -> None:
    told = "Frau Muster teilt mit, dass sie die CDU-Fraktion verlassen hat und seit dem 01.06.2023 der WfM angehört."
    posts = {m[0]: m[2:4] for m in memberships(read(COUNCIL.format(text=told)), "Anja Muster")}
    assert posts["Wir für Musterau"] == (False, date(2023, 6, 1))
