"""One judgement as one line of tab-separated columns.

::

    when        who      judgement  subject              object             reason
    2026-03-02  A. Muth  same       person/ines-quandel  person/i-quandel   one office, one room
    2026-03-04  A. Muth  no-same    person/ines-quandel  person/i-quandel   her sister has the same initial

Columns at the end may be missing where they are empty. A field holds no tab and no line break: there is nothing to
quote or to escape, so ``grep``, ``diff`` and a spreadsheet all show what is meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from protokollgraph.graph.judgements.judgement import FAMILIES, NO, PAIRS, Judgement, Kind, family, is_digest

COLUMNS = ("when", "who", "judgement", "subject", "object", "reason")
HEADER = "\t".join(COLUMNS)

_SUBJECT = re.compile(rf"(?:{'|'.join(FAMILIES)})/[a-z0-9]+(?:-[a-z0-9]+)*")
_WHEN = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:Z|[+-][0-9]{2}:[0-9]{2})?)?"
)
# RFC 3987 without user names and literal addresses: what every RDF library takes for an IRI.
_UCSCHAR = "\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U0001fffd\U00020000-\U0002fffd"
_CHARACTERS = rf"A-Za-z0-9._~!$&'()*+,;=:@/\-{_UCSCHAR}"
_PATH = rf"(?:[{_CHARACTERS}]|%[0-9A-Fa-f]{{2}})*"
_QUERY = rf"(?:[{_CHARACTERS}?]|%[0-9A-Fa-f]{{2}})*"
_EXTERNAL = re.compile(
    rf"https?://[A-Za-z0-9._~\-{_UCSCHAR}]+(?::[0-9]{{1,5}})?(?:/{_PATH})?(?:\?{_QUERY})?(?:#{_QUERY})?"
)
# The page that a browser shows is about the thing; https://www.wikidata.org/wiki/Wikidata:Data_access names the IRI.
_WIKIDATA = re.compile(r"https?://(?:www\.|m\.)?wikidata\.org/(?:wiki|entity)/(?:Special:EntityPage/)?(Q[1-9][0-9]*)")
_UNPRINTED = ("Cc", "Cs", "Zl", "Zp")
# They turn the letters that follow around, so that a line reads otherwise than it is (Unicode Technical Report 36).
_TURNS = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")


def read_row(row: str, line: int, base: str, *, unsigned: bool = False) -> tuple[Judgement | None, list[str]]:
    """The judgement that stands in a line, and what is wrong with it; None if its word cannot be understood.

    ``unsigned`` allows ``when`` and ``who`` to be empty.
    """
    columns = [column.strip() for column in row.rstrip().split("\t")]
    if not 4 <= len(columns) <= len(COLUMNS):
        return None, [f"{len(columns)} columns instead of {len(COLUMNS)}; separate them with tabs: {' '.join(COLUMNS)}"]
    when, who, word, subject, other, reason = columns + [""] * (len(COLUMNS) - len(columns))
    bare = word.removeprefix(NO)
    if bare not in list(Kind):
        return None, [f"there is no judgement {_cut(word)}; write {', '.join(Kind)}, or one of these after {NO}"]
    taken_back = word != bare
    judgement = tidy(Judgement(Kind(bare), subject, other, reason, who, when, taken_back, line), base)
    return judgement, [*_unprinted(row.replace("\t", " ")), *faults(judgement, base, unsigned=unsigned)]


def write_row(judgement: Judgement) -> str:
    """The line of a tidy judgement, without the line break."""
    each = judgement
    return "\t".join((each.when, each.who, each.word, each.subject, each.object, each.reason))


def is_header(row: str) -> bool:
    """Whether a line names the columns."""
    return [column.strip() for column in row.split("\t")] == list(COLUMNS)


def tidy(judgement: Judgement, base: str) -> Judgement:
    """The judgement in the one form that is compared: IRIs relative, line breaks and tabs as blanks, digests small."""
    each, other = judgement, _one_line(judgement.object)
    if each.kind in PAIRS:
        other = other.removeprefix(base)
    elif each.kind is Kind.SPLIT and is_digest(other):
        other = other.lower()
    elif each.kind is Kind.SAME_AS:
        other = _WIKIDATA.sub(r"http://www.wikidata.org/entity/\1", other) if _WIKIDATA.fullmatch(other) else other
    return replace(
        each,
        subject=_one_line(each.subject).removeprefix(base),
        object=other,
        reason=_one_line(each.reason),
        who=_one_line(each.who),
        when=_one_line(each.when),
    )


def faults(judgement: Judgement, base: str, *, unsigned: bool = False) -> Iterator[str]:
    """What is wrong with a tidy judgement, each with what to do; nothing if it can stand."""
    if not (unsigned and not judgement.when) and not _is_moment(judgement.when):
        yield f"{_cut(judgement.when)} is no day; write it as 2026-03-02 or 2026-03-02T14:30:00+01:00"
    if not (unsigned and not judgement.who) and not judgement.who:
        yield "nobody is named who judged; write a name or a login in the second column"
    for iri in judgement.iris:
        if iri and not _SUBJECT.fullmatch(iri):
            yield f"{_cut(iri)} is no entity of the graph; write it as person/jens-muster or {base}person/jens-muster"
    if not judgement.subject:
        yield "the subject is missing; write the IRI of an entity in the fourth column"
    yield from _faults_of_object(judgement, base)


def _faults_of_object(judgement: Judgement, base: str) -> Iterator[str]:
    other = judgement.object
    match judgement.kind:
        case Kind.HIDE if other:
            yield f"{judgement.word} takes no object; leave the fifth column empty"
        case Kind.HIDE:
            pass
        case Kind.RENAME if not other and judgement.taken_back:
            pass
        case _ if not other:
            yield f"the object is missing; {judgement.word} needs {_OBJECTS[judgement.kind]} in the fifth column"
        case Kind.SAME | Kind.DIFFERENT | Kind.UNSURE:
            yield from _faults_of_pair(judgement)
        case Kind.RENAME if not any(character.isalnum() for character in other):
            yield f"{_cut(other)} is no name; write one with letters"
        case Kind.SAME_AS if other.startswith(base):
            yield f"{_cut(other)} is of this graph; judge its own entities with {judgement.word.removesuffix('-as')}"
        case Kind.SAME_AS if not (other.isprintable() and _EXTERNAL.fullmatch(other)):
            yield f"{_cut(other)} is no absolute IRI; write it as https://d-nb.info/gnd/…"


_OBJECTS = {
    Kind.SAME: "the IRI of another entity",
    Kind.DIFFERENT: "the IRI of another entity",
    Kind.UNSURE: "the IRI of another entity",
    Kind.SPLIT: "the file name of a document or the beginning of its SHA-256",
    Kind.RENAME: "the new name",
    Kind.SAME_AS: "an absolute IRI",
}


def _faults_of_pair(judgement: Judgement) -> Iterator[str]:
    one, other = judgement.iris
    if one and one == other:
        yield f"{_cut(one)} is judged against itself; name two entities"
    elif family(one) and family(other) and family(one) != family(other):
        yield f"{_cut(one)} and {_cut(other)} are of kinds that can never be one; name two of one kind"


def _is_moment(when: str) -> bool:
    if not _WHEN.fullmatch(when):
        return False
    try:
        datetime.fromisoformat(when)
    except ValueError:
        return False
    return True


def _unprinted(row: str) -> Iterator[str]:
    found = next((character for character in row if _is_unprinted(character)), None)
    if found is not None:
        yield f"it holds a character that is not printed, U+{ord(found):04X}; remove it"


def _one_line(text: str) -> str:
    if text.isprintable():
        return text.strip()
    return "".join(" " if _is_unprinted(each) else each for each in text).strip()


def _is_unprinted(character: str) -> bool:
    return unicodedata.category(character) in _UNPRINTED or unicodedata.bidirectional(character) in _TURNS


def _cut(text: str, room: int = 80) -> str:
    """A quotation for a message, which stays short and on one line."""
    return repr(text if len(text) <= room else f"{text[: room - 1]}…")
