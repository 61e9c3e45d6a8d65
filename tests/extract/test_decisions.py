"""Decisions: one sentence at a time in an invented protocol, and what it decides, or that it decides nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from invented_protocol import PROJECT, cases, name, names, protocol, read

from protokollgraph.model import Decision, DecisionKind, Extraction, Method, Outcome

APPROVAL = DecisionKind.APPROVAL
ASSIGNMENT = DecisionKind.ASSIGNMENT
COMMITMENT = DecisionKind.COMMITMENT
CONFIRMATION = DecisionKind.CONFIRMATION
ELECTION = DecisionKind.ELECTION
NOTED = DecisionKind.ACKNOWLEDGEMENT
POSTPONED = DecisionKind.POSTPONEMENT
RECOMMENDED = DecisionKind.RECOMMENDATION
REFERRED = DecisionKind.REFERRAL
REJECTED = DecisionKind.REJECTION
CONSENSUS, UNANIMOUS, MAJORITY = Method.CONSENSUS, Method.UNANIMOUS, Method.MAJORITY

OUTCOMES = {
    NOTED: Outcome.NOTED,
    POSTPONED: Outcome.POSTPONED,
    REFERRED: Outcome.REFERRED,
    REJECTED: Outcome.REJECTED,
}
"""What becomes of the subject; every other kind adopts it."""


@dataclass(frozen=True, slots=True)
class Act:
    """What a sentence decides; names instead of keys."""

    kind: DecisionKind
    method: Method | None = None
    votes: tuple[int | None, int | None, int | None] = (None, None, None)
    to: str | None = None
    body: str | None = "Werkstatt 6"
    day: str | None = "2024-05-14"
    reported: bool = False
    outcome: Outcome = Outcome.ADOPTED
    about: tuple[str, ...] = ()
    """Checked only where it is given."""
    label: str | None = None


def act(kind: DecisionKind, method: Method | None = None, **slots: object) -> Act:
    return replace(Act(kind, method, outcome=OUTCOMES.get(kind, Outcome.ADOPTED)), **slots)  # type: ignore[arg-type]


def told(kind: DecisionKind, body: str, day: str | None, method: Method | None = None, **slots: object) -> Act:
    """An act of another body or day that is only reported."""
    return act(kind, method, body=body, day=day, reported=True, **slots)


def seen(extraction: Extraction, decision: Decision, expected: Act | None = None) -> Act:
    votes = decision.votes
    return Act(
        kind=decision.kind,
        method=decision.method,
        votes=(votes.favor, votes.against, votes.abstention),
        to=name(extraction, decision.addressee),
        body=name(extraction, decision.body),
        day=decision.date.isoformat() if decision.date else None,
        reported=decision.reported,
        outcome=decision.outcome or Outcome.OPEN,
        about=tuple(names(extraction, decision.concerns)) if expected is None or expected.about else (),
        label=decision.label,
    )


def acts_of(words: str, *expected: Act) -> list[Act]:
    extraction = read(protocol(words))
    found = extraction.decisions
    return [seen(extraction, d, e) for d, e in zip(found, [*expected, *[None] * len(found)], strict=False)]


MAIN_CLAUSES = [
    ("Die Werkstatt empfiehlt das Projekt einstimmig zur Förderung.", act(RECOMMENDED, UNANIMOUS, about=(PROJECT,))),
    # the addressee in the dative
    (
        "Die Werkstatt 6 empfiehlt der IMAG die Förderung des Vorhabens im Konsens.",
        act(RECOMMENDED, CONSENSUS, to="IMAG"),
    ),
    ("Die Werkstatt erteilt dem Projekt ihre Empfehlung.", act(RECOMMENDED)),
    ("Das Gremium spricht sich ohne Gegenstimmen für die Förderung aus.", act(RECOMMENDED, votes=(None, 0, None))),
    ("Die Werkstatt votiert mit 8 zu 2 Stimmen für das Vorhaben.", act(RECOMMENDED, MAJORITY, votes=(8, 2, None))),
    ("Die Werkstatt schließt sich der Empfehlung der Werkstatt 2 an.", act(RECOMMENDED)),
    ("Die Werkstatt befürwortet das Vorhaben bei zwei Enthaltungen.", act(RECOMMENDED, votes=(None, None, 2))),
    (
        "Einstimmig bei zwei Enthaltungen empfiehlt die Werkstatt das Projekt.",
        act(RECOMMENDED, UNANIMOUS, votes=(None, None, 2)),
    ),
    ("Die Mitglieder stimmen der Änderung des Zeitplans zu.", act(APPROVAL)),
    ("Die Werkstatt beschließt mehrheitlich, eine Arbeitsgruppe einzurichten.", act(APPROVAL, MAJORITY)),
    (
        "Die Werkstatt lehnt den Antrag mit 3 Ja-Stimmen zu 7 Nein-Stimmen ab.",
        act(REJECTED, MAJORITY, votes=(3, 7, None)),
    ),
    ("Die Werkstatt nimmt den Bericht zur Kenntnis.", act(NOTED)),
    ("Die Werkstatt vertagt die Entscheidung auf den 02.07.2024.", act(POSTPONED)),
    ("Die Werkstatt stellt das Projekt zurück, bis der Kostenplan vorliegt.", act(POSTPONED, about=(PROJECT,))),
    ("Die Werkstatt verweist das Projekt an die Werkstatt 2.", act(REFERRED, to="Werkstatt 2")),
    ("Die Werkstatt leitet das Projekt an die IMAG weiter.", act(REFERRED, to="IMAG", about=(PROJECT,))),
    (
        "Die Werkstatt wählt Frau von Brandt einstimmig zur stellvertretenden Sprecherin.",
        act(ELECTION, UNANIMOUS, about=("Ilse von Brandt",)),
    ),
    (
        "Die Werkstatt beauftragt die Stadtwerke Lindenau GmbH, einen Kostenplan vorzulegen.",
        act(ASSIGNMENT, to="Stadtwerke Lindenau GmbH"),
    ),
    # minutes of an earlier day: confirmed today
    ("Die Werkstatt genehmigt das Protokoll vom 09.04.2024.", act(CONFIRMATION)),
    ("Die Werkstatt bestätigt das Protokoll der 11. Sitzung.", act(CONFIRMATION, about=("Protokoll der 11. Sitzung",))),
]

PASSIVE = [
    (
        "Das Projekt wird zur Förderung empfohlen (Ja: 9, Nein: 1, Enth.: 0).",
        act(RECOMMENDED, MAJORITY, votes=(9, 1, 0)),
    ),
    (
        "Das Projekt wird mit 5 dafür, 3 dagegen und 1 Enthaltung empfohlen.",
        act(RECOMMENDED, MAJORITY, votes=(5, 3, 1)),
    ),
    # the figures are read by their words
    ("Das Projekt wird empfohlen (9 x Ja, 1 x Enthaltung, 0 x Nein).", act(RECOMMENDED, votes=(9, 0, 1))),
    ("Das Projekt wird bei 1 Gegenstimme und 2 Enthaltungen empfohlen.", act(RECOMMENDED, votes=(None, 1, 2))),
    ("Einstimmig wird empfohlen, das Projekt zu fördern.", act(RECOMMENDED, UNANIMOUS)),
    ("Im Konsens wird das Projekt der IMAG zur Bestätigung empfohlen.", act(RECOMMENDED, CONSENSUS, to="IMAG")),
    ("Von der Werkstatt wird eine Empfehlung zur Förderung ausgesprochen.", act(RECOMMENDED)),
    ("Dem Antrag wird mit 7/2/1 zugestimmt.", act(APPROVAL, MAJORITY, votes=(7, 2, 1))),
    ("Es wird einstimmig beschlossen, die Unterlagen zu überarbeiten.", act(APPROVAL, UNANIMOUS)),
    ("Der Antrag wird mehrheitlich abgelehnt.", act(REJECTED, MAJORITY)),
    ("Der Antrag findet keine Mehrheit.", act(REJECTED)),
    ("Das Projekt wird nicht zur Förderung empfohlen.", act(REJECTED, about=(PROJECT,))),
    ("Die Tagesordnung wird einvernehmlich angenommen.", act(CONFIRMATION, CONSENSUS, about=("Tagesordnung",))),
    ("Das Protokoll der 11. Sitzung wird ohne Änderungen bestätigt.", act(CONFIRMATION)),
    ("Das Protokoll der letzten Sitzung gilt als genehmigt.", act(CONFIRMATION)),
    ("Das Projekt wird auf die Sitzung am 02.07.2024 verschoben.", act(POSTPONED)),
    ("Der Punkt wird von der Tagesordnung genommen.", act(POSTPONED)),
    ("Der Zwischenbericht wird zustimmend zur Kenntnis genommen.", act(NOTED)),
    (
        "Herr Petersen wird mit 9 Ja-Stimmen bei einer Enthaltung zum Sprecher gewählt.",
        act(ELECTION, votes=(9, None, 1), about=("Jonas Petersen",)),
    ),
    (
        "Die Stadtwerke Lindenau GmbH werden beauftragt, die Trasse zu prüfen.",
        act(ASSIGNMENT, to="Stadtwerke Lindenau GmbH"),
    ),
    (
        "Das Vorhaben wird in den Begleitausschuss Musterfeld verwiesen.",
        act(REFERRED, to="Begleitausschuss Musterfeld"),
    ),
    ("Das Projekt „Wärmering Lindenau“ wird in „Nahwärme Lindenau“ umbenannt.", act(APPROVAL)),
]

PERFECT = [
    ("Die Werkstatt hat das Projekt einstimmig empfohlen.", act(RECOMMENDED, UNANIMOUS, about=(PROJECT,))),
    ("Die Werkstatt hat den Antrag abgelehnt.", act(REJECTED)),
    ("Die Mitglieder haben dem Vorschlag zugestimmt.", act(APPROVAL)),
    ("Das Projekt wurde nicht empfohlen.", act(REJECTED)),
    ("Das Projekt wurde zurückgestellt, weil der Eigenanteil nicht gesichert ist.", act(POSTPONED)),
    # whoever withdraws a motion, nobody decided
    ("Herr Petersen hat den Antrag zurückgezogen.", act(APPROVAL, outcome=Outcome.WITHDRAWN, body=None)),
]

NOMINAL = [
    ("Beschluss: Empfehlung an die IMAG, einstimmig.", act(RECOMMENDED, UNANIMOUS, to="IMAG")),
    ("Beschluss 12/3: Das Projekt wird empfohlen. Abstimmung: 8/0/2", act(RECOMMENDED, votes=(8, 0, 2), label="12/3")),
    ("Votum: Weiterleitung an die IMAG, im Konsens.", act(RECOMMENDED, CONSENSUS, to="IMAG")),
    ("Ergebnis: abgelehnt (2 Ja, 6 Nein, 2 Enthaltungen).", act(REJECTED, MAJORITY, votes=(2, 6, 2))),
    ("Beschluss: Zustimmung.", act(APPROVAL)),
    ("Beschluss: Kenntnisnahme.", act(NOTED)),
    ("Beschluss: Vertagung auf Herbst.", act(POSTPONED)),
    ("Beschluss: Ablehnung bei 2 Ja-Stimmen und 6 Nein-Stimmen.", act(REJECTED, MAJORITY, votes=(2, 6, None))),
    # notes leave the verb out
    ("Protokoll bestätigt.", act(CONFIRMATION)),
    ("Projekt einstimmig empfohlen.", act(RECOMMENDED, UNANIMOUS)),
    ("Antrag mehrheitl. abgelehnt (3 Ja, 5 Nein, 1 Enth.).", act(REJECTED, MAJORITY, votes=(3, 5, 1))),
    ("TO einst. angenommen.", act(CONFIRMATION, UNANIMOUS)),
    ("Bericht z. K. genommen.", act(NOTED)),
]

VOTE_APART = [
    # the vote stands on a line of its own
    (
        "Das Projekt wird empfohlen.\nAbstimmungsergebnis: Ja: 6, Nein: 3, Enthaltungen: 0",
        act(RECOMMENDED, MAJORITY, votes=(6, 3, 0)),
    ),
    # the vote stands before the decision
    (
        "Abstimmung über das Projekt: 8 Ja, 1 Nein. Die Werkstatt empfiehlt das Projekt.",
        act(RECOMMENDED, MAJORITY, votes=(8, 1, None)),
    ),
    # figures alone: no votes against, no abstention
    (
        "Die Werkstatt empfiehlt das Projekt. (8 Ja, 0 Nein, 0 Enthaltungen)",
        act(RECOMMENDED, UNANIMOUS, votes=(8, 0, 0)),
    ),
    ("Die Werkstatt empfiehlt das Projekt. Einstimmig.", act(RECOMMENDED, UNANIMOUS)),
    # the vote says that the motion failed
    (
        "Herr Petersen beantragt, die Frist zu verlängern. Der Antrag wird mit 2 Ja und 7 Nein abgelehnt.",
        act(REJECTED, MAJORITY, votes=(2, 7, None), about=("die Frist zu verlängern", PROJECT)),
    ),
]

REPORTED = [
    ("Die IMAG hat das Projekt am 22.03.2024 bestätigt.", told(CONFIRMATION, "IMAG", "2024-03-22", about=(PROJECT,))),
    ("Das Projekt wurde am 22.03.2024 von der IMAG abgelehnt.", told(REJECTED, "IMAG", "2024-03-22")),
    ("Die IMAG lehnte das Projekt ab.", told(REJECTED, "IMAG", None)),
    (
        "Die Werkstatt 2 hatte das Projekt am 05.02.2024 mit 8 Ja-Stimmen und 1 Nein-Stimme empfohlen.",
        told(RECOMMENDED, "Werkstatt 2", "2024-02-05", MAJORITY, votes=(8, 1, None)),
    ),
    ("Die Werkstatt 2 empfahl das Projekt am 5. Februar 2024.", told(RECOMMENDED, "Werkstatt 2", "2024-02-05")),
    (
        "In der Werkstatt 2 wurde am 05.02.2024 eine Empfehlung ausgesprochen.",
        told(RECOMMENDED, "Werkstatt 2", "2024-02-05"),
    ),
    ("Durch die ILB wurde das Projekt am 30.04.2024 bewilligt.", told(APPROVAL, "ILB", "2024-04-30")),
    ("Die ILB hat das Projekt mit Bescheid vom 11.04.2024 bewilligt.", told(APPROVAL, "ILB", "2024-04-11")),
    (
        "Bewilligung des Projektes „Wärmering Lindenau“ durch die ILB am 30.04.2024.",
        told(APPROVAL, "ILB", "2024-04-30"),
    ),
    (
        "Der Kreistag Musterfeld hat dem Eigenanteil am 24.04.2024 zugestimmt.",
        told(APPROVAL, "Kreistag Musterfeld", "2024-04-24"),
    ),
    (
        "Die Gemeindevertretung Lindenau beschloss am 18.04.2024 einstimmig den Bau der Leitung.",
        told(APPROVAL, "Gemeindevertretung Lindenau", "2024-04-18", UNANIMOUS),
    ),
    # somebody tells of it
    (
        "Frau von Brandt berichtet, dass die IMAG das Projekt am 22.03.2024 bestätigt hat.",
        told(CONFIRMATION, "IMAG", "2024-03-22"),
    ),
    (
        "Frau von Brandt informiert: Der Kreistag Musterfeld hat am 24.04.2024 den Eigenanteil beschlossen.",
        told(APPROVAL, "Kreistag Musterfeld", "2024-04-24"),
    ),
    (
        "Nach Auskunft von Herrn Petersen wurde das Projekt am 22.03.2024 durch die IMAG bestätigt.",
        told(CONFIRMATION, "IMAG", "2024-03-22"),
    ),
    # our own body on an earlier day
    ("Die Werkstatt hat das Projekt am 13.02.2024 bereits empfohlen.", told(RECOMMENDED, "Werkstatt 6", "2024-02-13")),
]

PROMISES = [
    (
        "Die Stadtwerke Lindenau GmbH sagt die Übernahme des Eigenanteils zu.",
        act(COMMITMENT, body="Stadtwerke Lindenau GmbH"),
    ),
    ("Der Landkreis Musterfeld übernimmt die Kosten der Planung.", act(COMMITMENT, body="Landkreis Musterfeld")),
    (
        "Frau von Brandt sagt für den Landkreis Musterfeld die Kofinanzierung zu.",
        act(COMMITMENT, body="Landkreis Musterfeld"),
    ),
]


DENIED = [
    # "nicht" turns an act into a rejection
    ("Die Werkstatt stimmt der Förderung nicht zu.", act(REJECTED)),
    ("Die Werkstatt befürwortet das Vorhaben nicht.", act(REJECTED)),
    ("Die Werkstatt bestätigt das Protokoll nicht.", act(REJECTED)),
    ("Die Werkstatt empfiehlt, das Projekt nicht zu fördern.", act(REJECTED)),
    ("Das Projekt wird von der Werkstatt nicht befürwortet.", act(REJECTED)),
    ("Der Antrag wird nicht angenommen.", act(REJECTED)),
    ("Der Antrag wird nicht genehmigt.", act(REJECTED)),
    ("Der Antrag wurde von der ILB nicht bewilligt.", told(REJECTED, "ILB", None)),
    ("Die IMAG hat das Projekt nicht bestätigt.", told(REJECTED, "IMAG", None)),
    # "nicht nur", "nur unter Auflagen" do not
    ("Die Werkstatt empfiehlt das Projekt nur unter Auflagen.", act(RECOMMENDED)),
]

SELDOM = [
    ("Es wird beschlossen, eine Arbeitsgruppe zu bilden.", act(APPROVAL)),
    ("Es wurde einvernehmlich beschlossen, den Plan zu ändern.", act(APPROVAL, CONSENSUS)),
    ("Es wird mehrheitlich empfohlen, das Projekt zu fördern.", act(RECOMMENDED, MAJORITY)),
    ("Der Vorschlag wird mit 8 Ja-Stimmen und 2 Nein-Stimmen angenommen.", act(APPROVAL, MAJORITY, votes=(8, 2, None))),
    ("Dem Vorschlag wird einstimmig zugestimmt.", act(APPROVAL, UNANIMOUS)),
    ("Der Arbeitsplan 2025 wird genehmigt.", act(APPROVAL)),
    ("Die Geschäftsordnung wird einstimmig angenommen.", act(APPROVAL, UNANIMOUS)),
    ("Nach kurzer Diskussion wird das Projekt einstimmig empfohlen.", act(RECOMMENDED, UNANIMOUS)),
    # a clause before, between, behind
    ("Da der Eigenanteil fehlt, wird das Projekt zurückgestellt.", act(POSTPONED)),
    ("Das Projekt wird, obwohl der Eigenanteil fehlt, zur Förderung empfohlen.", act(RECOMMENDED)),
    ("Das Projekt wird empfohlen, wenn der Träger den Eigenanteil nachweist.", act(RECOMMENDED)),
    ("Vorbehaltlich der Zustimmung der IMAG wird das Projekt empfohlen.", act(RECOMMENDED)),
    # why it is put off is no decision of its own
    ("Der Punkt wird vertagt, weil die ILB den Antrag noch nicht bewilligt hat.", act(POSTPONED)),
    ("Die Empfehlung wird einstimmig erteilt.", act(RECOMMENDED, UNANIMOUS)),
    ("Damit ist das Projekt empfohlen.", act(RECOMMENDED)),
    ("Das Projekt erhält ein positives Votum (7 Ja, 0 Nein, 1 Enthaltung).", act(RECOMMENDED, votes=(7, 0, 1))),
    ("Zum Sprecher wird Herr Petersen gewählt.", act(ELECTION, about=("Jonas Petersen",))),
    ("Die Empfehlung erfolgt einstimmig.", act(RECOMMENDED, UNANIMOUS)),
    ("Das Projekt erhält die Empfehlung der Werkstatt.", act(RECOMMENDED)),
    ("Es besteht Einvernehmen, das Projekt zu empfehlen.", act(RECOMMENDED, CONSENSUS)),
    ("Die Werkstatt verständigt sich darauf, das Projekt zu empfehlen.", act(RECOMMENDED)),
    ("Die Werkstatt gibt das Projekt an die Werkstatt 2 ab.", act(REFERRED, to="Werkstatt 2")),
    # reported in a subordinate clause, or in the subjunctive of reported speech
    (
        "Das Projekt, das die IMAG am 22.03.2024 bestätigt hat, beginnt im Herbst.",
        told(CONFIRMATION, "IMAG", "2024-03-22"),
    ),
    (
        "Nachdem die IMAG das Projekt am 22.03.2024 bestätigt hatte, begann die Planung.",
        told(CONFIRMATION, "IMAG", "2024-03-22"),
    ),
    (
        "Herr Petersen berichtet, die IMAG habe das Projekt am 22.03.2024 bestätigt.",
        told(CONFIRMATION, "IMAG", "2024-03-22"),
    ),
    (
        "Wie die Werkstatt am 13.02.2024 beschlossen hat, wird ein Gutachten eingeholt.",
        told(APPROVAL, "Werkstatt 6", "2024-02-13"),
    ),
]

WRONGLY_READ = {
    "Es besteht Einvernehmen, das Projekt zu empfehlen.": "none",
    "Die Werkstatt verständigt sich darauf, das Projekt zu empfehlen.": "none",
    "Die Werkstatt gibt das Projekt an die Werkstatt 2 ab.": "none",
    "Das Projekt, das die IMAG am 22.03.2024 bestätigt hat, beginnt im Herbst.": "none",
    "Nachdem die IMAG das Projekt am 22.03.2024 bestätigt hatte, begann die Planung.": "none",
    "Herr Petersen berichtet, die IMAG habe das Projekt am 22.03.2024 bestätigt.": "none",
}

DECISIONS = [*MAIN_CLAUSES, *PASSIVE, *PERFECT, *NOMINAL, *VOTE_APART, *REPORTED, *PROMISES, *DENIED, *SELDOM]


@pytest.mark.parametrize(("words", "expected"), cases(DECISIONS, WRONGLY_READ))
def test_a_decision_is_read_with_all_it_states(words: str, expected: Act) -> None:
    assert acts_of(words, expected) == [expected]


SEVERAL = [
    # each of a list's points is one
    ("Beschluss: 1. Das Projekt wird empfohlen. 2. Die Stadtwerke Lindenau GmbH werden beauftragt, es zu planen.",
     (act(RECOMMENDED), act(ASSIGNMENT, to="Stadtwerke Lindenau GmbH"))),
    # "in derselben Sitzung" is the one just told of
    ("Die IMAG hat am 22.03.2024 das Projekt „Solardach Lindenau“ bestätigt. "
     "Das Projekt „Wärmering Lindenau“ wurde in derselben Sitzung abgelehnt.",
     (told(CONFIRMATION, "IMAG", "2024-03-22", about=("Solardach Lindenau",)),
      told(REJECTED, "IMAG", "2024-03-22", about=(PROJECT,)))),
    # two acts in one sentence
    ("Die Werkstatt empfiehlt das Projekt „Wärmering Lindenau“ und lehnt das Projekt „Solardach Lindenau“ ab.",
     (act(RECOMMENDED, about=(PROJECT,)), act(REJECTED, about=("Solardach Lindenau",)))),
    ("Die IMAG hat am 22.03.2024 das Projekt „Solardach Lindenau“ bestätigt "
     "und das Projekt „Wärmering Lindenau“ abgelehnt.",
     (told(CONFIRMATION, "IMAG", "2024-03-22", about=("Solardach Lindenau",)),
      told(REJECTED, "IMAG", "2024-03-22", about=(PROJECT,)))),
    ("Die Werkstatt empfiehlt das Projekt und beauftragt die Stadtwerke Lindenau GmbH mit der Planung.",
     (act(RECOMMENDED), act(ASSIGNMENT, to="Stadtwerke Lindenau GmbH"))),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), cases(SEVERAL, {}))
def test_several_decisions_are_kept_apart(words: str, expected: tuple[Act, ...]) -> None:
    assert acts_of(words, *expected) == list(expected)


EARLIER = [
    ("Im Vorjahr hatte die Werkstatt das Projekt abgelehnt.",),
    ("Damals wurde das Projekt abgelehnt.",),
    ("Das Projekt war im Jahr 2022 abgelehnt worden.",),
    ("Die Werkstatt 2 hat das Projekt in ihrer letzten Sitzung empfohlen.",),
    ("Im Februar hat die Werkstatt 2 das Projekt empfohlen.",),
]


@pytest.mark.parametrize("words", cases(EARLIER, {}))
def test_a_decision_of_an_unknown_day_has_none(words: str) -> None:
    (decision,) = read(protocol(words)).decisions
    assert decision.date is None


NEGATED = [
    ("Herr Petersen wird nicht gewählt.", ELECTION),
    ("Der Antrag wurde nicht abgelehnt.", REJECTED),
    ("Das Projekt wird nicht zurückgestellt.", POSTPONED),
    ("Die Entscheidung wird nicht vertagt.", POSTPONED),
    ("Das Projekt wird nicht weitergeleitet.", REFERRED),
    ("Die Werkstatt nimmt den Bericht nicht zur Kenntnis.", NOTED),
    ("Der Antrag wurde nicht zurückgezogen.", APPROVAL),
    ("Kein Mitglied stimmt dem Antrag zu.", APPROVAL),
    ("Das Projekt wird weder empfohlen noch abgelehnt.", REJECTED),
    ("Die Werkstatt spricht keine Empfehlung aus.", RECOMMENDED),
    ("Die Mehrheit für das Projekt kam nicht zustande.", APPROVAL),
]


@pytest.mark.parametrize(("words", "kind"), cases(NEGATED, {}))
def test_a_negated_act_has_not_happened(words: str, kind: DecisionKind) -> None:
    assert kind not in {decision.kind for decision in read(protocol(words)).decisions}


NONE = {
    "it has not happened": [
        "Über das Projekt wurde noch nicht abgestimmt.",
        "Eine Empfehlung wurde noch nicht ausgesprochen.",
        "Der Bescheid steht noch aus.",
        "Ein Beschluss wurde nicht gefasst.",
        "Eine Abstimmung fand nicht statt.",
        "Es gibt noch keinen Beschluss der IMAG.",
        "Niemand lehnt das Projekt ab.",
    ],
    "it is to come": [
        "Das Projekt soll in der nächsten Sitzung beschlossen werden.",
        "Die Bewilligung wird für den Sommer erwartet.",
        "Der Kreistag Musterfeld entscheidet am 20.06.2024 über den Eigenanteil.",
        "Die IMAG wird das Projekt voraussichtlich im Juli bestätigen.",
        "Der Kreistag Musterfeld wird den Eigenanteil im Juni beschließen.",
        "Die IMAG wird das Projekt im Juli behandeln und bestätigen.",
        "Die Werkstatt wird im Herbst entscheiden, ob sie das Projekt empfiehlt.",
        "Ein Beschluss könnte im Juli gefasst werden.",
        "Die Genehmigung der Niederschrift erfolgt in der nächsten Sitzung.",
        "Am 20.06.2024 beschließt der Kreistag Musterfeld über den Eigenanteil.",
    ],
    "it is wished": [
        "Die Werkstatt könnte das Projekt im Herbst empfehlen.",
        "Herr Petersen wünscht, dass die Werkstatt das Projekt empfiehlt.",
        "Die Werkstatt hätte das Projekt gern empfohlen.",
        "Herr Petersen bittet die Mitglieder, dem Projekt zuzustimmen.",
        "Herr Petersen schlägt vor, das Projekt zu empfehlen.",
        "Herr Petersen beantragt, das Projekt zu vertagen.",
    ],
    "it is a condition": [
        "Voraussetzung ist, dass der Kreistag Musterfeld zustimmt.",
        "Sobald die IMAG zugestimmt hat, beginnt der Bau.",
        "Wird das Projekt abgelehnt, prüft die Stadt andere Wege.",
        "Falls die Werkstatt das Projekt ablehnt, entfällt die Förderung.",
        "Wenn alle zustimmen, wird das Projekt weitergeleitet.",
        "Bevor die Werkstatt das Projekt bestätigt, wird ein Gutachten eingeholt.",
        "Projekte werden nur gefördert, wenn die Werkstatt sie empfiehlt.",
        "Um das Projekt zu empfehlen, fehlen Unterlagen.",
        "Ohne Beschluss des Kreistages kann nicht gebaut werden.",
    ],
    "it is asked": [
        "Die ILB prüft, ob das Projekt bewilligt werden kann.",
        "Frau von Brandt fragt, ob die Werkstatt das Projekt bestätigt hat.",
        "Die Frage, ob das Projekt empfohlen wird, wurde diskutiert.",
    ],
    "a person says so": [
        "Frau von Brandt bestätigt, dass der Eigenanteil gesichert ist.",
        "Herr Petersen bestätigt die Zahlen.",
        "Herr Petersen empfiehlt, die Kosten noch einmal zu prüfen.",
        "Herr Petersen stimmt dem Hinweis zu.",
        "Herr Petersen lehnt die Trasse ab.",
        "Herr Petersen nimmt die Kritik zur Kenntnis.",
        "Frau von Brandt berichtet vom Bahnhof. Sie lehnt eine Verlegung ab.",
        "Herr Petersen erläutert die Kosten. Er empfiehlt eine Senkung.",
        "Die Vertreterin des Landkreises lehnt die Trasse ab.",
        "Der Bürgermeister lehnt die Trasse ab.",
        "Der Bürgermeister bestätigt den Bedarf.",
        "Die Anwohner lehnen den Bau ab.",
        "Einige Mitglieder lehnen die Trasse ab.",
        "Ein Mitglied empfiehlt eine andere Trasse.",
        "Die Betreiber stimmen der Nutzung zu.",
        "Die geplante Trasse wird von den Anwohnern abgelehnt.",
        "Auf Nachfrage bestätigt die ILB den Eingang der Unterlagen.",
        "Die ILB hat den Eingang des Antrags bestätigt.",
        "Die Stadt Lindenau stimmt der Trasse zu.",
        "Die HSM empfiehlt eine andere Trasse.",
    ],
    "a thing says so": [
        "Die Messwerte bestätigen die Annahmen.",
        "Das Gutachten empfiehlt eine andere Trasse.",
        "Die Ergebnisse bestätigen den Bedarf.",
    ],
    "it is another meaning": [
        "Die Planung erfolgt in enger Abstimmung mit dem Landkreis Musterfeld.",
        "Der Fahrplan wurde mit dem Verkehrsverbund abgestimmt.",
        "Die Baugenehmigung wurde beantragt.",
        "Der Baubeginn wurde auf den Herbst verschoben.",
        "Die Veranstaltung wird auf Juni verschoben.",
        "Die Gäste werden verabschiedet.",
        "Für die Berechnung wurde ein Strompreis von 30 Cent angenommen.",
        "Die Unterlagen wurden an alle Mitglieder weitergeleitet.",
        "Als Standort wurde der Bahnhof gewählt.",
        "Der gewählte Standort liegt am Bahnhof.",
        "Die Trasse wurde zum Bahnhof verschoben.",
        "Die Buslinie wird von den Fahrgästen gut angenommen.",
        "Die Einladung wurde an die Stadt Lindenau weitergeleitet.",
        "Herr Petersen wurde zum Geschäftsführer bestellt.",
        "Es wird empfohlen, sich früh zu melden.",
        "Interessierten wird die Veranstaltung am 12.06.2024 empfohlen.",
        "Die Teilnehmenden wurden aufgefordert, sich zu melden.",
    ],
    "it is an attribute": [
        "Das genehmigte Verfahren wird fortgesetzt.",
        "Die beschlossene Satzung tritt im Juli in Kraft.",
        "Das empfohlene Vorgehen wird erläutert.",
        "Der abgelehnte Antrag lag im Vorjahr vor.",
        "Die Zahl der bewilligten Anträge steigt.",
        "Die Beschlüsse der 11. Sitzung wurden umgesetzt.",
    ],
    "it is an agenda phrase": [
        "Beratung und Beschlussfassung über das Projekt.",
        "Diskussion und Empfehlung.",
    ],
    "it sums up": [
        "Von 21 Projekten sind 13 bewilligt.",
        "Insgesamt wurden bisher 34 Vorhaben bestätigt.",
        "Bislang sind 5 Projekte abgelehnt worden.",
        "Seit Jahresbeginn wurden 12 Anträge bewilligt.",
    ],
    "it is a rule": [
        "Die Richtlinie sieht vor, dass die Werkstatt das Projekt empfiehlt.",
        "Anträge werden von der ILB in der Regel innerhalb von drei Monaten bewilligt.",
        "Herr Petersen weist darauf hin, dass vergleichbare Projekte abgelehnt wurden.",
    ],
    "it is proposed": [
        "Beschlussvorschlag: Die Werkstatt empfiehlt das Projekt.",
        "Beschlussentwurf: Die Werkstatt empfiehlt das Projekt.",
        "Antrag: Die Werkstatt möge das Projekt empfehlen.",
        "Es wird vorgeschlagen, das Projekt zu empfehlen.",
        "Hinweis: Die Werkstatt empfiehlt nur Projekte mit Träger.",
    ],
    "it is said again in other words": [
        "Im September beschließt die Stadtverordnetenversammlung Lindenau den Eigenanteil.",
        "Auf die Vorlage wird verwiesen.",
        "Es wurde auf die Richtlinie verwiesen.",
        "Die Mitglieder werden an das Büro verwiesen.",
        "Die Bürgerinitiative lehnt das Projekt ab.",
        "Viele Betriebe befürworten das Vorhaben.",
        "Die Fachleute empfehlen eine zweite Leitung.",
        "Die Studie bestätigt den Bedarf.",
        "Die Straße wurde für den Verkehr freigegeben.",
        "Die IMAG tagt am 20.06.2024 und bestätigt dann das Projekt.",
        "Erst wenn die ILB den Antrag bewilligt hat, beginnt der Bau.",
        "Solange die ILB den Antrag nicht bewilligt hat, ruht das Vorhaben.",
        "Der Vertreter der ILB empfiehlt, den Antrag zu überarbeiten.",
        "Der Müll wird zum Wertstoffhof weitergeleitet.",
    ],
}

LOOK_ALIKES = [(words,) for group in NONE.values() for words in group]


@pytest.mark.parametrize("words", cases(LOOK_ALIKES, {}))
def test_what_only_looks_like_a_decision_is_none(words: str) -> None:
    assert acts_of(words) == []
