"""Counts and forecasts: "72 Projekte bestätigt"."""

from __future__ import annotations

import re
from decimal import Decimal

from protokollgraph.extract import dates, hints, sentences
from protokollgraph.extract.draft import Draft, evidence
from protokollgraph.extract.passage import plain
from protokollgraph.extract.words import load
from protokollgraph.model import Figure

_COUNTABLE = hints.bit(
    [
        "rojekt",
        "orhaben",
        "nträge",
        "aßnahmen",
        "kizzen",
        "nahmen",
        "legungen",
        "willigungen",
        "escheide",
        "inwohner",
        "eilnehm",
        "itglieder",
        "lätze",
        "tellen",
        "etriebe",
        "nternehmen",
        "uszubildende",
    ]
)
_LONGEST = 80
_COUNTED = re.compile(
    r"\b(?P<number>\d{1,4}|[a-zäöü]{3,9})\s(?:(?:\w+e[nr]?|der)\s)?"
    r"(?:[\w-]*(?:[Pp]rojekte|[Vv]orhaben|[Aa]nträge|[Mm]aßnahmen|[Ss]kizzen|[Ii]nbetriebnahmen|[Gg]rundsteinlegungen"
    r"|[Bb]ewilligungen|[Bb]escheide|[Ee]inwohner|[Tt]eilnehm\w+|[Mm]itglieder|[Aa]rbeitsplätze|[Pp]lätze|[Ss]tellen"
    r"|[Bb]etriebe|[Uu]nternehmen|[Aa]uszubildende))n?\b"
)


def read(draft: Draft) -> None:
    """Record what the treatments count; a share of a whole counts once, with the sentence."""
    for unit in draft.units:
        if unit.item is None or unit.title or not unit.hints & _COUNTABLE:
            continue
        for start, end in sentences.split(unit.passage.text):
            text = unit.passage.text[start:end]
            match = next(hints.near(_COUNTED, text, _COUNTABLE, _LONGEST, small=True), None)
            if not match:
                continue
            number = match["number"]
            value = int(number) if number.isdigit() else load("numbers")["words"].get(number)
            if (
                value is None
                or value == 1
                or (number.isdigit() and re.search(r"[\d.]\s*$|\bTOP\s$", text[: match.start()]))
                or 1990 <= value <= 2060
            ):
                continue
            where = evidence(unit.passage, "figures.count", 0.85, start=start, end=end)
            draft.figures.append(Figure(Decimal(value), plain(text), where, unit.item, dates.first(text)))
