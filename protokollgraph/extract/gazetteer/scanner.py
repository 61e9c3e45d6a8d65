"""Finding known names in text."""

from __future__ import annotations

import re
from collections.abc import Iterable

import ahocorasick

from protokollgraph.extract.gazetteer.forms import forms
from protokollgraph.extract.gazetteer.record import Mention, Record
from protokollgraph.model import EntityKind


class Scanner:
    """Finds the names of some entities in text; made anew when a name comes or goes."""

    __slots__ = ("_automaton", "_kinds")

    def __init__(self, records: Iterable[Record]) -> None:
        self._automaton = ahocorasick.Automaton()
        self._kinds: dict[str, EntityKind] = {}
        for record in records:
            if record.kind in (EntityKind.TOPIC, EntityKind.PROTOCOL):
                continue
            self._kinds[record.key] = record.kind
            for form, exact in forms(record):
                if form not in self._automaton:
                    self._automaton.add_word(form, (len(form), record.key, exact))
        self._automaton.make_automaton()

    def scan(self, text: str) -> list[Mention]:
        """The names in a text: longest names first, none inside another, in the order of the text."""
        found: list[Mention] = []
        for last, (length, key, exact) in self._automaton.iter(text) if len(self._automaton) else ():
            start, end = last - length + 1, last + 1
            if (start and (text[start - 1].isalnum() or text[start - 1] == "-")) or not _ends(text, end, exact):
                continue
            found.append(Mention(start, end, key, self._kinds[key]))
        found.sort(key=lambda m: (m.start - m.end, m.start))
        chosen: list[Mention] = []
        for mention in found:
            if not any(m.start < mention.end and mention.start < m.end for m in chosen):
                chosen.append(mention)
        return sorted(chosen, key=lambda m: m.start)


def _ends(text: str, end: int, exact: bool) -> bool:
    """Whether a name ends here: at a border, or before an ending of the case ("Radweges")."""
    if end >= len(text) or not (text[end].isalnum() or text[end] in "-"):
        return True
    if text[end] == "-":
        return end + 1 < len(text) and not text[end + 1].isalnum()
    return not exact and bool(re.match(r"(?:e?s|n|en)(?![\w-])", text[end : end + 3]))
