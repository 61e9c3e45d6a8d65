"""Every IRI that the graph hands out.

An IRI is ``<base>{kind}/{slug}``: deterministic, readable, ASCII. :func:`slug` makes the slug of a name; the methods
of :class:`Iris` put slugs, dates and numbers together and do nothing else, so whoever calls them hands in *slugs* for
names and *full IRIs* for the node that another one hangs below:

>>> iris = Iris()
>>> iris.person(slug("Łucja Großmann-Köhler"))
'https://protokolle.example/id/person/lucja-grossmann-koehler'
>>> meeting = iris.meeting("werkstatt-4", day=date(2024, 1, 24), document="protokoll-txt")
>>> iris.item(meeting, "3.1")
'https://protokolle.example/id/meeting/werkstatt-4/2024-01-24/item/3.1'
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256

from anyascii import anyascii

from protokollgraph.errors import UsageError

DEFAULT_BASE = "https://protokolle.example/id/"
"""The base without configuration; ``.example`` never resolves, so publishing asks for a real one."""

SLUG_LENGTH = 80
"""The longest slug, in characters."""

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_SEPARATORS = re.compile(r"[^a-z0-9]+")
_NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9.]*")
_BASE = re.compile(r"https?://[^\s<>\"{}|\\^`/?#\x00-\x20]+[^\s<>\"{}|\\^`\x00-\x20]*(?<=[/#])")


@lru_cache(maxsize=1 << 16)
def slug(text: str) -> str:
    """ASCII letters, digits and single hyphens, never empty, at most :data:`SLUG_LENGTH` long, and idempotent.

    Umlauts and ß are written out as in German; all other letters, the Sorbian ones among them, fold to their base
    letter, and other scripts are transliterated. What is too long is cut at a word and marked with a digest of the
    whole, so that two names with the same beginning stay two. Text without letters or digits becomes ``x-`` and a
    digest.

    >>> slug("Förderverein »Łužica« e. V."), slug("…")
    ('foerderverein-luzica-e-v', 'x-b4935894')
    """
    folded = unicodedata.normalize("NFC", text).lower().translate(_GERMAN)
    words = _SEPARATORS.sub("-", anyascii(folded).lower()).strip("-")
    if not words:
        return f"x-{_digest(text)}"
    if len(words) <= SLUG_LENGTH:
        return words
    digest = _digest(words)
    room = SLUG_LENGTH - len(digest) - 1
    head = words[: room + 1]
    return f"{head[:room] if '-' not in head else head.rpartition('-')[0]}-{digest}"


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


@lru_cache(maxsize=1 << 12)
def _segment(number: str) -> str:
    """The number of an agenda item as one path segment: "3.1" stays, "5 a" and "Ö 2" become slugs."""
    return number if _NUMBER.fullmatch(number) else slug(number)


def tail(iri: str) -> str:
    """The last path segment: the slug of a person, an organisation and every other ``<base>{kind}/{slug}``."""
    return iri.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Iris:
    """Builds the IRIs below one base.

    :raises UsageError: if ``base`` is not an absolute http or https IRI that ends in ``/`` or ``#``.
    """

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        if not _BASE.fullmatch(self.base):
            raise UsageError(
                f"{self.base!r} cannot be the base of IRIs.",
                f"Give an absolute http or https address that ends in / or #, such as {DEFAULT_BASE}",
            )

    # Entities: <base>{kind}/{slug}

    def entity(self, kind: str, slug: str) -> str:
        """An entity whose kind is known at run time only; ``kind`` is the value of a ``model.EntityKind``."""
        return f"{self.base}{kind}/{slug}"

    def person(self, slug: str) -> str:
        return f"{self.base}person/{slug}"

    def organisation(self, slug: str) -> str:
        return f"{self.base}organisation/{slug}"

    def body(self, slug: str) -> str:
        return f"{self.base}body/{slug}"

    def project(self, slug: str) -> str:
        return f"{self.base}project/{slug}"

    def programme(self, slug: str) -> str:
        return f"{self.base}programme/{slug}"

    def paper(self, slug: str) -> str:
        return f"{self.base}paper/{slug}"

    def topic(self, slug: str) -> str:
        return f"{self.base}topic/{slug}"

    def role(self, slug: str) -> str:
        """The SKOS concept of a role as printed ("Referentin")."""
        return f"{self.base}role/{slug}"

    def place(self, slug: str) -> str:
        return f"{self.base}place/{slug}"

    def address(self, place: str) -> str:
        """The address of a place, below the IRI of the place."""
        return f"{place}/address"

    def budget(self, project: str, amount: Decimal, currency: str = "EUR") -> str:
        """A sum of money, below the IRI of the project; one node per amount, so two protocols may disagree."""
        return f"{project}/budget/{amount.normalize():f}-{currency.lower()}"

    def stage(self, project: str, key: str) -> str:
        """A stage on the path of a project, below its IRI, from body and day."""
        return f"{project}/stage/{key}"

    def membership(self, person: str, organisation: str, role: str | None = None) -> str:
        """A membership, from the *slugs* of person, organisation and role."""
        start = f"{self.base}membership/{person}/{organisation}"
        return start if role is None else f"{start}/{role}"

    def term(self, slug: str) -> str:
        """A term of office, from the slug of its organisation and name."""
        return f"{self.base}term/{slug}"

    def later_membership(self, membership: str, since: date | None) -> str:
        """A further membership of one person, organisation and role that began on another day, or on one unknown."""
        return f"{membership}/{'undated' if since is None else since.isoformat()}"

    def consultation(self, paper: str, n: int) -> str:
        """The n-th stage of a paper's way, below the IRI of the paper."""
        return f"{paper}/consultation/{n}"

    # A meeting and what hangs below it

    def meeting(self, body: str | None, *, day: date | None = None, number: int | None = None, document: str) -> str:
        """A meeting, from the slug of its body, its day or else its number; from the slug of the document if the
        protocol names no body, or neither day nor number."""
        return f"{self.base}meeting/{_sitting(body, day, number, document)}"

    def later_meeting(self, meeting: str, start: time, n: int) -> str:
        """The n-th meeting of one body on one day, from the IRI of the first one and its own start."""
        return f"{meeting}/{start:%H-%M}" if start > time.min else f"{meeting}/{n}"

    def item(self, meeting: str, number: str) -> str:
        return f"{meeting}/item/{_segment(number)}"

    def treatment(self, meeting: str, number: str) -> str:
        return f"{meeting}/treatment/{_segment(number)}"

    def participation(self, meeting: str, person: str, role: str, item: str | None = None) -> str:
        """A participation, from the slug of the person, the value of a ``model.Role`` and an item's number."""
        start = f"{meeting}/participation/{person}/{role}"
        return start if item is None else f"{start}/{_segment(item)}"

    def act(self, meeting: str, kind: str, name: str) -> str:
        """A decision, vote, task or figure, from its name within the meeting: "6-2" is the second of item 6."""
        return f"{meeting}/{kind}/{name}"

    # A protocol, its file and its evidence

    def protocol(self, body: str | None, *, day: date | None = None, number: int | None = None, document: str) -> str:
        """A protocol and its named graph; arguments as for :meth:`meeting`."""
        return f"{self.base}protocol/{_sitting(body, day, number, document)}"

    def other_protocol(self, protocol: str, document: str) -> str:
        """A further protocol of the same meeting (a draft, a second version), from the slug of its document."""
        return f"{protocol}/{document}"

    def record(self, document: str) -> str:
        """A record of an information system and its named graph, from the slug of its document."""
        return f"{self.base}record/{document}"

    def section(self, protocol: str, number: str) -> str:
        return f"{protocol}/section/{_segment(number)}"

    def finding(self, protocol: str, n: int) -> str:
        return f"{protocol}/finding/{n}"

    def contradiction(self, protocol: str, what: str, about: str) -> str:
        """A finding about a protocol and a record, from what differs and the last part of the IRI that it is about."""
        return f"{protocol}/contradiction/{what}/{about}"

    def derived_finding(self, about: str, what: str) -> str:
        """A finding that follows from several documents, from the IRI of what it is about and what tells it apart."""
        return f"{about}/finding/{what}"

    def gap_before(self, meeting: str) -> str:
        """The sessions that are missing before a meeting."""
        return f"{meeting}/gap/before"

    def gap_after(self, meeting: str) -> str:
        """The sessions that are missing behind the last meeting that is known."""
        return f"{meeting}/gap/after"

    def evidence(self, protocol: str, start: int, end: int, n: int) -> str:
        """The n-th annotation of one stretch of text (code points, end exclusive)."""
        return f"{protocol}/evidence/{start}-{end}/{n}"

    def target(self, protocol: str, start: int, end: int) -> str:
        """The stretch of text itself, shared by all annotations of it."""
        return f"{protocol}/target/{start}-{end}"

    def quote(self, target: str) -> str:
        return f"{target}/quote"

    def position(self, target: str) -> str:
        return f"{target}/position"

    def page(self, target: str) -> str:
        """The fragment selector that names the page."""
        return f"{target}/page"

    def run(self, protocol: str) -> str:
        """The extraction run that made the protocol's graph."""
        return f"{protocol}/run"

    def file(self, sha256: str) -> str:
        """A source file, from the first 16 digits of its SHA-256."""
        return f"{self.base}file/{sha256[:16]}"

    def software(self, version: str) -> str:
        return f"{self.base}software/protokollgraph/{version}"

    # Named graphs of no protocol

    @property
    def derived_graph(self) -> str:
        """What follows from several documents; can be dropped and recomputed."""
        return f"{self.base}graph/derived"

    @property
    def register_graph(self) -> str:
        """Every entity handed out, with its types and names."""
        return f"{self.base}graph/register"

    @property
    def dataset_graph(self) -> str:
        """Metadata of the whole."""
        return f"{self.base}graph/dataset"


def _sitting(body: str | None, day: date | None, number: int | None, document: str) -> str:
    if body is None or (day is None and number is None):
        return document
    return f"{body}/{day.isoformat()}" if day is not None else f"{body}/nr-{number}"
