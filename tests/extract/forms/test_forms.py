"""Forms of minutes: what bodies in Germany, Austria and Switzerland print, what it states, what it does not."""

from __future__ import annotations

import agenda
import attendance
import bodies
import ends
import errands
import figures
import head
import notation
import printed
import pytest
import speakers
import titles
import traps
import votes
from notation import Form

TABLES = (
    titles.FORMS,
    head.FORMS,
    attendance.FORMS,
    agenda.FORMS,
    printed.FORMS,
    bodies.FORMS,
    votes.FORMS,
    errands.FORMS,
    speakers.FORMS,
    figures.FORMS,
    ends.FORMS,
    traps.FORMS,
)
LABELS = (
    head.LABELS,
    attendance.LABELS,
    agenda.LABELS,
    bodies.LABELS,
    figures.LABELS,
)
"""One form with each of its words; they do not count for the share."""

COUNTED = [form for table in TABLES for form in table]
FORMS = COUNTED + [form for table in LABELS for form in table]


def _understood(form: Form) -> object:
    gap = [pytest.mark.xfail(strict=True, reason=form.gap, raises=AssertionError)] if form.gap else []
    return pytest.param(form, marks=gap, id=form.id)


@pytest.mark.parametrize("form", [_understood(form) for form in FORMS])
def test_form_is_understood(form: Form) -> None:
    found = notation.facts_of(form.text, form.style)
    missing = notation.missing(form, found)
    assert not missing, "\n".join(("not read:", *missing, "read instead:", *sorted(found)))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_form_states_nothing_wrong(form: Form) -> None:
    found = notation.facts_of(form.text, form.style)
    assert notation.forbidden(form, found) == []


@pytest.mark.parametrize(("mark", "least"), [("C", 0.95), ("S", 0.75)], ids=["common", "seen"])
def test_share_of_forms_understood(mark: str, least: float) -> None:
    forms = [form for form in COUNTED if form.mark == mark]
    assert sum(form.gap is None for form in forms) >= least * len(forms)


def test_every_form_has_a_name_of_its_own() -> None:
    assert len({form.id for form in FORMS}) == len(FORMS)
    assert {form.mark for form in FORMS} <= {"C", "S"}
    assert all(form.states for form in FORMS)
