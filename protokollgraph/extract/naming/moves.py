"""Posts that somebody had, or has by now: "Herr Muster, bisher Stadt Probe", "Frau Muster wechselt zum Amt Probe"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from protokollgraph.extract import dates, hints, people, sentences
from protokollgraph.extract.draft import Draft, evidence
from protokollgraph.extract.gazetteer import Mention
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.posts.beside import posts
from protokollgraph.extract.words import load
from protokollgraph.model import EntityKind

_ACTORS = (EntityKind.ORGANISATION, EntityKind.BODY)
_BESIDE = re.compile(r"(?:,\s|\s\()(?P<what>[^\s(),.;][^(),;]{3,90}?)(?=[),;]|\.(?:\s|$)|$)")
_TENSE = hints.bit(lambda: (*load("roles")["had"], *load("roles")["has_now"]))
_MOVE = hints.bit(lambda: [verb for key in ("moves_to", "joined", "left") for verb in (*load("roles")[key], "gehört")])


@cache
def _to() -> re.Pattern[str]:
    """What ends right before the organisation that somebody moves to."""
    verbs = "|".join(load("roles")["moves_to"])
    return re.compile(
        rf"\b(?:(?:{verbs})\s(?:[^.;]|(?<=\d)\.)*?\b(?:zur|zum|zu\sder|in\sdie|in\sden|an\sdie)"
        r"|(?P<belongs>gehört)\s(?:(?:[^.;]|(?<=\d)\.)*?\s)?(?:der|dem))\s$"
    )


@cache
def _behind() -> re.Pattern[str]:
    joined, left = ("|".join(load("roles")[key]) for key in ("joined", "left"))
    return re.compile(rf"\s(?:[a-zäöüß]+\s){{0,2}}(?:(?P<joined>{joined})|(?P<left>{left})|(?P<on>an))(?![\w-])")


def note(draft: Draft, passage: Passage, found: Sequence[Mention]) -> None:
    """Record the posts of people whose former or new organisation the text names.

    Only organisations and bodies that are known count, and of a sentence only if it names one person.
    """
    asked = hints.of(passage.text)
    if asked & _TENSE:
        for mention in found:
            if mention.kind is EntityKind.PERSON:
                _beside(draft, passage, mention)
    if asked & _MOVE:
        for start, end in sentences.split(passage.text):
            people_here = {m.key for m in found if m.kind is EntityKind.PERSON and start <= m.start < end}
            if len(people_here) == 1:
                actors = [m for m in found if m.kind in _ACTORS and start <= m.start < end]
                _moves(draft, passage, (start, end), people_here.pop(), actors)


def _beside(draft: Draft, passage: Passage, mention: Mention) -> None:
    match = _BESIDE.match(passage.text, mention.end)
    if match is None:
        return
    for post in posts(passage.cut(match.start("what"), match.end("what")))[0]:
        if post.organisation is None or not (post.former or post.since or _is_now(match["what"])):
            continue
        key = draft.gazetteer.named(post.organisation.text, *_ACTORS)
        if key:
            where = evidence(passage, "naming.former-post", 0.85, start=match.start("what"), end=match.end("what"))
            role = post.role.text if post.role else None
            people.membership(
                draft, mention.key, key, role, where, former=post.former, since=post.since, until=post.until
            )


def _is_now(text: str) -> bool:
    return text.startswith(tuple(load("roles")["has_now"]))


def _tells(to: re.Match[str] | None, behind: re.Match[str] | None) -> bool:
    """Whether the words on both sides of an organisation are a move; "gehört der X" without "an" says who owns it."""
    if to and to["belongs"]:
        return bool(behind and behind["on"])
    return bool(to or (behind and not behind["on"]))


def _moves(draft: Draft, passage: Passage, sentence: tuple[int, int], person: str, actors: Sequence[Mention]) -> None:
    start, end = sentence
    text = passage.text
    at = start
    for actor in actors:
        before = text[at : actor.start]
        behind = _behind().match(text, actor.end, end)
        left = bool(behind and behind["left"])
        to = _to().search(before)
        if actor.key != draft.body and _tells(to, behind):
            stop = behind.end() if behind else actor.end
            day = dates.first(before) if not left else None
            where = evidence(passage, "naming.move", 0.85, start=at, end=stop)
            people.membership(draft, person, actor.key, None, where, former=left, since=day)
        at = actor.end
