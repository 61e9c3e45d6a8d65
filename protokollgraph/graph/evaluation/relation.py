"""The relations that are scored, each with what counts as one of its facts."""

from __future__ import annotations

from enum import StrEnum


class Relation(StrEnum):
    """A kind of fact. The order is the one in which figures are shown; docs/evaluation.md defines each."""

    MEETING = "meeting"
    """One slot of the meeting: body, date, start, end, number, place; date and number of the one before and after."""
    DUTIES = "duties"
    """Who chairs, who takes the minutes."""
    PERSONS = "persons"
    TITLES = "titles"
    """A person and the academic title."""
    POSTS = "posts"
    """A person, a function and an organisation. Where the gold has no function, any fits."""
    ATTENDANCE = "attendance"
    """A person who is present, excused or absent, where a list or the text says so."""
    ORGANISATIONS = "organisations"
    """Without bodies that meet, which count where they act."""
    PROJECTS = "projects"
    PROJECT_FACTS = "project facts"
    """Programme, sponsor, lead body or budget of a project."""
    AGENDA = "agenda"
    """Number and title of an item."""
    CONTRIBUTORS = "contributors"
    """Number of an item and who presents, reports or speaks to it."""
    DECISIONS = "decisions"
    """Found where its words stand: see ``acts``. The relations below are told of decisions that were found."""
    DECISION_KIND = "decision kind"
    DECISION_OUTCOME = "decision outcome"
    DECISION_MAJORITY = "decision majority"
    DECISION_DATE = "decision date"
    DECISION_BODY = "decision body"
    DECISION_ADDRESSEE = "decision addressee"
    DECISION_VOTES = "decision votes"
    """Votes for, against and abstentions: one fact each."""
    DECISION_PROJECT = "decision project"
    TASKS = "tasks"
    TASK_ASSIGNEE = "task assignee"
    TASK_DUE = "task due"
    IDENTITIES = "identities"
    """Whether the mentions of one and the same are one node, across documents: see ``identities``."""


ORDER = {relation: place for place, relation in enumerate(Relation)}
