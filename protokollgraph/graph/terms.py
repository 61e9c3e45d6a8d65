"""Terms of the graph: the one place where values become N-Quads text, and store terms become values.

Writing needs no RDF library: a term is a plain ``str`` in N-Quads syntax, a quad is one line of text.

>>> quad(iri("https://a.example/s"), iri("https://a.example/p"), literal("Grüße", language="de"), iri("https://a.example/g"))
'<https://a.example/s> <https://a.example/p> "Grüße"@de <https://a.example/g> .\\n'
>>> literal(16)
'"16"^^<http://www.w3.org/2001/XMLSchema#integer>'

The escapes are those of the canonical form of N-Quads (RDF 1.2 N-Quads, section 4), so that sorting lines sorts quads.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import quote

from protokollgraph.errors import GraphError
from protokollgraph.ontology.namespaces import XSD

if TYPE_CHECKING:
    import pyoxigraph

Value: TypeAlias = str | bool | int | float | Decimal | datetime | date | time
"""What a literal can be made from; everything but ``str`` brings its own datatype."""

_PLAIN_IRI = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9\-._~:/?@!$&'()*+,;=]*(?:#[A-Za-z0-9\-._~:/?@!$&'()*+,;=]*)?"
)
"""The IRIs that need no care; nearly all of them."""
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_NOT_IN_IRI = re.compile(
    r"%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~:/?#@!$&'()*+,;=%"
    "\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U0001fffd\U00020000-\U0002fffd\U00030000-\U0003fffd]"
)
"""What RFC 3987 does not allow outside of a host (planes 4 and up, unassigned today, are treated as not allowed)."""
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_ESCAPED = re.compile('["\\\\\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]')
_ESCAPES = {
    '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f", "\x7f": "\\u007F",
} | {chr(code): f"\\u{code:04X}" for code in range(0x20) if chr(code) not in "\n\r\t\b\f"}  # fmt: skip
_REPLACEMENT = "\ufffd"


def iri(address: str) -> str:
    """The IRI as an N-Quads term; what an IRI cannot hold is percent-encoded. GraphError if it is not absolute."""
    if _PLAIN_IRI.fullmatch(address):
        return f"<{address}>"
    if not _SCHEME.match(address):
        raise GraphError(f"{address!r} is no absolute IRI.", "Give it a scheme, as in https://protokolle.example/id/.")
    encoded = _NOT_IN_IRI.sub(_percent, address)
    start, mark, fragment = encoded.partition("#")
    return f"<{start}{mark}{fragment.replace('#', '%23')}>"


def literal(value: Value, *, datatype: str | None = None, language: str | None = None) -> str:
    """The value as an N-Quads literal.

    ``datatype`` is a full IRI. Without one a ``str`` is a plain string, other values take the XML Schema type that
    fits them. A lone surrogate, which no encoding can carry, becomes U+FFFD: the length in code points stays.
    """
    characters, own_type = _lexical(value)
    escaped = f'"{_ESCAPED.sub(_escape, characters)}"'
    if language is not None:
        if not _LANGUAGE.fullmatch(language):
            raise GraphError(f"{language!r} is no language tag.", "Use one like de or dsb.")
        return f"{escaped}@{language.lower()}"
    datatype = datatype or own_type
    return escaped if datatype is None or datatype == XSD.string else f"{escaped}^^{iri(datatype)}"


def quad(subject: str, predicate: str, object: str, graph: str) -> str:
    """One N-Quads line from four terms."""
    return f"{subject} {predicate} {object} {graph} .\n"


def text(term: pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Variable) -> str:
    """The text of a store term: the address of a node, the characters of a literal, the name of a variable."""
    return term.value


def _lexical(value: Value) -> tuple[str, str | None]:
    """Characters and datatype of a value."""
    match value:
        case str():
            return str(value), None
        case bool():
            return str(value).lower(), XSD.boolean
        case int():
            return str(value), XSD.integer
        case float():
            return repr(value).replace("inf", "INF").replace("nan", "NaN"), XSD.double
        case Decimal():
            return format(value, "f"), XSD.decimal
        case datetime():
            return value.isoformat(), XSD.dateTime
        case date():
            return value.isoformat(), XSD.date
        case _:
            return value.isoformat(), XSD.time


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match.group(), _REPLACEMENT)


def _percent(match: re.Match[str]) -> str:
    character = match.group()
    return quote(_REPLACEMENT if "\ud800" <= character <= "\udfff" else character, safe="")
