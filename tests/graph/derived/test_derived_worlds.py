"""Whatever minutes say: folds do not depend on the order, groups share no line, and every node rests on something."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from derived_world import IRIS, Minutes, world
from hypothesis import given, settings
from hypothesis import strategies as st

from protokollgraph.graph.derived import Claim, derive, derived_quads
from protokollgraph.model import DecisionKind, EntityKind, ItemKind, Outcome
from protokollgraph.ontology import schema

BODIES = ("Werkstatt 8", "Werkstatt 9", None)
PROJECTS = ("Seilbahn", "Radweg", "Mühle")
TITLES = ("Radweg am Lindenbach", "Querung an der Mühle", "Sonstiges")
DAYS = st.integers(0, 12).map(lambda weeks: date(2023, 11, 8) + timedelta(weeks=weeks))
NUMBERS = st.one_of(st.none(), st.integers(1, 6))
REFERENCES = st.one_of(st.none(), st.tuples(NUMBERS, st.one_of(st.none(), DAYS)))


@st.composite
def minutes(draw: st.DrawFn) -> Minutes:
    day = draw(st.one_of(st.none(), DAYS))
    made = Minutes(
        f"{draw(st.uuids())}.txt",
        body=draw(st.sampled_from(BODIES)),
        day=day,
        number=draw(NUMBERS),
        previous=draw(REFERENCES),
        next=draw(REFERENCES),
        record=draw(st.booleans()),
    )
    for _ in range(draw(st.integers(0, 3))):
        made.plan(draw(st.sampled_from("1234")), draw(st.sampled_from(TITLES)))
    for number in draw(st.lists(st.sampled_from("1234"), max_size=3)):
        kind = draw(st.sampled_from([None, *ItemKind]))
        made.treat(number, *draw(st.sets(st.sampled_from(PROJECTS))), kind=kind, planned=draw(st.booleans()))
    for _ in range(draw(st.integers(0, 3))):
        _decide(draw, made)
    for _ in range(draw(st.integers(0, 2))):
        made.post(
            "Ina Probe", "Stadt Musterau", draw(st.sampled_from([None, "Referentin"])), former=draw(st.booleans())
        )
    return made


def _decide(draw: st.DrawFn, made: Minutes) -> None:
    earlier = draw(st.one_of(st.none(), DAYS))
    about = None if earlier is None else made.entity(EntityKind.PROTOCOL, f"Protokoll vom {earlier}", date=earlier)
    made.decide(
        draw(st.sampled_from(DecisionKind)),
        draw(st.sampled_from([None, *Outcome])),
        *draw(st.sets(st.sampled_from(PROJECTS))),
        item=draw(st.sampled_from([None, *"12"])),
        by=draw(st.sampled_from([None, "Werkstatt 8", "Förderbank"])),
        day=draw(st.one_of(st.none(), DAYS)),
        reported=draw(st.booleans()),
        about=about,
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(minutes(), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_what_is_derived_of_any_minutes(given: list[Minutes], random: Random) -> None:
    built = world(*given)
    said, whole = list(built.claims), built.derived
    shuffled = random.sample(said, len(said))
    assert derived_quads(shuffled, IRIS) == whole
    groups = {claim.group for claim in said}
    through_strings = [Claim.of(claim.row()) for claim in shuffled]
    each = [derive(group, [c for c in through_strings if c.group == group], IRIS) for group in groups]
    assert sorted(line for one in each for line in one.lines) == list(whole.lines)
    assert len(set(whole.lines)) == len(whole.lines)
    assert schema.unknown_terms(whole.lines) == set()
    named = {line.split(" ", 1)[0] for line in whole.lines if "#hasFinding>" not in line and "#approvedBy>" not in line}
    assert named == {line.split(" ", 1)[0] for line in whole.lines if "prov#wasDerivedFrom>" in line}
