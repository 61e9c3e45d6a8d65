"""A change of surname, as it is printed beside a name: "Anja Muster (geb. Probe)", "Frau Muster, vormals Probe"."""

from __future__ import annotations

import re
from functools import cache

from protokollgraph.extract import hints, names, organisations
from protokollgraph.extract.draft import Draft, evidence
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.posts import is_party
from protokollgraph.extract.posts.beside import role_at
from protokollgraph.extract.posts.organisations import head_pattern
from protokollgraph.extract.words import load
from protokollgraph.model import EntityKind

HINT = hints.bit(lambda: [word.split(" ")[0] for words in load("surnames").values() for word in words])
"""Whether a text may tell of a change of surname."""


@cache
def _pattern() -> re.Pattern[str]:
    words = load("surnames")
    listed = "|".join(re.escape(word) for key in ("born", "before", "now") for word in words[key])
    verbs = "|".join(map(re.escape, words["verbs"]))
    return re.compile(
        rf"(?:(?P<bracket>\s?\()|,\s+|\s+[–-]\s+|\s+(?=(?:{verbs})\s)|\A)(?P<word>{listed}|{verbs}):?\s+"
        rf"(?:{names.SALUTATION}\s+)?(?:(?P<given>{names.GIVEN})\s+)?(?P<family>{names.SURNAME})"
        r"(?=\s?[),;.:]|\s*$|\s(?:und|sowie)\s|\s[a-zäöü])"
    )


def changed(text: str, start: int, given: str | None = None) -> re.Match[str] | None:
    """Another surname right behind a name; its groups are ``family`` and ``word``.

    The given name may be repeated ("vormals Anja Probe"), any other word before the surname makes it something else.
    """
    match = _pattern().match(text, start)
    if match is None or (match["given"] and match["given"] != given):
        return None
    if match["bracket"] and text[match.end() : match.end() + 2].strip()[:1] not in (")", ",", ";"):
        return None
    if match["word"] in load("surnames")["born"]:
        return match
    family = match["family"]
    other = (
        organisations.is_abbreviation(family)
        or is_party(family)
        or head_pattern().match(family)
        or role_at(family)
        or family in load("surnames")["not"]
        or any(found.start == 0 for found in organisations.discover(text[match.start("family") : match.end() + 60]))
    )
    return None if other else match


def note(draft: Draft, passage: Passage, key: str, end: int) -> None:
    """Enter the other surname that stands behind the name of a person known, if there is one."""
    person = draft.gazetteer[key].person
    match = changed(passage.text, end, person.given if person else None)
    if match is None or _is_place(draft, match["family"]):
        return
    draft.gazetteer.also_called(key, match["family"])
    where = evidence(passage, "people.other-surname", 0.9, start=match.start("family"), end=match.end("family"))
    draft.gazetteer.mention(key, where)


def _is_place(draft: Draft, word: str) -> bool:
    """Whether the document has an organisation of this name or place: "vormals Domowina", "jetzt Musterau"."""
    return any(
        word in re.split(r"[\s/,-]+", record.name)
        for record in draft.gazetteer.of_kind(EntityKind.ORGANISATION, EntityKind.BODY)
    )
