"""People of one surname: who a printed name can mean, and what it adds to the name that is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from protokollgraph.extract.gazetteer.record import Record
from protokollgraph.extract.names import plain_letters
from protokollgraph.model import PersonName


def told_apart(fitting: Sequence[Record], name: PersonName, hint: str | None) -> list[str]:
    """The keys of those whom a hint, a title or a gender points to; all of them if nothing does."""
    if hint:
        words = hint.casefold()
        by_hint = [r.key for r in fitting if any(words in h.casefold() or h.casefold() in words for h in r.hints)]
        if len(by_hint) == 1:
            return by_hint
    if name.prefix:
        titled = [r.key for r in fitting if r.person and r.person.prefix]
        if len(titled) == 1:
            return titled
    if name.gender:
        same = [r.key for r in fitting if r.person and r.person.gender == name.gender]
        if len(same) == 1:
            return same
    return [r.key for r in fitting]


def complete(record: Record, name: PersonName) -> None:
    """Keep the fullest form of a name, and the title with the most parts."""
    known = record.person
    if known is None:
        return
    given = (
        name.given
        if name.given and (not known.given or (_initial(known.given) and not _initial(name.given)))
        else known.given
    )
    prefix = name.prefix if name.prefix and len(name.prefix) > len(known.prefix or "") else known.prefix
    record.person = replace(known, given=given, prefix=prefix, gender=known.gender or name.gender)
    record.name = record.person.full
    if name.full != record.name and name.given:
        record.aliases.add(name.full)


def compatible(known: PersonName, name: PersonName) -> bool:
    """Whether two printings of one surname can be one person: initials and what is left out contradict nothing."""
    if known.gender and name.gender and known.gender is not name.gender:
        return False
    if not known.given or not name.given:
        return True
    if _initial(known.given) or _initial(name.given):
        return known.given[0] == name.given[0]
    one, other = plain_letters(known.given), plain_letters(name.given)
    return one == other or one.split()[0] == other.split()[0]


def _initial(given: str) -> bool:
    return given.rstrip(".").__len__() <= 2 and given.endswith(".")
