"""Papers: which an item has before it, of what kind they are, and who brought them in."""

from __future__ import annotations

import re
from functools import cache

from protokollgraph.extract import groups, hints, names, posts
from protokollgraph.extract.draft import Draft, Unit, evidence
from protokollgraph.extract.passage import Passage
from protokollgraph.extract.segment import Block, Section
from protokollgraph.extract.words import load
from protokollgraph.model import EntityKind, PaperFact, PaperKind

_INLINE = re.compile(
    r"(?<![\w])(?P<kind>BV|DS|Drs\.|Drucksache|Vorlage|Beschlussvorlage|Vorlagen-Nr\.|Antrag\sNr\.|MV|IV|Motion|Postulat"
    r"|Interpellation)\.?"
    r"(?:\s[-–]\s|[ -])?(?:Nr\.\s?)?(?P<number>\d{1,5}\s?[/-]\s?\d{2,4}(?:/\d{1,2})?|[IVX]{1,4}[/-]\d{2,5})(?!\d)"
)
_KIND = hints.bit(
    ["BV", "DS", "Drs.", "Drucksache", "orlage", "Antrag", "MV", "IV", "Motion", "Postulat", "Interpellation"]
)
_DIGIT = re.compile(r"\d[/-]\d")
_PREFIX = frozenset(("BV", "DS", "MV", "IV"))
"""Letters that belong to the number; "Vorlage" only says what it is the number of."""
_IDENTIFIER = re.compile(
    r"(?<![\w/.-])(?=(?:[A-ZÄÖÜ]{1,5}\s)?[^\s,;()]*\d)(?:[A-ZÄÖÜ]{1,5}[a-z]?[ /-]{1,2})?"
    r"(?:[A-Za-zÄÖÜ]{1,5}\d*|\d{1,6}|[IVX]{1,5})"
    r"(?:\s?[/-]\s?(?:[A-Za-z]{0,5}\d{1,6}|[A-Z]{1,3}\d?))*(?![\w/])"
)
_NO_IDENTIFIER = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2,4}|\d{1,2}\.\s\w+\s\d{4}|\b(?:vom|Seite|S\.|TOP|Nr)\b")
_MOVES = re.compile(r"(?:der|des|von|vom|durch)\s|vom\s\d.*$")
_DATED = re.compile(r"\s+vom\s+\d{1,2}\..*$", re.DOTALL)


def read(draft: Draft) -> None:
    """Record papers and movers of all items, and the papers that the text names besides."""
    for section in draft.protocol.sections:
        _section(draft, section)
    for unit in draft.units:
        _named(draft, unit)


@cache
def _kinds() -> list[tuple[PaperKind, re.Pattern[str]]]:
    return [(PaperKind(row["kind"]), re.compile(row["pattern"])) for row in load("papers")["kinds"]]


def kind_of(label: str) -> PaperKind | None:
    """What kind of paper a label announces: "Interfraktioneller Änderungsantrag" is an amendment."""
    word = " ".join(label.split()).casefold()
    return next((kind for kind, pattern in _kinds() if pattern.search(word)), None)


def identifiers(passage: Passage) -> list[Passage]:
    """The numbers behind a label: "2014/0174, 2014/0175 (Ergänzung)", "DS/1246/V", "VO/AA07/2012-188"."""
    text = passage.text.split("(")[0]
    if _NO_IDENTIFIER.search(text):
        return []
    return [passage.cut(m.start(), m.end()) for m in _IDENTIFIER.finditer(text) if any(c.isdigit() for c in m.group())]


def in_column(draft: Draft, number: str, passage: Passage) -> bool:
    """Record the papers in the column of an agenda, if it holds nothing else: "BV-0412/24"."""
    found = identifiers(passage)
    rest = passage.text
    for piece in found:
        rest = rest.replace(piece.text, "", 1)
    if not found or not all(_DIGIT.search(piece.text) for piece in found) or re.search(r"\w", rest):
        return False
    for piece in found:
        _listed(draft, number, piece)
    return True


def _section(draft: Draft, section: Section) -> None:
    papers: list[tuple[str, Block]] = []
    movers: list[Block] = []
    for block in section.blocks:
        if block.part == "paper" and block.label is not None:
            papers += [(_paper(draft, section, piece), block) for piece in identifiers(block.value)]
        elif block.part == "mover" and block.label is not None:
            found = identifiers(block.value) if _DIGIT.search(block.value.text) else []
            papers += [(_paper(draft, section, piece), block) for piece in found]
            movers.append(block)
    for key, block in papers:
        _facts(draft, section, key, block, movers, alone=len(papers) == 1)


def _paper(draft: Draft, section: Section, passage: Passage) -> str:
    return _listed(draft, section.number, passage)


def _listed(draft: Draft, number: str, passage: Passage) -> str:
    key = draft.gazetteer.thing(EntityKind.PAPER, re.sub(r"\s?([/-])\s?", r"\1", passage.text))
    draft.gazetteer.mention(key, evidence(passage, "papers.label", 0.98))
    listed = draft.item_papers.setdefault(number, [])
    if key not in listed:
        listed.append(key)
    return key


def _facts(draft: Draft, section: Section, key: str, block: Block, movers: list[Block], *, alone: bool) -> None:
    """Kind and movers of a paper; those of the item are its own only if the item has no other paper."""
    record = draft.gazetteer[key]
    source = movers[0] if alone and len(movers) == 1 else block
    label = source.label
    kind = kind_of(label.text) if label else None
    if label is not None and kind is not None:
        draft.paper_facts.append(PaperFact(key, evidence(label, "papers.kind"), kind=kind))
    if alone and section.heading and record.title is None:
        record.title = section.heading.squeeze().text.rstrip(" :–-")
    if alone:
        for mover in movers:
            for each, where in _movers(draft, mover):
                draft.paper_facts.append(PaperFact(key, evidence(where, "papers.mover"), mover=each))


def _movers(draft: Draft, block: Block) -> list[tuple[str, Passage]]:
    """Groups and people behind a label: "Antrag: SPD, GRÜNE", "Anfrage: Stadtrat Jan Muster (ABC)"."""
    value = block.value.squeeze()
    dated = _DATED.search(value.text)
    value = value.cut(0, dated.start()) if dated else value
    lead = _MOVES.match(value.text)
    value = value.cut(lead.end()) if lead else value
    found: list[tuple[str, Passage]] = []
    for piece in groups.pieces(value):
        key = groups.group(draft, piece, "papers.group", known=True)
        if key is None:
            line = posts.person_line(piece) if names.find_full(piece.text) else None
            key = draft.gazetteer.person(line.name) if line else None
            if key and line:
                draft.gazetteer.mention(key, evidence(line.printed, "papers.person"))
        if key is not None:
            found.append((key, piece))
    return found


def _named(draft: Draft, unit: Unit) -> None:
    """Papers that running text or a title names: "(Vorlage 005/2025)", "BV 12/2024"."""
    text = unit.passage.text
    for match in _INLINE.finditer(text) if unit.hints & _KIND and _DIGIT.search(text) else ():
        number = re.sub(r"\s?([/-])\s?", r"\1", match["number"])
        name = f"{match['kind']} {number}" if match["kind"] in _PREFIX else number
        key = draft.gazetteer.thing(EntityKind.PAPER, name)
        draft.gazetteer.mention(key, evidence(unit.passage, "papers.named", start=match.start(), end=match.end()))
        if unit.item and key not in draft.item_papers.setdefault(unit.item, []):
            draft.item_papers[unit.item].append(key)
