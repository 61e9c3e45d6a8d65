"""The path of a project: what happened to it where and when, and nothing that only looks so."""

from __future__ import annotations

from datetime import date

import pytest
from derived_world import Minutes, World, world

from protokollgraph.model import DecisionKind, ItemKind, Outcome

JANUARY, MARCH, MAY = date(2024, 1, 16), date(2024, 3, 6), date(2024, 5, 15)
PROJECT = "Seilbahn"


def minutes(day: date | None = MARCH, body: str = "Werkstatt 9", number: int | None = None) -> Minutes:
    return Minutes(f"{body} {day}.txt", body=body, day=day, number=number)


def path(built: World) -> list[tuple[str, str, str]]:
    """Position, stage and what happened there, in one text."""
    found = built.ask(
        "?at ?stage ?what",
        f"""?stage pg:stageOf <project/{PROJECT.lower()}> ; pg:stageKind ?what .
        OPTIONAL {{ ?stage schema:position ?at }}""",
    )
    stages = dict.fromkeys((at, stage.partition("/stage/")[2]) for at, stage, _ in found)
    return [(at, key, " ".join(w for a, s, w in found if s.endswith(f"/stage/{key}"))) for at, key in stages]


def test_the_stages_of_several_bodies_in_order() -> None:
    told = minutes(MARCH).treat("3", PROJECT, kind=ItemKind.PROJECT_PRESENTATION, discussed=True)
    told.decide(DecisionKind.RECOMMENDATION, Outcome.ADOPTED, PROJECT, item="3")
    told.decide(
        *(DecisionKind.REFERRAL, Outcome.REFERRED, PROJECT), by="Werkstatt 2", day=JANUARY, reported=True, item="3"
    )
    later = minutes(MAY, "Begleitausschuss").treat("1", PROJECT, "Radweg", kind=ItemKind.STATUS_REPORT)
    later.decide(DecisionKind.APPROVAL, Outcome.ADOPTED, PROJECT, by="Förderbank", day=date(2024, 4, 2), reported=True)
    assert path(world(later, told)) == [
        ("1", "werkstatt-2/2024-01-16", "Referral"),
        ("2", "werkstatt-9/2024-03-06", "Discussion ProjectPresentation Recommendation"),
        ("3", "foerderbank/2024-04-02", "Approval"),
        ("4", "begleitausschuss/2024-05-15", "StatusReport"),
    ]


def test_what_others_report_of_a_meeting_is_one_stage_with_its_own_minutes() -> None:
    own = minutes(JANUARY, "Werkstatt 2").treat("1", PROJECT)
    told = minutes(MARCH).treat("3", PROJECT)
    told.decide(DecisionKind.REFERRAL, Outcome.REFERRED, PROJECT, by="Werkstatt 2", day=JANUARY, reported=True)
    built = world(own, told)
    assert path(built)[0] == ("1", "werkstatt-2/2024-01-16", "Referral")
    stage = "project/seilbahn/stage/werkstatt-2/2024-01-16"
    assert built.ask("?m ?b ?d", f"<{stage}> pg:atMeeting ?m ; dl:had_responsible_organization ?b ; dct:date ?d") == [
        ("meeting/werkstatt-2/2024-01-16", "body/werkstatt-2", "2024-01-16")
    ]
    about = [each.rpartition("meeting/")[2] for (each,) in built.ask("?x", f"<{stage}> dct:references ?x")]
    assert about == [
        "werkstatt-2/2024-01-16/decision/reported-referral-seilbahn",
        "werkstatt-2/2024-01-16/treatment/1",
    ]
    assert len(built.ask("?t", f"<{stage}> prov:wasDerivedFrom ?t")) == 2


def test_what_is_only_reported_is_at_no_meeting() -> None:
    told = minutes(MARCH)
    told.decide(DecisionKind.REFERRAL, Outcome.REFERRED, PROJECT, by="Werkstatt 2", day=JANUARY, reported=True)
    assert path(world(told)) == [("1", "werkstatt-2/2024-01-16", "Referral")]
    assert world(told).ask("?m", "?stage pg:atMeeting ?m") == []


ADOPTED, REJECTED = Outcome.ADOPTED, Outcome.REJECTED
HAPPENED = [
    ("nothing but a treatment", minutes().treat("1", PROJECT), "Deliberation"),
    ("a presentation", minutes().treat("1", PROJECT, kind=ItemKind.PROJECT_PRESENTATION), "ProjectPresentation"),
    # who was presented cannot be told
    ("a presentation of two", minutes().treat("1", PROJECT, "A", kind=ItemKind.PROJECT_PRESENTATION), "Deliberation"),
    ("a debate on two", minutes().treat("1", PROJECT, "A", discussed=True), "Deliberation"),
    ("an item to discuss two", minutes().treat("1", PROJECT, "A", kind=ItemKind.DISCUSSION), "Discussion"),
    ("a report on two", minutes().treat("1", PROJECT, "A", kind=ItemKind.STATUS_REPORT), "StatusReport"),
    ("a decision of no treatment", minutes().decide(DecisionKind.ASSIGNMENT, ADOPTED, PROJECT), "Assignment"),
    ("no outcome", minutes().decide(DecisionKind.RECOMMENDATION, None, PROJECT), "Recommendation"),
    ("left open", minutes().decide(DecisionKind.RECOMMENDATION, Outcome.OPEN, PROJECT), "Deliberation"),
    ("put off", minutes().decide(DecisionKind.RECOMMENDATION, Outcome.POSTPONED, PROJECT), "Postponement"),
    ("refused", minutes().decide(DecisionKind.APPROVAL, REJECTED, PROJECT), "Rejection"),
    ("withdrawn", minutes().decide(DecisionKind.RECOMMENDATION, Outcome.WITHDRAWN, PROJECT), "Withdrawn"),
    (
        "a motion on a detail is refused",
        minutes()
        .decide(DecisionKind.REJECTION, REJECTED, PROJECT)
        .decide(DecisionKind.RECOMMENDATION, ADOPTED, PROJECT),
        "Recommendation",
    ),
    # of whom and when nobody says: that it was told here is all that is known
    ("reported of no day", minutes().decide(DecisionKind.APPROVAL, ADOPTED, PROJECT, reported=True), "StatusReport"),
    ("another project", minutes().treat("1", "A"), None),
]


@pytest.mark.parametrize(("given", "what"), [case[1:] for case in HAPPENED], ids=[case[0] for case in HAPPENED])
def test_what_happened(given: Minutes, what: str | None) -> None:
    assert path(world(given)) == ([("1", "werkstatt-9/2024-03-06", what)] if what else [])


def test_who_withdrew_by_letter_did_so_on_a_day_and_with_no_body() -> None:
    told = minutes().decide(DecisionKind.CONFIRMATION, Outcome.WITHDRAWN, PROJECT, day=JANUARY, reported=True)
    assert path(world(told)) == [("1", "2024-01-16", "Withdrawn")]


def test_a_stage_of_an_unknown_day_has_no_position() -> None:
    built = world(minutes(None, number=4).treat("1", PROJECT), minutes(MARCH).treat("1", PROJECT))
    assert path(built) == [("", "werkstatt-9/nr-4", "Deliberation"), ("1", "werkstatt-9/2024-03-06", "Deliberation")]


def test_stages_of_one_day_have_one_position() -> None:
    given = [minutes(MARCH, body).treat("1", PROJECT) for body in ("Werkstatt 8", "Werkstatt 9")]
    assert [at for at, _, _ in path(world(*given, minutes(MAY).treat("1", PROJECT)))] == ["1", "1", "2"]


def test_the_question_for_a_path() -> None:
    told = minutes().treat("1", PROJECT, kind=ItemKind.PROJECT_PRESENTATION, discussed=True)
    assert world(told, minutes(MAY).treat("1", "Radweg")).answer("project-path", project=PROJECT) == [
        (PROJECT, "2024-03-06", "Werkstatt 9", "Discussion"),
        (PROJECT, "2024-03-06", "Werkstatt 9", "ProjectPresentation"),
    ]
