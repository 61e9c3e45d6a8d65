"""Authority files in RDF: Turtle, TriG, N-Triples, N-Quads; with our own vocabulary, or with the usual ones.

An export of another protokollgraph is such a file: its register, its protocols' graphs, or all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pyoxigraph

from protokollgraph.graph.authority.checking import Draft, Fault
from protokollgraph.graph.authority.records import ACTORS, RecordKind
from protokollgraph.graph.authority.words import Property, load
from protokollgraph.ontology.namespaces import RDF, SCHEMA

_FIRST_WORD = re.compile(r"(?:\s|#[^\n]*(?:\n|$))*(?:@prefix|@base|(?:prefix|base|graph)\s|[<{]|_:)", re.IGNORECASE)
_QUAD = re.compile(
    rb"^[ \t]*(?:<[^<>]*>|_:\S+)\s+<[^<>]*>\s+(?:<[^<>]*>|_:\S+|\"(?:[^\"\\\n]|\\.)*\"(?:@[\w-]+|\^\^<[^<>]*>)?)"
    rb"\s+(?:<[^<>]*>|_:\S+)\s*\.",
    re.MULTILINE,
)
_OTHER_SCHEMA = "http://schema.org/"
_LANGUAGES = ("de", "", "dsb", "hsb", "en")
"""In which language a record's name is taken first; "" is none."""
_REGISTER = "graph/register"
"""How the graph of a protokollgraph ends that has the one name of everybody."""

_Text = tuple[int, int, str, str]
"""A name in the order in which it is taken: rank of its graph, of its language, the language, the words."""


def is_rdf(text: str) -> bool:
    """Whether a file begins as RDF does: with a prefix, an address, a blank node or a graph."""
    return _FIRST_WORD.match(text) is not None


def read(data: bytes) -> tuple[tuple[Draft, ...], tuple[Fault, ...]]:
    """The people and things that RDF describes, as drafts of records; a mistake in its syntax has its line."""
    form = pyoxigraph.RdfFormat.N_QUADS if _QUAD.search(data) else pyoxigraph.RdfFormat.TRIG
    statements = _Statements()
    try:
        for quad in pyoxigraph.parse(data, format=form):
            statements.add(quad)
    except SyntaxError as error:
        return (), ((error.lineno or 0, f"this is no RDF ({error.msg}); mend it, or give the list as a table"),)
    return tuple(sorted(statements.drafts(), key=lambda draft: draft.identifier)), ()


@dataclass(slots=True)
class _Node:
    """What is said of one subject."""

    said: dict[str, list[pyoxigraph.NamedNode | pyoxigraph.BlankNode]] = field(default_factory=dict)
    """Property to what it leads to."""
    texts: dict[str, list[_Text]] = field(default_factory=dict)
    """Property to literals."""


class _Statements:
    """Everything that the file says, by subject."""

    def __init__(self) -> None:
        self._nodes: dict[str, _Node] = {}
        self._pointing: dict[str, dict[str, list[str]]] = {}
        """Object to property to subjects."""
        self._inverse = {each.iri for many in load().properties.values() for each in many if each.inverse}
        self._inverse |= {one for one, _ in load().memberships}

    def add(self, quad: pyoxigraph.Quad) -> None:
        if not isinstance(quad.subject, pyoxigraph.NamedNode | pyoxigraph.BlankNode):
            return
        subject, predicate = str(quad.subject), _plain(quad.predicate.value)
        node = self._nodes.setdefault(subject, _Node())
        if isinstance(quad.object, pyoxigraph.Literal):
            language = quad.object.language or ""
            graph = getattr(quad.graph_name, "value", "")
            rank = 0 if graph.endswith(_REGISTER) else 1
            text = " ".join(quad.object.value.split())
            node.texts.setdefault(predicate, []).append((rank, _language_rank(language), language, text))
        elif isinstance(quad.object, pyoxigraph.NamedNode | pyoxigraph.BlankNode):
            node.said.setdefault(predicate, []).append(quad.object)
            if predicate in self._inverse:
                self._pointing.setdefault(str(quad.object), {}).setdefault(predicate, []).append(subject)

    def drafts(self) -> Iterator[Draft]:
        """One draft for each subject that has an address and a class that is known, and is not replaced by another."""
        for subject in self._nodes:
            kind = self._kind(subject)
            if kind is not None and subject.startswith("<") and not self._values(subject, "replaced_by"):
                yield self._draft(subject, kind)

    def _kind(self, subject: str) -> RecordKind | None:
        node = self._nodes.get(subject)
        if node is None or RDF.type not in node.said:
            return None
        own = {_plain(each.value) for each in node.said[RDF.type]}
        return next((kind for each, kind in load().classes.items() if each in own), None)

    def _draft(self, subject: str, kind: RecordKind) -> Draft:
        of_actor = kind in ACTORS
        parents = [each for each in self._leads_to(subject, "part_of") if each.startswith("<")] if of_actor else []
        addresses = self._leads_to(subject, "address")
        return Draft(
            0,
            subject[1:-1],
            kind,
            self._names(subject),
            tuple(sorted(self._same(subject))),
            self._first_text(subject, "number") if kind is RecordKind.BODY else "",
            parents[0][1:-1] if len(parents) == 1 else "",
            tuple(sorted(self._organisations(subject))) if kind is RecordKind.PERSON else (),
            self._first_text(subject, "post_code", *addresses) if kind is RecordKind.PLACE else "",
            self._first_text(subject, "post_name", *addresses) if kind is RecordKind.PLACE else "",
        )

    def _names(self, subject: str) -> tuple[str, ...]:
        """The name and then all others: by property, the register's first, by language, the longest first."""
        found: list[str] = []
        for what in ("name", "other_names"):
            for each in load().properties[what]:
                texts = self._texts(subject, each.iri)
                found += (text for *_, text in sorted(texts, key=lambda t: (t[0], t[1], t[2], -len(t[3]), t[3])))
        given, family = (self._first_text(subject, each) for each in ("given_name", "family_name"))
        if family and not found:
            found.append(f"{given} {family}".strip())
        return tuple(dict.fromkeys(text for text in found if text))

    def _same(self, subject: str) -> set[str]:
        """Addresses of the same in other registers, also where they are written as text."""
        found = {each[1:-1] for each in self._values(subject, "same_as") if each.startswith("<")}
        for each in load().properties["same_as"]:
            found.update(text for *_, text in self._texts(subject, each.iri))
        return found

    def _organisations(self, subject: str) -> set[str]:
        """Where a person belongs: addresses of organisations that the file describes, or the names of those without."""
        found = set(self._leads_to(subject, "organisation"))
        for to_person, to_organisation in load().memberships:
            for membership in self._pointing.get(subject, {}).get(to_person, ()):
                found.update(map(str, self._nodes[membership].said.get(to_organisation, ())))
        named: set[str] = set()
        for each in found:
            if each.startswith("<"):
                named.update({each[1:-1]} if self._kind(each) in ACTORS else ())
            else:
                named.update(self._names(each)[:1])
        return named

    def _leads_to(self, subject: str, what: str) -> list[str]:
        """The nodes that a property of this meaning leads to, or comes from, sorted."""
        found = set(self._values(subject, what))
        for each in load().properties[what]:
            if each.inverse:
                found.update(self._pointing.get(subject, {}).get(each.iri, ()))
        return sorted(found)

    def _values(self, subject: str, what: str) -> list[str]:
        node = self._nodes.get(subject, _Node())
        properties: tuple[Property, ...] = load().properties[what]
        return [str(value) for each in properties if not each.inverse for value in node.said.get(each.iri, ())]

    def _texts(self, subject: str, iri: str) -> list[_Text]:
        return self._nodes.get(subject, _Node()).texts.get(iri, [])

    def _first_text(self, subject: str, what: str, *further: str) -> str:
        """The first text of a meaning, of the subject itself or of a node that belongs to it; "" if there is none."""
        texts = (t for each in (subject, *further) for p in load().properties[what] for t in self._texts(each, p.iri))
        return min(texts, default=(0, 0, "", ""))[3]


def _plain(iri: str) -> str:
    """schema.org is written in two ways."""
    return SCHEMA + iri.removeprefix(_OTHER_SCHEMA) if iri.startswith(_OTHER_SCHEMA) else iri


def _language_rank(language: str) -> int:
    base = language.lower().partition("-")[0]
    return _LANGUAGES.index(base) if base in _LANGUAGES else len(_LANGUAGES)
