"""Counted votes in the usual notations, and the words for how a decision was reached."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_protocol import cases

from protokollgraph.extract import votes
from protokollgraph.model import Method, Votes

CONSENSUS, UNANIMOUS, MAJORITY = Method.CONSENSUS, Method.UNANIMOUS, Method.MAJORITY

NOTATIONS = [
    # words with colons
    ("Abstimmungsergebnis: Ja: 9, Nein: 2, Enthaltungen: 1", (9, 2, 1)),
    ("(Ja: 14, Nein: 2, Enth.: 1)", (14, 2, 1)),
    ("(Ja-Stimmen: 14 Nein-Stimmen: 4 Enthaltungen: 2)", (14, 4, 2)),
    ("Ja = 5, Nein = 0, Enthaltung = 0", (5, 0, 0)),
    ("Ja: 8, Nein: 3, Anwesend: 11", (8, 3, None)),
    # without
    ("Ja 4  Nein 7  Enthaltung 1", (4, 7, 1)),
    ("JA 4, NEIN 7, ENTHALTUNG 1", (4, 7, 1)),
    ("Ja 7 Nein 1 Enthaltung 1", (7, 1, 1)),
    # a row of words, then a row of figures of the same length
    ("Ja-Stimmen Nein-Stimmen Enthaltungen 5 0 0", (5, 0, 0)),
    ("Ja-Stimmen Nein-Stimmen Enthaltungen 5 0", (None, None, None)),
    # figures first
    ("12 Ja, 2 Nein, 1 Enthaltung", (12, 2, 1)),
    ("9 Ja-Stimmen, 1 Nein-Stimme und 2 Enthaltungen", (9, 1, 2)),
    ("6 Ja-Stimmen bei 1 Stimmenthaltung", (6, None, 1)),
    # another order: words count, not places
    ("7 Ja, 1 Enthaltung, 3 Nein", (7, 3, 1)),
    # the head of a table and its row
    ("Ja Nein Enthaltung 7 3 1", (7, 3, 1)),
    ("Ja: Nein: Enthaltung: 7 3 1", (7, 3, 1)),
    # an empty cell: which one, nobody can tell
    ("Ja Nein Enthaltung 7 3", (None, None, None)),
    ("3 x Ja-Stimmen, 1 x Enthaltung 2 x Nein-Stimme", (3, 2, 1)),
    ("2 Enthaltungen, 8 Ja", (8, None, 2)),
    # for and against
    ("6 dafür, 2 dagegen, 1 Enthaltung", (6, 2, 1)),
    ("dafür: 6, dagegen: 2, Enth.: 0", (6, 2, 0)),
    ("6 Stimmen dafür, 2 Stimmen dagegen", (6, 2, None)),
    # parties behind the figure
    ("dafür: 10 (4 ABC, 6 XYZ)", (10, None, None)),
    # number words
    ("einstimmig bei zwei Enthaltungen", (None, None, 2)),
    ("bei einer Gegenstimme", (None, 1, None)),
    ("mit acht Ja-Stimmen, drei Nein-Stimmen und einer Enthaltung", (8, 3, 1)),
    ("bei zwei Gegenstimmen und drei Enthaltungen", (None, 2, 3)),
    ("zwölf Ja, keine Nein, keine Enthaltung", (12, 0, 0)),
    # none
    ("ohne Gegenstimmen angenommen", (None, 0, None)),
    ("ohne Gegenstimme bei 2 Enthaltungen", (None, 0, 2)),
    ("keine Gegenstimmen, keine Enthaltungen", (None, 0, 0)),
    ("9 Ja-Stimmen, keine Enthaltung", (9, None, 0)),
    # three figures, where a vote is spoken of
    ("Abstimmung: 12/2/1", (12, 2, 1)),
    ("Abstimmung 12 / 2 / 1", (12, 2, 1)),
    ("einstimmig angenommen (12/0/0)", (12, 0, 0)),
    ("Stimmen: 7 : 0 : 1", (7, 0, 1)),
    ("(7|2|1) beschlossen", (7, 2, 1)),
    # two figures
    ("mit 11:4 Stimmen", (11, 4, None)),
    ("mit 8 zu 2 Stimmen", (8, 2, None)),
    ("mit 3 gegen 7 Stimmen abgelehnt", (3, 7, None)),
    ("mit 47:39 Stimmen bei 2 Enthaltungen", (47, 39, 2)),
    ("Stimmverhältnis: 12 : 1", (12, 1, None)),
    ("18 Stimmen = einstimmig", (18, None, None)),
    # an empty form says nothing
    ("Ja: / Nein: / Enthaltung:", (None, None, None)),
    ("Abstimmung: Ja: ___ Nein: ___", (None, None, None)),
]

NO_VOTES = [
    # no figures
    ("einstimmig", (None, None, None)),
    ("Keine Abstimmung", (None, None, None)),
    ("findet keine Zustimmung", (None, None, None)),
    # the number of a motion
    ("Antrag 2 Ja 7 Nein 1", (7, 1, None)),
    # a date, a time, a scale, a parcel
    ("Beschluss vom 12.02.2024", (None, None, None)),
    ("Abstimmung um 19:30 Uhr", (None, None, None)),
    ("im Maßstab 1:500", (None, None, None)),
    ("Flurstück 12/3", (None, None, None)),
    ("Flurstücke 12/3/4", (None, None, None)),
    ("12/2/1", (None, None, None)),
    ("Beschluss 17/2024", (None, None, None)),
    ("(Vorlage 12/2024/1) beschlossen", (None, None, None)),
    # points and people are no votes
    ("Von 17 Mitgliedern sind 15 anwesend, 9 davon stimmberechtigt.", (None, None, None)),
    ("18 Punkte, 9 Ja, 1 Nein", (9, 1, None)),
    ("Es gab zwei Nachfragen, ja, auch drei Hinweise.", (None, None, None)),
    ("In 3 Jahren 5 Neinsager", (None, None, None)),
    ("", (None, None, None)),
]

VOTES_WRONG = {"(7|2|1) beschlossen": "no votes"}


@pytest.mark.parametrize(("text", "expected"), cases([*NOTATIONS, *NO_VOTES], VOTES_WRONG))
def test_counted_votes(text: str, expected: tuple[int | None, int | None, int | None]) -> None:
    assert votes.count(text) == Votes(*expected)


METHODS = [
    ("einstimmig angenommen", UNANIMOUS),
    ("EINSTIMMIG", UNANIMOUS),
    ("Einst. angenommen", UNANIMOUS),
    ("einmütig empfohlen", UNANIMOUS),
    ("Das ist Einstimmigkeit", UNANIMOUS),
    ("im Konsens", CONSENSUS),
    ("konsensual empfohlen", CONSENSUS),
    ("eine konsensuale Empfehlung", CONSENSUS),
    ("einvernehmlich beschlossen", CONSENSUS),
    ("im gegenseitigen Einvernehmen", CONSENSUS),
    ("als Konsensbeschluss", CONSENSUS),
    ("mehrheitlich abgelehnt", MAJORITY),
    ("mit großer Mehrheit", MAJORITY),
    ("mit Mehrheit", MAJORITY),
    ("mehrheitl. abgelehnt", MAJORITY),
    ("mit Stimmenmehrheit", MAJORITY),
    ("mit grossem Mehr", MAJORITY),
    ("grossmehrheitlich", MAJORITY),
    # nothing said
    ("angenommen", None),
    ("mit 9 Ja-Stimmen", None),
    # no method
    ("Konsens besteht nicht", None),
    ("Konsens konnte nicht hergestellt werden", None),
    ("die Mehrheit der Betriebe", None),
    ("nicht einstimmig", None),
    ("im Einvernehmen mit dem Landkreis", None),
    ("in Mehrheitsbesitz", None),
]


@pytest.mark.parametrize(("text", "expected"), cases(METHODS, {}))
def test_the_wording_of_a_method(text: str, expected: Method | None) -> None:
    assert votes.method(text) is expected


@pytest.mark.parametrize(
    ("stated", "figures", "expected"),
    [
        # the wording is first
        (UNANIMOUS, Votes(9, None, 1), UNANIMOUS),
        (MAJORITY, Votes(45, None, 2), MAJORITY),
        # votes for and against
        (None, Votes(9, 2, None), MAJORITY),
        (None, Votes(3, 9, 1), MAJORITY),
        # as many for as against
        (None, Votes(8, 8, None), None),
        # all for it
        (None, Votes(9, 0, 0), UNANIMOUS),
        # abstentions leave it open
        (None, Votes(9, 0, 2), None),
        (None, Votes(9, 0, None), None),
        (None, Votes(9, None, None), None),
        (None, Votes(), None),
    ],
)
def test_the_method_that_figures_leave_no_doubt_about(
    stated: Method | None, figures: Votes, expected: Method | None
) -> None:
    assert votes.concluded(stated, figures) is expected


@given(st.integers(0, 200), st.integers(0, 200), st.integers(0, 200), st.permutations(["Ja", "Nein", "Enthaltungen"]))
def test_figures_are_read_by_their_words_in_any_order(yes: int, no: int, abstain: int, order: list[str]) -> None:
    figures = {"Ja": yes, "Nein": no, "Enthaltungen": abstain}
    expected = Votes(yes, no, abstain)
    assert votes.count(", ".join(f"{word}: {figures[word]}" for word in order)) == expected
    assert votes.count(", ".join(f"{figures[word]} {word}" for word in order)) == expected


@given(st.text(st.sampled_from("0123456789/:|() JaNeinEnthabstimmung"), max_size=50))
def test_nothing_raises(text: str) -> None:
    votes.count(text)
    votes.method(text)
