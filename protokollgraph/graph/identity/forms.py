"""The printed forms of a store and who has them: what building one more document needs of all the others.

A *form* is all that matching looks at: a name with its parts and other names, and its scope or ties. Documents print
most forms again and again, so forms are kept once, each with the documents that have it, the IRI that each was given,
and the tokens by which forms can meet (:mod:`protokollgraph.graph.matching.blocking`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from protokollgraph.graph.documents import DocumentState
from protokollgraph.graph.matching.blocking import person_tokens, thing_tokens
from protokollgraph.graph.matching.person import Ties, name_of, other_surnames
from protokollgraph.graph.matching.things import aliases_of, keys_of
from protokollgraph.model import Entity, EntityKind, Evidence, Span

if TYPE_CHECKING:
    import msgspec

Context = str | Ties
"""The scope of a thing, or the ties of a person."""


@dataclass(frozen=True, slots=True)
class Form:
    """What matching looks at of an entity; its key and its mentions are left out."""

    entity: Entity
    scope: str = ""
    firm: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    scenes: tuple[str, ...] = ()

    @classmethod
    def of(cls, entity: Entity, context: Context) -> Form:
        """The form in which a document has an entity."""
        bare = replace(entity, key="", mentions=(), part_of=None)
        if isinstance(context, Ties):
            ties = (context.firm, context.loose, context.scenes)
            return cls(bare, "", *(tuple(sorted(each)) for each in ties))
        return cls(bare, context)

    @property
    def context(self) -> Context:
        """As matching takes it."""
        if self.entity.kind is EntityKind.PERSON:
            return Ties(frozenset(self.firm), frozenset(self.loose), frozenset(self.scenes))
        return self.scope

    @property
    def tokens(self) -> frozenset[str]:
        """By what it can meet others."""
        entity = self.entity
        if entity.kind is EntityKind.PERSON:
            name = name_of(entity)
            return person_tokens(name.family, name.given, other_surnames(entity))
        profile = (entity.kind, entity.name, entity.aliases, entity.number, self.scope, entity.identifiers)
        return thing_tokens(entity.kind, entity.name, keys_of(profile), aliases_of(profile))

    def encoded(self) -> bytes:
        """JSON; the same form gives the same bytes."""
        import msgspec

        return msgspec.json.encode(self)


@cache
def _decoder() -> msgspec.json.Decoder[Form]:
    import msgspec

    return msgspec.json.Decoder(Form)


@dataclass(frozen=True, slots=True)
class Member:
    """An entity of a document, with its form and what it was given."""

    document: str
    """SHA-256."""
    key: str
    form: int
    anchor: str
    """The relative IRI that the register has for it."""
    iri: str
    """The relative IRI that it has now: another one while it is taken for one with others."""
    mentions: int
    start: int
    end: int

    def entity(self, form: Form) -> Entity:
        """As matching takes it; each mention counts, the first one has its place."""
        first = Evidence(Span(self.start, self.end), "")
        return replace(form.entity, key=self.key, mentions=(first,) * self.mentions)


class Forms:
    """The tables of forms, tokens and members in the state of one store."""

    def __init__(self, state: DocumentState) -> None:
        self._state = state
        self._numbers: dict[bytes, int] = {}

    def clear(self) -> None:
        """Forget everything."""
        for table in ("form", "token", "member"):
            self._state.write_many(f"DELETE FROM {table}", [()])
        self._numbers = {}

    def number(self, form: Form) -> int:
        """The number of a form, which is noted with its tokens if it is new."""
        data = form.encoded()
        digest = hashlib.blake2b(data, digest_size=16).digest()
        number = self._numbers.get(digest)
        if number is None:
            rows = self._state.rows("SELECT number FROM form WHERE digest = ?", digest)
            number = int(rows[0][0]) if rows else self._added(digest, data, form)
            self._numbers[digest] = number
        return number

    def find(self, form: Form) -> int | None:
        """The number of a form that some document has had."""
        digest = hashlib.blake2b(form.encoded(), digest_size=16).digest()
        rows = self._state.rows("SELECT number FROM form WHERE digest = ?", digest)
        return int(rows[0][0]) if rows else None

    def _added(self, digest: bytes, data: bytes, form: Form) -> int:
        self._state.write_many("INSERT INTO form (digest, data) VALUES (?, ?)", [(digest, data)])
        number = int(self._state.rows("SELECT last_insert_rowid()")[0][0])
        self._state.write_many(
            "INSERT INTO token VALUES (?, ?)", [(hashed(each), number) for each in sorted(form.tokens)]
        )
        return number

    def put(self, members: Iterable[Member]) -> None:
        """Note members, in the place of those with the same document and key."""
        self._state.write_many(
            "INSERT OR REPLACE INTO member VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [(m.document, m.key, m.form, m.anchor, m.iri, m.mentions, m.start, m.end) for m in members],
        )

    def reachable(self, tokens: Iterable[str]) -> dict[int, Form]:
        """All forms that share a token with these, directly or by a chain of others, by their numbers."""
        seen: set[int] = set()
        found: dict[int, Form] = {}
        wanted = set(map(hashed, tokens))
        while wanted:
            rows = self._state.rows_for("SELECT DISTINCT form FROM token WHERE token IN ({})", wanted)
            new = {int(row[0]) for row in rows} - found.keys()
            seen |= wanted
            found |= self.forms(new)
            wanted = {hashed(each) for number in new for each in found[number].tokens} - seen
        return found

    def forms(self, numbers: Iterable[int]) -> dict[int, Form]:
        """Forms by their numbers."""
        rows = self._state.rows_for("SELECT number, data FROM form WHERE number IN ({})", numbers)
        return {int(number): _decoder().decode(data) for number, data in rows}

    def members(self, forms: Iterable[int]) -> Iterator[Member]:
        """Everybody who has one of these forms."""
        return (Member(*row) for row in self._state.rows_for("SELECT * FROM member WHERE form IN ({})", forms))

    def iris_of(self, form: int) -> set[str]:
        """The relative IRIs of all who have a form."""
        return {str(row[0]) for row in self._state.rows("SELECT DISTINCT iri FROM member WHERE form = ?", form)}

    def counted(self, iri: str, *, by_day: bool) -> Iterator[tuple[int, str, int]]:
        """The forms of whom a relative IRI means, the day of the meeting if wanted, and in how many documents."""
        query = "SELECT form, '', count(*) FROM member WHERE iri = ? GROUP BY form"
        if by_day:
            query = (
                "SELECT m.form, h.day, count(*) FROM member m JOIN held h ON h.sha256 = m.document WHERE m.iri = ?"
                " GROUP BY m.form, h.day"
            )
        return ((int(form), str(day), int(often)) for form, day, often in self._state.rows(query, iri))


def hashed(token: str) -> int:
    """A token as a number that SQLite stores in eight bytes."""
    return int.from_bytes(hashlib.blake2b(token.encode(), digest_size=8).digest(), "big", signed=True)
