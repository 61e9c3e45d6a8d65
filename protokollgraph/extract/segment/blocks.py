"""Inside a treatment: paragraphs, and the labelled parts that they belong to ("Beschluss:", "Abstimmungsergebnis:")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from protokollgraph.extract import votes
from protokollgraph.extract.clean import Line
from protokollgraph.extract.passage import Passage, join
from protokollgraph.extract.segment.parts import Block
from protokollgraph.extract.style import Style

NEW_BLOCK = re.compile(
    r"(?:Beschl(?:uss|ussvorschlag|ussempfehlung)|Abstimmung(?:sergebnis)?|Abst\.-Erg\.|Ergebnis|Votum|Empfehlung"
    r"|Auf(?:gabe|trag)|Festlegung"
    r"|V(?:erantw(?:ortlich)?)?\.?|T(?:ermin)?\.?|Hinweis|Anmerkung|Nächste (?:Sitzung|Werkstatt))\b[^.;]{0,30}:"
)
LABEL = re.compile(r"(?P<label>[^\W\d_][^:\t]{1,45}?)(?:\s\((?P<aside>[^()]{1,30})\))?\s*:\s*", re.DOTALL)
_SHORT = 60
_PARAGRAPH = 90
"""Where nothing is wrapped, a longer line tells something new, though it says "einstimmig"."""
_PROSE = 45
"""A line of more letters is no heading."""
_QUALIFIED = re.compile(r"(?P<front>[^\W\d_]+)\s(?:an|für|des|der)\s.+|.+\s[–-]\s(?P<behind>[^\W\d_]+)")
_VOTED_ON = ("decision", "recommendation", "proposal")
HEAD_PARTS = ("paper", "mover")
"""Parts that belong to an item's heading."""
RESULT_PARTS = ("decision", "recommendation", "vote")
"""Parts that say how an item ended."""

_PART_OF_VOTE = re.compile(
    r"(?:(?:[Zz]u\s)?(?:Punkte?|TOP|Top|Ziffern?|Ziff\.|Nr\.|Nummern?|Absatz|Abs\.|Satz|Teil|Buchst\w*|Abschnitt|Antr[aä]ge?|§)\s?"
    r"(?:Nr\.\s?)?\w|\d{1,3}(?:\.\d{1,2})*\.?\)?:|\d{1,3}\.\d{1,2}\s|(?:\w+e[rs]?\s)?[\w-]*(?:[Aa]ntrag|[Aa]nträge|[Vv]orlage?|[Rr]esolution)\b[^.;]{0,60}?:|[a-z]\)\s)"
)
_PART_OF_DECISION = re.compile(r"(?:[Zz]u\s)?(?:Punkt|TOP|Top|Ziffer|Ziff\.)\s\d{1,3}(?:\.\d{1,2})*\b")
_ABOUT_VOTE = re.compile(
    r"(?i)\b(?:ja|nein|enthaltung\w*|stimm\w*|einstimmig\w*|mehrheitl\w*|zugestimmt|zustimmung|abgelehnt|ablehnung|angenommen"
    r"|annahme|beschlossen|kenntnis\w*|dafür|dagegen|verwiesen|vertagt|abstimmung|gewählt|anwesend|befangen|ja-stimmen?"
    r"|nein-stimmen?|erledigt|zurückgezogen|empfohlen|enth\.|gesamt)(?!\w)"
)
_SPEAKS = re.compile(
    r"(?:Der|Die|Das)\s(?:\w+\s)?(?:Vorsitzende|[Oo]berbürgermeister(?:in)?|[Bb]ürgermeister(?:in)?|Landr[aä]t(?:in)?|Verwaltung"
    r"|Ausschussvorsitzende|Ratsvorsitzende|Sitzungsleiter(?:in)?)\b"
    r"|(?:Herr|Frau|(?:Stadt|Gemeinde|Kreis|Markt|Orts(?:chafts)?|Bezirks)r[aä]t(?:in)?|Rats(?:herr|frau|mitglied)"
    r"|(?:Stadt|Bezirks)verordnete[r]?|Gemeindevertreter(?:in)?|Kreistagsabgeordnete[r]?|(?:Ober|Erste[r]?\s)?[Bb]ürgermeister(?:in)?"
    r"|Vorsitzende[r]?)\s(?:[A-ZÄÖÜ]|von\s)"
)


_FIGURES = re.compile(r"\d{1,3}(?:[\s|]+\d{1,3})+")


@dataclass(slots=True)
class _Part:
    """The part that lines belong to at the moment."""

    name: str | None = None
    alone: bool = False
    """The label has a line of its own, and the value stands below."""
    filled: bool = False


@dataclass(slots=True)
class _Group:
    """Lines of one block."""

    lines: list[Line]
    part: str | None = None
    label: Passage | None = None
    value_at: int = 0
    bullet: bool = field(default=False)


def wrap_width(found: Sequence[Line]) -> int | None:
    """The width at which prose is wrapped, None if each paragraph is one line."""
    widths = sorted(line.indent + len(line.text) for line in found if len(line.text) > 40)
    if len(widths) < 8 or widths[-1] > 130:
        return None
    return widths[-max(1, len(widths) // 20)]


def blocks(style: Style, body: Sequence[Line], width: int | None) -> tuple[Block, ...]:
    """Paragraphs of the lines: wrapped ones are joined, also across a page border; labels that stand alone are kept
    with the first block of their part."""
    return tuple(_block(group) for group in _groups(style, body, width) if group.lines)


def label_of(style: Style, line: Line) -> tuple[str, Passage, int] | None:
    """The part that a line begins, the label as printed, and where the value begins; None for an ordinary line."""
    text = line.text
    if line.bullet or not text[:1].isalpha():
        return None
    match = LABEL.match(text) if ":" in text[:80] else None
    if match:
        meaning = style.block(match["label"]) or _qualified(style, match["label"])
        return (meaning, line.passage.cut(0, match.end("label")), match.end()) if meaning else None
    if len(text) < _SHORT and line.blank_before and (meaning := style.block(text)) and meaning not in HEAD_PARTS:
        return meaning, line.passage, len(text)
    return None


def _qualified(style: Style, label: str) -> str | None:
    """The part of a label that says whose or to whom: "Beschlussempfehlung an den Rat", "Bauausschuss – Beschluss"."""
    match = _QUALIFIED.fullmatch(label)
    meaning = style.block(match["front"] or match["behind"]) if match else None
    return meaning if meaning in RESULT_PARTS or meaning in _VOTED_ON else None


def is_speech(line: Line) -> bool:
    """Whether somebody begins to speak in a line: "Stadträtin Muster (ABC): …", "Der Vorsitzende ruft …"."""
    return len(line.text) > _SHORT and bool(_SPEAKS.match(line.text))


def _groups(style: Style, body: Sequence[Line], width: int | None) -> Iterator[_Group]:
    part, group = _Part(), _Group([])
    for line in body:
        begun = None if part.name == "vote" and _is_next_vote(line) else label_of(style, line)
        if begun is None and part.name in _VOTED_ON and part.filled and _is_bare_vote(line):
            yield group
            part, group = _Part("vote", False, True), _Group([line], "vote")
            continue
        if begun:
            yield group
            name, label, at = begun
            alone = at >= len(line.text)
            part = _Part(name, alone, not alone)
            group = _Group([] if alone else [line], name, label, 0 if alone else at, line.bullet)
            continue
        if part.name and (part.filled or _SPEAKS.match(line.text)) and _ends(part, group, line, width):
            part = _Part()
            yield group
            group = _Group([line], None, None, 0, line.bullet)
            continue
        if group.lines and not _begins_item(part, line) and _continues(group.lines, line, width):
            group.lines.append(line)
            continue
        if group.lines:
            yield group
            group = _Group([line], part.name, None, 0, line.bullet)
        else:
            group.lines, group.bullet = [line], line.bullet
        part.filled = True
    yield group


def _is_bare_vote(line: Line) -> bool:
    """Whether a line records a vote without a label: "9 Ja, 2 Nein", or begins a table: "Ja-Stimmen"."""
    return votes.is_vote(line.text) or (votes.is_tally(line.text) and not line.text[:1].isdigit())


def _begins_item(part: _Part, line: Line) -> bool:
    """Whether a line of the result turns to the next item that was heard together: "Ziffer 7.2: …"."""
    pattern = {"vote": _PART_OF_VOTE, "decision": _PART_OF_DECISION}.get(part.name or "")
    return pattern is not None and pattern.match(line.text) is not None


def _is_next_vote(line: Line) -> bool:
    """Whether a line goes on with a record of votes: "Änderungsantrag ABC: mehrheitlich abgelehnt"."""
    return bool(_PART_OF_VOTE.match(line.text)) and (
        line.text.rstrip().endswith(":") or bool(_ABOUT_VOTE.search(line.text))
    )


def _ends(part: _Part, group: _Group, line: Line, width: int | None) -> bool:
    """Whether a part is over before this line."""
    if part.name == "vote":
        paragraph = width is None and len(line.text) > _PARAGRAPH and not votes.is_tally(line.text)
        if _PART_OF_VOTE.match(line.text) or (not (line.blank_before or paragraph) and _ABOUT_VOTE.search(line.text)):
            return False
        if not line.blank_before and votes.is_tally(line.text):
            return False
        if line.blank_before or _SPEAKS.match(line.text):
            return not (len(line.text) < _SHORT and _ABOUT_VOTE.search(line.text) and not _SPEAKS.match(line.text))
        return not _continues(group.lines, line, width)
    if part.name in HEAD_PARTS:
        return line.blank_before or not _continues(group.lines, line, width)
    if part.name == "debate":
        return False
    return line.blank_before and bool(_SPEAKS.match(line.text))


def _block(group: _Group) -> Block:
    first = group.lines[0]
    cells = tuple(first.cells) if len(group.lines) == 1 and "\t" in first.text else ()
    passage = join(line.passage.squeeze() for line in group.lines)
    value_at = group.value_at
    if value_at and group.label is not None:
        colon = passage.text.find(":", len(group.label.squeeze().text) - 1) + 1
        value_at = colon + len(passage.text[colon:]) - len(passage.text[colon:].lstrip())
    return Block(passage, group.bullet, cells if len(cells) > 1 else (), group.part, group.label, value_at)


def _continues(group: Sequence[Line], line: Line, width: int | None) -> bool:
    last = group[-1].text.rstrip()
    if _FIGURES.fullmatch(line.text) and votes.heads_columns(last):
        return True
    if line.bullet or line.heading or line.block_before or NEW_BLOCK.match(line.text):
        return False
    open_end = last[-1:] not in ".!?:;)“" or last.endswith("-")
    if line.page_before:
        return open_end and (width is not None or len(last) > _PROSE)
    if last[-1:] == "-" and last[-2:-1].isalpha() and not line.blank_before:
        return True
    if line.blank_before or width is None:
        return bool(group[-1].bullet and not line.blank_before and line.indent > group[-1].indent and open_end)
    return group[-1].indent + len(last) + len(line.text.split(" ", 1)[0]) >= width - 8 or (
        open_end and line.text[:1].islower()
    )
