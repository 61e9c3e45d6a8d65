"""How minutes print a name: the habits of a house, and the slips of those who write and scan.

Shares of forms follow what real minutes of agencies and of councils show: in lists of agencies nine of ten people have
their full name, one in eleven initials, one in fifty a surname alone; councils that print only who spoke give three of
four people by surname and party.
"""

from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from benchmarks.world.names import words
from benchmarks.world.people import Person
from protokollgraph.model import PersonName

TYPO_LONG, TYPO_SHORT, MISREAD, MISSPELT = 0.008, 0.002, 0.025, 0.015
LONG = 8
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
_MISREAD = (
    ("rn", "m"),
    ("m", "rn"),
    ("ü", "ii"),
    ("ö", "o"),
    ("ä", "a"),
    ("ß", "B"),
    ("h", "b"),
    ("e", "c"),
    ("l", "i"),
)
_UMLAUTS = "äöüßÄÖÜ"


class Form(StrEnum):
    """How much of a name is printed."""

    FULL = "full"
    INITIAL = "initial"
    SURNAME = "surname"


@dataclass(frozen=True, slots=True)
class Style:
    """The habits of whoever writes the minutes of a body."""

    listed: Form
    """In the list of those present."""
    address: bool
    """"Frau" and "Herr" in the list."""
    titles: bool
    employers: float
    """How likely a listed person's organisation is printed."""
    only_speakers: bool
    """No list, but who spoke, by surname."""
    scanned: bool
    umlauts: bool
    accents: bool
    bilingual: bool
    short: float
    """How likely the abbreviation of an organisation stands alone."""


def style(rng: random.Random, council: bool, bilingual: bool) -> Style:
    """Habits of a new minute-taker."""
    kind = rng.random()
    if council:
        listed = Form.FULL if kind < 0.96 else Form.INITIAL
    else:
        listed = Form.FULL if kind < 0.89 else Form.INITIAL if kind < 0.98 else Form.SURNAME
    return Style(
        listed,
        address=listed is Form.SURNAME or rng.random() < 0.6,
        titles=rng.random() < 0.85,
        employers=0.9 if council else 0.97,
        only_speakers=council and rng.random() < 0.12,
        scanned=rng.random() < 0.06,
        umlauts=rng.random() > 0.02,
        accents=rng.random() > 0.3,
        bilingual=bilingual and rng.random() < 0.6,
        short=rng.choice((0.02, 0.1, 0.3)),
    )


def form_in_text(rng: random.Random) -> Form:
    """Of somebody whom no list names."""
    kind = rng.random()
    return Form.SURNAME if kind < 0.55 else Form.INITIAL if kind < 0.62 else Form.FULL


def printed(person: Person, day: date, form: Form, habits: Style, rng: random.Random) -> PersonName:
    """The name as one document prints it, slips included."""
    family, given = person.family(day), _given(person, form, rng)
    address = habits.address or form is Form.SURNAME
    if "-" in family and rng.random() < 0.03:
        family = family.partition("-")[0] if rng.random() < 0.7 else family.replace("-", " ")
    if family.startswith("von ") and rng.random() < 0.3:
        family = f"v. {family[4:]}"
    family = _spelt(_slipped(family, habits, rng), habits, rng)
    if given is not None:
        given = _spelt(given, habits, rng)
        if habits.scanned and form is Form.FULL and rng.random() < MISREAD / 2:
            given = misread(given, rng)
    prefix = person.title if habits.titles and rng.random() < 0.97 else None
    return PersonName(family, given, prefix, person.gender if address else None)


def _given(person: Person, form: Form, rng: random.Random) -> str | None:
    match form:
        case Form.SURNAME:
            return None
        case Form.INITIAL:
            return person.given.initial if rng.random() > 0.05 else person.given.initial.partition("-")[0]
        case _:
            first = person.given.first
            if rng.random() < MISSPELT:
                first = words("names")["spellings"].get(first, first)
            return f"{first} {person.given.middle}" if person.given.middle and rng.random() < 0.5 else first


def _slipped(family: str, habits: Style, rng: random.Random) -> str:
    if habits.scanned and rng.random() < MISREAD:
        return misread(family, rng)
    return typo(family, rng) if rng.random() < (TYPO_LONG if len(family) >= LONG else TYPO_SHORT) else family


def _spelt(name: str, habits: Style, rng: random.Random) -> str:
    if not habits.accents:
        name = "".join(c if c in _UMLAUTS else _plain(c) for c in name)
    if not habits.umlauts or (not name.isascii() and rng.random() < 0.004):
        name = name.translate(_WRITTEN_OUT)
    return name


def _plain(letter: str) -> str:
    plain = unicodedata.normalize("NFKD", letter.replace("ł", "l").replace("Ł", "L").replace("ı", "i"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def typo(name: str, rng: random.Random) -> str:
    """One slip of a typist behind the first letter: letters swapped, one left out, doubled or exchanged."""
    n = rng.randrange(1, len(name) - 1)
    left, here, right = name[:n], name[n], name[n + 1 :]
    if not here.isalpha():
        return name
    match rng.randrange(4):
        case 0 if right[0].isalpha():
            return left + right[0] + here + right[1:]
        case 1:
            return left + right
        case 2:
            return left + here + here + right
        case _:
            return left + rng.choice("aeinrst") + right


def misread(name: str, rng: random.Random) -> str:
    """One letter that a scanner takes for another, behind the first one."""
    possible = [(wrong, right) for right, wrong in _MISREAD if right in name[1:]]
    if not possible:
        return name
    wrong, right = rng.choice(possible)
    return name[0] + name[1:].replace(right, wrong, 1)


def initials(person: Person, day: date) -> str:
    """The shorter form that the text of the minutes uses: "A. Muster"."""
    return f"{person.given.initial} {person.family(day)}"
