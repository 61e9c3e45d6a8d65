"""Which session follows which, and which are missing: only what numbers and minutes leave no doubt about."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from derived_world import IRIS, Minutes, World, world

BODY = "body/werkstatt-9"


Reference = tuple[int | None, str | None]
"""Number and day of another session."""
Told = tuple[str, str, str, str]
"""First and last number, day and reason of a gap."""
NUMBERS_TELL, LATER_ONES_NAME, EARLIER_ONES_ANNOUNCE = "SessionNumbers", "NamedAsEarlier", "AnnouncedAsNext"


def session(
    day: str,
    number: int | None = None,
    *,
    previous: Reference | None = None,
    next: Reference | None = None,
    name: str = "",
    record: bool = False,
) -> Minutes:
    """Minutes of Werkstatt 9."""
    before, after = (
        None if each is None else (each[0], None if each[1] is None else date.fromisoformat(each[1]))
        for each in (previous, next)
    )
    file = f"{name or day}.txt"
    return Minutes(file, day=date.fromisoformat(day), number=number, previous=before, next=after, record=record)


def sessions(*days_and_numbers: tuple[str, int | None]) -> list[Minutes]:
    return [session(day, number) for day, number in days_and_numbers]


def follows(built: World) -> list[tuple[str, str]]:
    """Days of sessions that follow each other; both directions say the same."""
    found = built.ask("?a ?b", "?b pg:previousMeeting ?a")
    assert found == built.ask("?a ?b", "?a pg:nextMeeting ?b")
    return [(first.rpartition("/")[2][5:], then.rpartition("/")[2][5:]) for first, then in found]


def missing(built: World) -> list[tuple[str, ...]]:
    return built.ask(
        "?first ?last ?day ?why",
        f"""?gap a pg:SessionGap ; pg:gapIn <{BODY}> ; pg:gapShownBy ?why .
        OPTIONAL {{ ?gap pg:firstMissingNumber ?first ; pg:lastMissingNumber ?last }}
        OPTIONAL {{ ?gap dct:date ?day }}""",
    )


def codes(built: World) -> list[str]:
    return [code for _, code, _ in built.findings]


NUMBERS = [
    ("one after the other", [("2024-01-24", 16), ("2024-03-06", 17)], [("01-24", "03-06")], []),
    ("one is missing", [("2024-01-24", 16), ("2024-03-06", 18)], [], [("17", "17")]),
    ("three are missing", [("2024-01-24", 16), ("2024-09-04", 20)], [], [("17", "19")]),
    # no body meets fifteen times in January
    ("over New Year", [("2023-12-06", 15), ("2024-01-24", 16)], [("12-06", "01-24")], []),
    # a body that starts anew each year: number 3 may be of the new year
    ("over New Year, with a low number", [("2023-12-06", 2), ("2024-02-14", 3)], [], []),
    ("a gap over New Year, with a low number", [("2023-11-06", 2), ("2024-03-20", 5)], [], []),
    ("a new count each year", [("2023-11-08", 6), ("2024-01-24", 1), ("2024-03-06", 2)], [("01-24", "03-06")], []),
    ("a new count of a new term", [("2024-05-14", 43), ("2024-07-16", 1), ("2024-09-24", 2)], [("07-16", "09-24")], []),
    ("the same number a year later", [("2023-02-08", 1), ("2024-02-14", 1)], [], []),
    ("too far apart to tell", [("2022-01-12", 16), ("2024-03-06", 17)], [], []),
    ("too many in too short a time", [("2024-01-24", 16), ("2024-03-06", 61)], [], []),
    # the one in between may be session 17
    ("an unnumbered one between", [("2024-01-24", 16), ("2024-02-14", None), ("2024-03-06", 18)], [], []),
    ("a session of two days", [("2024-01-24", 16), ("2024-01-25", 17)], [("01-24", "01-25")], []),
    ("nobody numbers", [("2024-01-24", None), ("2024-03-06", None)], [], []),
]  # fmt: skip


@pytest.mark.parametrize(("given", "links", "gaps"), [case[1:] for case in NUMBERS], ids=[case[0] for case in NUMBERS])
def test_numbers(
    given: list[tuple[str, int | None]], links: list[tuple[str, str]], gaps: list[tuple[str, str]]
) -> None:
    built = world(*sessions(*given))
    assert follows(built) == links
    assert [each[:2] for each in missing(built)] == gaps


def test_a_gap_is_a_finding_about_the_minutes_behind_it() -> None:
    built = world(*sessions(("2024-01-24", 16), ("2024-03-06", 17), ("2024-06-05", 20), ("2024-07-03", 21)))
    assert built.findings == [
        (
            "2024-06-05.txt",
            "session-missing",
            "Sessions 18–19 of Werkstatt 9 are missing: their protocols are not among the documents, but session 17 of"
            " 2024-03-06 and session 20 of 2024-06-05 are.",
        )
    ]
    (row,) = built.ask(
        "?p ?before ?after",
        """?p pg:hasFinding ?gap . ?gap a pg:SessionGap ; pg:findingCode "session-missing" ; dct:references ?after ;
        pg:gapAfter ?before ; pg:gapBefore ?after""",
    )
    assert row == (
        "protocol/werkstatt-9/2024-06-05",
        "meeting/werkstatt-9/2024-03-06",
        "meeting/werkstatt-9/2024-06-05",
    )


def test_of_a_sample_nobody_misses_the_others() -> None:
    built = world(*sessions(("2024-01-24", 31), ("2024-06-12", 36)))
    assert missing(built) == [("32", "35", "", "SessionNumbers")]
    assert built.findings == []


def test_minutes_name_the_session_before() -> None:
    built = world(session("2024-01-24"), session("2024-03-06", previous=(None, "2024-01-24")))
    assert follows(built) == [("01-24", "03-06")]
    assert missing(built) == []
    (target,) = built.ask("?t", "<meeting/werkstatt-9/2024-03-06> prov:wasDerivedFrom ?t")
    assert target[0].startswith("protocol/werkstatt-9/2024-03-06/target/")


def test_minutes_announce_the_session_after() -> None:
    built = world(session("2024-01-24", next=(None, "2024-03-06")), session("2024-03-06"))
    assert follows(built) == [("01-24", "03-06")]


NAMED: list[tuple[str, list[Minutes], list[Told], list[str]]] = [
    (
        "before the first",
        [session("2024-01-24", 16, previous=(15, "2023-11-21"))],
        [("15", "15", "2023-11-21", LATER_ONES_NAME)],
        [],
    ),
    (
        "before the first, by its number",
        [session("2024-03-06", previous=(12, None))],
        [("12", "12", "", LATER_ONES_NAME)],
        [],
    ),
    (
        "behind the last",
        [session("2024-01-24", 16, next=(None, "2024-03-06"))],
        [("", "", "2024-03-06", EARLIER_ONES_ANNOUNCE)],
        [],
    ),
    (
        "between two",
        [session("2024-01-24"), session("2024-04-17", previous=(None, "2024-03-06"))],
        [("", "", "2024-03-06", LATER_ONES_NAME)],
        ["session-missing"],
    ),
    (
        "between two, and the numbers say so too",
        [session("2024-01-24", 16), session("2024-04-17", 18, previous=(17, "2024-03-06"))],
        [("17", "17", "2024-03-06", LATER_ONES_NAME), ("17", "17", "2024-03-06", NUMBERS_TELL)],
        ["session-missing"],
    ),
    # it may have been put off
    (
        "announced between two",
        [session("2024-01-24", next=(None, "2024-03-06")), session("2024-04-17")],
        [],
        [],
    ),
    # a slip, or the day on which the minutes were written
    (
        "two days beside a known one",
        [session("2024-01-24"), session("2024-03-06", previous=(None, "2024-01-26"))],
        [],
        [],
    ),
    ("a number only, between two", [session("2024-01-24"), session("2024-03-06", previous=(12, None))], [], []),
    # the number is of another count, or wrong
    (
        "with a number that does not fit",
        [session("2024-01-24", 16), session("2024-04-17", previous=(15, "2024-03-06"))],
        [],
        [],
    ),
    ("of its own day", [session("2024-03-06", previous=(None, "2024-03-06"))], [], []),
]


@pytest.mark.parametrize(("given", "gaps", "found"), [case[1:] for case in NAMED], ids=[case[0] for case in NAMED])
def test_sessions_that_are_named(given: list[Minutes], gaps: list[Told], found: list[str]) -> None:
    built = world(*given)
    assert missing(built) == gaps
    assert codes(built) == found
    assert follows(built) == []


def test_who_confirms_older_minutes_does_not_say_that_nothing_lies_between() -> None:
    given = [session("2024-01-24", 16), session("2024-04-17", 18, previous=(16, "2024-01-24"))]
    assert follows(world(*given)) == []
    assert [each[:2] for each in missing(world(*given))] == [("17", "17")]


def test_a_session_that_was_put_off_is_told() -> None:
    built = world(session("2024-01-24", 16, next=(None, "2024-03-06")), session("2024-03-13", 17))
    assert follows(built) == [("01-24", "03-13")]
    assert missing(built) == []
    ((path, code, message),) = built.findings
    assert (path, code) == ("2024-01-24.txt", "session-named-otherwise")
    assert message == (
        "The minutes of session 16 of 2024-01-24 announce the next one for 2024-03-06;"
        " session 17 of 2024-03-13 followed."
    )


@pytest.mark.parametrize("day", ["2024-01-14", "2024-02-14"])
def test_another_day_for_the_session_before_is_told_and_nothing_follows(day: str) -> None:
    built = world(session("2024-01-24", 16), session("2024-03-06", 17, previous=(16, day)))
    assert follows(built) == missing(built) == []
    ((path, code, message),) = built.findings
    assert (path, code) == ("2024-03-06.txt", "session-named-otherwise")
    assert day in message


DOUBTS = [
    ("two numbers", [session("2024-01-24", 16), session("2024-01-24", 19, name="b")], "the numbers 16 and 19"),
    ("one number twice", sessions(("2024-12-18", 45), ("2024-12-20", 45)), "45 on 2024-12-18 and 45 on 2024-12-20"),
    ("numbers that fall", sessions(("2024-01-24", 19), ("2024-03-06", 17)), "19 on 2024-01-24 and 17 on 2024-03-06"),
]


@pytest.mark.parametrize(("given", "told"), [case[1:] for case in DOUBTS], ids=[case[0] for case in DOUBTS])
def test_doubtful_numbers_tell_nothing_but_that(given: list[Minutes], told: str) -> None:
    built = world(*given, session("2025-01-15", 46), session("2023-12-06", 15))
    assert missing(built) == []
    ((_, code, message),) = built.findings
    assert code == "session-number-doubtful"
    assert told in message


def test_most_documents_of_a_session_are_right_about_its_number() -> None:
    parts = [session("2024-03-06", number, name=f"part-{n}") for n, number in enumerate((17, 17, 71))]
    built = world(session("2024-01-24", 16), *parts)
    assert follows(built) == [("01-24", "03-06")]
    assert codes(built) == ["session-number-doubtful"]


def test_a_session_that_is_named_by_its_number_is_the_one_that_has_it() -> None:
    built = world(session("2024-01-24", 16), session("2024-03-06", 17, previous=(16, None)))
    assert built.ask("?a ?b", "?a owl:sameAs ?b") == [("meeting/werkstatt-9/nr-16", "meeting/werkstatt-9/2024-01-24")]


def test_a_record_is_enough_for_a_session_to_be_known() -> None:
    record = session("2024-03-06", 17, record=True)
    built = world(session("2024-01-24", 16), record, session("2024-04-17", 18))
    assert follows(built) == [("01-24", "03-06"), ("03-06", "04-17")]
    assert missing(built) == []


def test_bodies_have_their_own_chains() -> None:
    other = Minutes("other.txt", body="Werkstatt 8", day=date(2024, 2, 14), number=17)
    built = world(session("2024-01-24", 16), other, session("2024-03-06", 17))
    assert follows(built) == [("01-24", "03-06")]


def test_a_session_without_a_day_is_in_no_chain() -> None:
    undated = Minutes("undated.txt", number=17)
    assert follows(world(session("2024-01-24", 16), undated)) == []


def test_a_long_chain_takes_a_few_lines_for_each_session() -> None:
    first = date(2015, 1, 14)
    given = [Minutes(f"{n}.txt", day=first + timedelta(days=28 * n), number=n + 1) for n in range(100)]
    built = world(*given)
    assert len(follows(built)) == 99
    assert built.findings == []
    assert len([line for line in built.derived.lines if IRIS.entity("meeting", "") in line]) < 600
