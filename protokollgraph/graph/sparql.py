"""The text of a SPARQL query before it runs: what it may not do, which prefixes it lacks, which values it is given.

Queries only read, and read only the store. ``SERVICE`` would have the store fetch from any address that a query names
(SPARQL 1.1 Federated Query), so it is refused here, before anything is evaluated. The engine reads keywords without
word boundaries (``SERVICE:x`` is a keyword and a name to it), hence the scan is stricter than the grammar: in doubt it
refuses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from protokollgraph.errors import QueryError, UsageError
from protokollgraph.ontology.namespaces import PREFIXES

_TOKEN = re.compile(
    r"""
    (?P<comment>\#[^\n\r]*)
    | (?P<string>\"{3}(?:[^"\\]|\\.|\"{1,2}(?!\"))*\"{3} | '{3}(?:[^'\\]|\\.|'{1,2}(?!'))*'{3}
        | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*(?:\\u[0-9A-Fa-f]{4}[^<>"{}|^`\\\x00-\x20]*)*>)
    | (?P<variable>[?$]\w+)
    | (?P<name>[\w.-]*:(?:[\w.:%-]|\\.)*)
    | (?P<word>\w+)
    """,
    re.VERBOSE | re.DOTALL,
)
_SURE_IRI = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*://|<[^#)']*>\Z")
"""Nothing else can look like these; ``?a<p:b#c>`` may be a comparison and a comment."""
_SERVICE = "service"
_UPDATES = frozenset({"insert", "delete", "load", "clear", "drop", "create", "add", "move", "copy", "with"})
_READS = frozenset({"select", "ask", "construct", "describe"})
_BASE = re.compile(r"^BASE <[^>]*>", re.MULTILINE)
_POSITION = re.compile(r"error at (\d+):(\d+)")


def refuse_unsafe(query: str) -> None:
    """QueryError if the query would change the graph or reach for another address."""
    words = [match.group().lower() for match in _tokens(query) if match.lastgroup == "word"]
    verb = next((word for word in words if word in _READS or word in _UPDATES), None)
    if verb in _UPDATES:
        raise QueryError(
            f"{verb.upper() if verb else ''} would change the graph, and a query only reads.",
            "The graph follows from the documents: change those and run protokollgraph build.",
        )
    if _SERVICE in query.lower() and _reaches_out(query):
        raise QueryError(
            "SERVICE would ask another address, and a query only reads this store.",
            "Take it out; a prefix or variable that has 'service' in the middle of its name needs another name.",
        )


def has_dataset(query: str) -> bool:
    """True if the query names the graphs it reads (FROM, FROM NAMED)."""
    return any(match.group().lower() == "from" for match in _tokens(query) if match.lastgroup == "word")


def missing_prefixes(query: str) -> dict[str, str]:
    """The known prefixes that the query uses and does not declare."""
    tokens = [match.group() for match in _tokens(query) if match.lastgroup in ("word", "name")]
    declared = {name[:-1] for word, name in pairwise(tokens) if word.lower() == "prefix"}
    used = {token.partition(":")[0] for token in tokens if ":" in token}
    return {prefix: PREFIXES[prefix] for prefix in sorted(used - declared) if prefix in PREFIXES}


def based(query: str, base: str) -> str:
    """A query that comes with the package, for a graph with this base: its BASE line, and the names of its graphs."""
    return _BASE.sub(f"BASE <{base}>", query).replace("<graph/", f"<{base}graph/")


def bind(query: str, values: Mapping[str, str]) -> str:
    """The query with values for its parameters.

    A parameter is a variable with a line ``VALUES ?name { UNDEF }``; its value, one or more terms written by
    ``graph.terms`` with every special character escaped, takes the place of ``UNDEF``. UsageError for a name without
    such a line.

    >>> from protokollgraph.graph.terms import literal
    >>> bind("ASK { VALUES ?body { UNDEF } ?s ?p ?body }", {"body": literal("Werkstatt 4")})
    'ASK { VALUES ?body { "Werkstatt 4" } ?s ?p ?body }'
    """
    for name, term in values.items():
        start, end = _place(query, name)
        query = query[:start] + term + query[end:]
    return query


def _place(query: str, name: str) -> tuple[int, int]:
    """Where the UNDEF of a parameter stands."""
    found = re.search(rf"VALUES\s+\?{re.escape(name)}\s*\{{\s*(UNDEF)\s*\}}", query, re.IGNORECASE)
    if found is None:
        raise UsageError(
            f"The query has no parameter {name!r}.", f"Give a query one with the line: VALUES ?{name} {{ UNDEF }}"
        )
    return found.span(1)


def syntax_error(query: str, error: SyntaxError) -> QueryError:
    """What is wrong with a query that did not parse, with the place and what to do."""
    place = _POSITION.search(str(error))
    if place is None:
        return QueryError(f"The query does not parse: {error}", "Compare it with the examples of query --list.")
    number, column = int(place[1]), int(place[2])
    lines = query.split("\n")
    line = lines[number - 1] if number <= len(lines) else ""
    start = f"The query does not parse at line {number}, column {column}"
    if "Prefix not found" in str(error):
        name = re.search(r"([\w.-]*):\S*$", line[: column - 1])
        prefix = name[1] if name else ""
        return QueryError(f"{start}: the prefix {prefix}: is not declared.", f"Add PREFIX {prefix}: <…> at its top.")
    if not line[column - 1 :].strip() and number >= len(lines):
        return QueryError(f"{start}, its end.", "Something is missing there or before: an object, a closing } …")
    return QueryError(
        f"{start}, near {line[column - 1 :].strip()[:40]!r}.", "Correct what stands there or just before."
    )


def _tokens(query: str) -> Iterator[re.Match[str]]:
    return _TOKEN.finditer(query)


def _reaches_out(query: str) -> bool:
    """True if the keyword may stand outside of strings, comments, IRIs and the names of things."""
    end = 0
    for token in _tokens(query):
        if _SERVICE in query[end : token.start()].lower() or _is_keyword(token):
            return True
        end = token.end()
    return _SERVICE in query[end:].lower()


def _is_keyword(token: re.Match[str]) -> bool:
    text = token.group().lower()
    match token.lastgroup:
        case "iri":
            return not _SURE_IRI.match(text)
        case "variable":
            return text.find(_SERVICE) > 1
        case "name":
            return _SERVICE in text.partition(":")[0]
        case "word":
            return _SERVICE in text
        case _:
            return False
