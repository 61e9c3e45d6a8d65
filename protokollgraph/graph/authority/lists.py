"""Authority files from disk, or by the name of a list that comes with the package, into values.

>>> [record.name for record in read(["lausitz-werkstaetten"])[0].records][:2]
['Werkstatt 1', 'Werkstatt 2']
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path

from protokollgraph.errors import AuthorityError
from protokollgraph.graph.authority import statements, table
from protokollgraph.graph.authority.checking import Fault, settled
from protokollgraph.graph.authority.records import AuthorityList

_UTF8_MARK, _NUL = b"\xef\xbb\xbf", b"\x00"


def shipped() -> tuple[str, ...]:
    """The names of the lists that come with the package, sorted."""
    found = (each.name for each in files(__package__).joinpath("lists").iterdir())
    return tuple(sorted(name.removesuffix(".csv") for name in found if name.endswith(".csv")))


def read(references: Iterable[str | Path]) -> tuple[AuthorityList, ...]:
    """The lists of some files, or of names of shipped lists, sorted by name; one that is given twice counts once.

    AuthorityError with every fault of every file, if there is any: then none of them can be used.
    """
    found: dict[str, AuthorityList] = {}
    faults: list[tuple[str, int, str]] = []
    for each in dict.fromkeys(map(str, references)):
        try:
            name, data = _bytes(each)
        except OSError as error:
            faults.append((each, 0, f"{error.strerror}; give a file that can be read{_or_shipped()}"))
            continue
        result, of_file = parsed(name, data)
        faults += ((name, line, text) for line, text in of_file)
        found.setdefault(result.sha256, result)
    if faults:
        raise AuthorityError(faults)
    return tuple(sorted(found.values(), key=lambda each: (each.name, each.sha256)))


def parsed(name: str, data: bytes) -> tuple[AuthorityList, Sequence[Fault]]:
    """The list that some bytes are, and what is wrong with it; what is RDF and what a table is told by its content."""
    digest = hashlib.sha256(data).hexdigest()
    try:
        text = data.removeprefix(_UTF8_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        return AuthorityList(name, digest), [_not_utf8(data, error.start)]
    if _NUL in data:
        return AuthorityList(name, digest), [(_line(data, data.index(_NUL)), "this is no text; give a CSV or RDF file")]
    left_out: tuple[str, ...] = ()
    if statements.is_rdf(text):
        drafts, faults = statements.read(data.removeprefix(_UTF8_MARK))
    else:
        rows = table.read(text)
        drafts, faults, left_out = rows.drafts, rows.faults, rows.left_out
    records, further = settled(drafts)
    if not (records or faults or further):
        further.append((0, "there is no record in it; see the documentation for what a list holds"))
    return AuthorityList(name, digest, records, left_out), sorted((*faults, *further))


def _bytes(reference: str) -> tuple[str, bytes]:
    """Name and content of a file, or of the shipped list of this name."""
    if reference in shipped():
        return reference, files(__package__).joinpath("lists", f"{reference}.csv").read_bytes()
    path = Path(reference)
    return path.name, path.read_bytes()


def _not_utf8(data: bytes, place: int) -> Fault:
    return _line(data, place), f"byte {data[place]:#04x} is no UTF-8; save the file as UTF-8"


def _line(data: bytes, place: int) -> int:
    return data.count(b"\n", 0, place) + 1


def _or_shipped() -> str:
    return f", or the name of a list that comes with the program: {', '.join(shipped())}"
