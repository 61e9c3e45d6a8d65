"""The body that met, from a field, the title, or the plan."""

from __future__ import annotations

import re
from collections import Counter

from protokollgraph.extract import dates, names, organisations
from protokollgraph.extract.draft import Draft, evidence
from protokollgraph.extract.passage import Passage
from protokollgraph.model import Evidence, Severity

_SESSION_OF = re.compile(r"[Ss]itzung\s+(?:der|des|vom|von)\s+")

_OF = re.compile(
    r"[Ss]itzung\s+(?:der|des)\s+(?P<name>[A-ZÄÖÜ][\w-]+(?:\s(?:(?:für|der|des|und)\s)?[A-ZÄÖÜ„][\w“-]+){0,6})"
)


_COMPOUND = re.compile(
    r"\b(?:(?P<stem>[A-ZÄÖÜ][a-zäöüß]{2,}?)sitzung|(?P<assembly>(?:[A-ZÄÖÜ][a-zäöüß]+haupt|Mitglieder|General|Haupt|Gesellschafter"
    r"|Gründungs|Einwohner|Bürger)versammlung))\b"
)


def read(draft: Draft, title: Passage | None) -> None:
    """Settle which body met, or find that the protocol does not say it."""
    stated = [f.value for f in draft.protocol.fields if f.name == "body"]
    occasion = [f.value for f in draft.protocol.fields if f.name == "occasion"]
    for passage in [*stated, *occasion, *([in_small_letters(title)] if title else [])]:
        found = _first_body(passage)
        if found:
            _set_body(draft, passage, found, inferred=False)
            return
        if (
            passage in stated
            and re.match(r"[^\W\d_]", passage.text)
            and len(passage.text) < 90
            and not dates.first(passage.text)
        ):
            draft.body = draft.gazetteer.organisation(passage.text, body=True)
            _note_body(draft, evidence(passage, "header.body-field"))
            return
    _concluded_body(draft)
    if draft.body is None and title:
        _named_body(draft, title)
    if draft.body is None and title:
        _in_compound(draft, title)
    if draft.body is None:
        draft.find("no-body", "The protocol does not say which body met.", Severity.WARNING)


def in_small_letters(title: Passage) -> Passage:
    """Words in capitals as names print them: "FACHBEIRAT „TRANSFORMATION“" is the Fachbeirat „Transformation“."""
    text = re.sub(r"[A-ZÄÖÜ]{4,}", lambda word: word.group().capitalize(), title.text)
    return Passage(text, title.origin, title.source, title.tears) if len(text) == len(title.text) else title


def _named_body(draft: Draft, title: Passage) -> None:
    """Whatever "Sitzung der …" names met, even if its form is none of a body."""
    match = _OF.search(title.text)
    if match:
        draft.body = draft.gazetteer.organisation(organisations.nominative(match["name"]), body=True)
        _note_body(draft, evidence(title, "header.session-of", 0.85, start=match.start("name"), end=match.end("name")))


def _in_compound(draft: Draft, title: Passage) -> None:
    """The body in the word for its sitting ("Vorstandssitzung"), or an assembly; the title beside it says whose."""
    match = _COMPOUND.search(title.text)
    if match is None:
        return
    name = match["assembly"] or _without_link(match["stem"])
    if not (match["assembly"] or organisations.is_body_word(name)):
        return
    draft.body = draft.gazetteer.organisation(name, body=True)
    _note_body(draft, evidence(title, "header.compound", 0.9, start=match.start(), end=match.end()))
    home = next((f for f in organisations.discover(title.text) if not f.body), None)
    if home:
        of = draft.gazetteer.organisation(home.name)
        draft.gazetteer.mention(of, evidence(title, "header.home", 0.9, start=home.start, end=home.end))
        draft.gazetteer[draft.body].part_of = of


def _without_link(stem: str) -> str:
    """The noun in a compound: "Vorstands-" is Vorstand, "Ausschuss-" stays."""
    return stem[:-1] if stem.endswith("s") and not stem.endswith("ss") else stem


def _first_body(passage: Passage) -> organisations.Found | None:
    """The body of a title line: behind "Sitzung der …" if there is one, else the first named."""
    bodies = [found for found in organisations.discover(passage.text) if found.body]
    after = _SESSION_OF.search(passage.text)
    behind = [found for found in bodies if after and found.start >= after.end() - 1]
    chosen = min(behind or bodies, key=lambda f: f.start, default=None)
    if chosen and (cut := _before_given(passage, chosen)):
        return cut
    if chosen:
        fuller = [f for f in bodies if organisations.key(f.name).startswith(organisations.key(chosen.name))]
        return max(fuller, key=lambda f: len(f.name))
    return None


def _before_given(passage: Passage, found: organisations.Found) -> organisations.Found | None:
    """A body without the given name behind its word: "Gemeinderates Anja Muster" in two lines names no place."""
    word = re.match(r"\S+\s+", passage.text[found.start :])
    person = names.full_at(passage.text, found.start + word.end()) if word else None
    if word is None or person is None or not person.name.given or not names.is_given(person.name.given.split()[0]):
        return None
    end = found.start + len(word.group().rstrip())
    return organisations.Found(found.start, end, found.name.split(" ")[0], True)


def _set_body(draft: Draft, passage: Passage, found: organisations.Found, *, inferred: bool) -> None:
    draft.body = draft.gazetteer.organisation(found.name, body=True, number=found.number)
    theme = found.theme
    if found.number and not theme:
        behind = re.match(r"\s*[–:-]\s*(?P<theme>[^\W\d_][^–|()\d]{4,100}?)\s*(?:$|\||\()", passage.text[found.end :])
        theme = behind["theme"] if behind and not inferred else None
    if theme:
        draft.gazetteer[draft.body].aliases.add(theme.strip())
    _note_body(draft, evidence(passage, "header.body", start=found.start, end=found.end, inferred=inferred))


def _note_body(draft: Draft, where: Evidence) -> None:
    if draft.body:
        draft.gazetteer.mention(draft.body, where)
    draft.meeting_evidence.append(where)


def _concluded_body(draft: Draft) -> None:
    """The Werkstatt that the plan calls its own: "Sachstand der Projekte der Werkstatt 4"; only if it is the one."""
    counted: Counter[int] = Counter()
    first: dict[int, tuple[Passage, organisations.Found]] = {}
    for item in draft.protocol.agenda:
        for found in organisations.discover(item.text.text):
            before = item.text.text[: found.start]
            if found.number and not re.search(
                r"(?:[Ff]ederf\w*:?\s?(?:in der |der )?|[Bb]ericht\w* (?:aus|der) (?:der )?|[Mm]itberatung (?:der )?)$",
                before,
            ):
                counted[found.number] += 1
                first.setdefault(found.number, (item.text, found))
    if len(counted) == 1 or (counted and counted.most_common(1)[0][1] > sum(counted.values()) / 2):
        passage, found = first[counted.most_common(1)[0][0]]
        _set_body(draft, passage, found, inferred=True)
