"""The record of votes under one label: one for the item, or one for each of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from protokollgraph.extract import votes
from protokollgraph.extract.passage import Passage, join
from protokollgraph.extract.resolutions.status import Status, status
from protokollgraph.extract.segment import Block
from protokollgraph.model import Method, Votes

_ITEMS = re.compile(
    r"(?P<words>(?:[Zz]u\s)?(?:[\w-]+er\s)?(?:Punkte?|TOP|Top|Tagesordnungspunkte?|Antr[aä]ge?|Ziffer(?=\s\d+\.\d))\s)?"
    r"(?P<numbers>\d{1,3}(?:[.:]\d{1,2})*[a-z]?(?:\s?(?:,|und|\+|bis)\s(?:TOP\s|Punkte?\s)?\d{1,3}(?:\.\d{1,2})*)*)\.?"
    r"(?:\s?[:–-]\s*|\s*$|\s(?=[Bb]ei\s|[Mm]it\s|[Ee]inst|[Mm]ehrh|[Kk]ein|[Ee]rledigt|[Aa]bgel|[Zz]ugest|[Aa]ngen|[Kk]ennt|[Vv]erwie|[Vv]ertag))"
)
_THE_REST = re.compile(r"\b(?:ansonsten|im Übrigen|die übrigen|sonst)\b", re.IGNORECASE)
"""Some voted one way and all others the other: "19 Ja, ansonsten Ablehnung"."""
_COUNT = re.compile(r"\d{1,3}(?:\s?:\s?\d{1,3})?\s+(?:x\s)?(?:[Jj]a|JA|[Nn]ein|NEIN|Stimm|Enth|dafür|dagegen|Gegen)")
_NAMED = re.compile(
    r"(?P<about>(?:Ziffern?|Ziff\.|Nr\.|Nummern?|Abs(?:atz|\.)|Satz|Teil|Buchstabe|Abschnitt|§+)\s?[^:]{1,60}?"
    r"|[^:\d]{0,40}?\b[\w-]*(?:[Aa]ntrag|[Aa]nträge|[Vv]orlage?|[Rr]esolution|[Vv]orschlag)\b(?:\s\([^()]*\))?[^:.;]{0,60}?)"
    r"\s*(?::|\s[–-])\s*|(?P<part>(?:Ziffern?|Ziff\.|Nr\.)\s\d{1,2}[a-z]?)\s(?=[Bb]ei\s|[Mm]it\s|[Ee]inst|[Mm]ehrh)"
)
_MATTER = re.compile(
    r"(?:[Gg]eänderte[rn]?\s|[Uu]rsprüngliche[rn]?\s)?(?:Beschluss|Verwaltungs|Sitzungs|Gesamt)?"
    r"[Vv]orlage?(?:\s\(\w+\))?|Beschlussvorschlag|Verwaltungsvorschlag|Schlussabstimmung|Gesamtabstimmung"
    r"|(?:Beschluss|Verwaltungs)?[Vv]orlage?\s(?:einschließlich|inklusive|inkl\.|samt|mit|unter\s(?:Berücksichtigung|Einbeziehung)"
    r"|in\sder\s(?:geänderten|ergänzten|so\sgeänderten)\sFassung)\b.*"
)

_AS_PROPOSED = re.compile(r"(?:[Ww]ie|[Gg]emäß|[Ll]aut|[Ee]ntsprechend)\s")


@dataclass(frozen=True, slots=True)
class Ballot:
    """One vote: what it is about, and how it ended."""

    passage: Passage
    status: Status | None
    method: Method | None
    votes: Votes
    items: tuple[str, ...] = ()
    """Numbers of the agenda items that it is about."""
    about: str | None = None
    """What else it is about, as printed: "Ziffer 2", "Änderungsantrag ABC"; None for the matter itself."""

    @property
    def is_silent(self) -> bool:
        """Whether neither figures nor a word say how it went: the cells were left empty."""
        return not self.votes and self.method is None


def ballots(blocks: Sequence[Block]) -> list[Ballot]:
    """The votes that the blocks record; a line without a vote word goes on with the one before."""
    found: list[Ballot] = []
    for passage in _joined(blocks):
        found.append(_ballot(passage))
    return found


def _joined(blocks: Sequence[Block]) -> Iterator[Passage]:
    """A head such as "Antrag ABC:" belongs to the line below it, and so do the cells of a table to one another."""
    held: Passage | None = None
    for block, following in zip_longest(blocks, blocks[1:]):
        value = block.passage if block.label and "verhältnis" in block.label.text else block.value
        passage = value if held is None else join((held, value))
        if following and votes.is_tally(block.value.text) and votes.is_tally(following.value.text):
            held = passage
            continue
        if passage.text.rstrip().endswith(":") and len(passage.text) < 80:
            held = passage
            continue
        held = None
        if passage:
            yield passage
    if held:
        yield held


def _ballot(passage: Passage) -> Ballot:
    text = passage.text
    items: tuple[str, ...] = ()
    about: str | None = None
    at = 0
    numbered = None if _COUNT.match(text) else _ITEMS.match(text)
    if numbered:
        items, at = tuple(_numbers(numbered["numbers"])), numbered.end()
        if re.match(r"(?:[Zz]u\s)?\w+er\s", numbered["words"] or ""):
            about = text[: numbered.end()].rstrip(" :–-")
    else:
        named = _NAMED.match(text)
        if named and not votes.is_result(text[: named.end()]):
            printed = (named["about"] or named["part"]).strip()
            matter = bool(_MATTER.fullmatch(printed))
            as_proposed = bool(_AS_PROPOSED.match(printed))
            about, at = None if matter or as_proposed else printed, 0 if as_proposed else named.end()
    rest = text[at:]
    figures = votes.count(rest)
    stated = votes.method(rest)
    method = votes.concluded(stated, figures)
    if method is None and figures and _THE_REST.search(rest):
        method = Method.MAJORITY
    return Ballot(passage, status(rest), method, figures, items, about)


def of_item(text: str) -> tuple[str, int] | None:
    """The item that a text is headed with, and where the text goes on: "Punkt 7.1: Der Ausschuss …"."""
    match = _ITEMS.match(text)
    numbers = list(_numbers(match["numbers"])) if match and match["words"] else []
    return (numbers[0], match.end()) if match and len(numbers) == 1 else None


def _numbers(text: str) -> Iterator[str]:
    """The numbers of a list; "8.1 bis 8.3" is spelled out."""
    found = re.findall(r"\d{1,3}(?:[.:]\d{1,2})*[a-z]?", text)
    if " bis " in text and len(found) == 2:
        stem, _, first = found[0].replace(":", ".").rpartition(".")
        last = found[1].rpartition(".")[2]
        if first.isdigit() and last.isdigit() and int(first) < int(last) < int(first) + 30:
            yield from (f"{stem}.{n}" if stem else str(n) for n in range(int(first), int(last) + 1))
            return
    yield from (each.replace(":", ".") for each in found)
