"""What a store has resolved, kept so that one more document need not resolve all the others again.

Written after every resolution for the documents about which it said something new: their forms
(:mod:`.forms`), what they were given, and by what their sittings can meet others.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count, takewhile

from protokollgraph.graph.documents import DocumentState
from protokollgraph.graph.identity.forms import Form, Forms, Member
from protokollgraph.graph.identity.register import Register, anchors
from protokollgraph.graph.matching.corpus import Corpus
from protokollgraph.graph.matching.fold import fold, words
from protokollgraph.graph.matching.scopes import ACTORS
from protokollgraph.graph.resolution import DocumentEntities, Resolution, sitting_key
from protokollgraph.model import EntityKind, Span
from protokollgraph.ontology.iris import slug

FAMILIES = (ACTORS, (EntityKind.PROJECT,), (EntityKind.PROGRAMME,))
NO_FORM = 0
"""The form of papers, topics and earlier protocols: what they are follows from their sitting."""


@dataclass(frozen=True, slots=True)
class Held:
    """One document as it was resolved."""

    sha256: str
    name: str
    file: str
    day: str
    anchored: str
    """JSON: what the register calls its protocol, its meetings and its papers, with their relative IRIs."""
    acts: str
    """JSON: the names of the acts of each sitting."""


class Holdings:
    """The tables of what was resolved."""

    def __init__(self, state: DocumentState) -> None:
        self.forms = Forms(state)
        self._state = state

    def clear(self) -> None:
        """Forget everything."""
        self.forms.clear()
        for table in ("held", "near", "handed"):
            self._state.write_many(f"DELETE FROM {table}", [()])

    def drop_missing(self) -> None:
        """Forget the documents that the state has no more."""
        gone = "NOT IN (SELECT sha256 FROM document)"
        self._state.write_many(f"DELETE FROM member WHERE document {gone}", [()])
        self._state.write_many(f"DELETE FROM near WHERE sha256 {gone}", [()])
        self._state.write_many(f"DELETE FROM held WHERE sha256 {gone}", [()])

    def hold(
        self, corpus: Corpus, resolution: Resolution, register: Register, names: Mapping[str, str], base: str
    ) -> None:
        """Note documents as they were resolved, those of ``names``: SHA-256 to how the state calls them.

        ``register`` has all that was handed out.
        """
        contexts = _contexts(corpus)
        for n, document in enumerate(corpus.documents):
            if document.sha256 in names:
                self._hold(document, contexts[n], resolution, register, names[document.sha256], base)

    def _hold(
        self,
        document: DocumentEntities,
        forms: Mapping[str, Form],
        resolution: Resolution,
        register: Register,
        name: str,
        base: str,
    ) -> None:
        given, own = resolution.entities[document.sha256], anchors(document)
        known = register.history(document, ())
        self._state.write_many("DELETE FROM member WHERE document = ?", [(document.sha256,)])
        members = []
        for entity in document.entities:
            if entity.key in given:
                iri = given[entity.key].removeprefix(base)
                anchor = known.get(own.get(entity.key, ""), (iri,))[-1]
                first = entity.mentions[0].span if entity.mentions else Span(0, 0)
                form = self.forms.number(forms[entity.key]) if entity.key in forms else NO_FORM
                often = len(entity.mentions)
                members.append(Member(document.sha256, entity.key, form, anchor, iri, often, first.start, first.end))
        self.forms.put(members)
        fixed = {anchor: iris[-1] for anchor, iris in known.items() if _is_fixed(anchor)}
        sittings = list(takewhile(resolution.acts.__contains__, (sitting_key(document.sha256, n) for n in count())))
        held = Held(
            document.sha256,
            name,
            document.name,
            "" if document.day is None else document.day.isoformat(),
            json.dumps(fixed, ensure_ascii=False),
            json.dumps([resolution.acts[key] for key in sittings]),
        )
        self._state.write_many(
            "INSERT OR REPLACE INTO held VALUES (?, ?, ?, ?, ?, ?)",
            [(held.sha256, held.name, held.file, held.day, held.anchored, held.acts)],
        )
        near = near_keys(document, {key: iri.removeprefix(base) for key, iri in given.items()})
        self._state.write_many("DELETE FROM near WHERE sha256 = ?", [(document.sha256,)])
        self._state.write_many("INSERT INTO near VALUES (?, ?)", [(key, document.sha256) for key in sorted(near)])

    def hand_out(self, iris: Iterable[str]) -> None:
        """Note relative IRIs in the order in which they are handed out; those that were before keep their place."""
        last = self._state.rows("SELECT coalesce(max(place), -1) FROM handed")[0][0]
        self._state.write_many("INSERT OR IGNORE INTO handed VALUES (?, ?)", zip(iris, count(int(last) + 1)))

    def was_handed_out(self, iri: str) -> bool:
        """Whether somebody ever had this relative IRI."""
        return bool(self._state.rows("SELECT 1 FROM handed WHERE iri = ?", iri))

    def seniority(self, iri: str) -> int:
        """The place of a relative IRI in the order in which they were handed out."""
        return int(self._state.rows("SELECT place FROM handed WHERE iri = ?", iri)[0][0])

    def count(self) -> int:
        """How many documents there are."""
        return int(self._state.rows("SELECT count(*) FROM held")[0][0])

    def documents(self) -> list[Held]:
        """All documents."""
        return [Held(*row) for row in self._state.rows("SELECT * FROM held")]

    def near(self, keys: Iterable[str]) -> set[str]:
        """The documents, by SHA-256, whose sittings can meet one with these keys."""
        return {str(row[0]) for row in self._state.rows_for("SELECT sha256 FROM near WHERE key IN ({})", keys)}

    def reasons(self, iri: str) -> tuple[str, ...]:
        """Why the names of a full IRI are taken for one, as noted."""
        rows = self._state.rows("SELECT reasons FROM entity WHERE iri = ?", iri)
        return tuple(json.loads(rows[0][0])) if rows else ()

    def anchors_of(self, iri: str) -> list[str]:
        """The relative IRIs in the register of all who have this one now."""
        return sorted(str(row[0]) for row in self._state.rows("SELECT DISTINCT anchor FROM member WHERE iri = ?", iri))

    def given(self, sha256: str) -> dict[str, str]:
        """Key of an entity to its relative IRI."""
        return {
            str(k): str(iri) for k, iri in self._state.rows("SELECT key, iri FROM member WHERE document = ?", sha256)
        }


def near_keys(document: DocumentEntities, given: Mapping[str, str]) -> set[str]:
    """By what the sittings of a document can meet others: file, papers, body and day (``given``: relative IRIs)."""
    found = {f"file {slug(document.name)}"}
    for entity in document.entities:
        if entity.kind is EntityKind.PAPER:
            found.add(f"paper {''.join(words(fold(entity.name)))}")
        elif entity.kind in (EntityKind.TOPIC, EntityKind.PROTOCOL) and entity.key in given:
            found.add(f"named {given[entity.key]}")
    for meeting in (document.meeting, *document.further):
        if meeting is not None and meeting.body is not None and meeting.body in given:
            found.add(f"meeting {given[meeting.body]} {meeting.date or meeting.number}")
    return found


def _is_fixed(anchor: str) -> bool:
    return anchor.startswith(("protocol", "meeting", "paper "))


def _contexts(corpus: Corpus) -> list[dict[str, Form]]:
    """For each document the forms of its entities, by key."""
    found: list[dict[str, Form]] = [{} for _ in corpus.documents]
    for family in FAMILIES:
        for n, entity, scope in corpus.mentioned(family):
            found[n][entity.key] = Form.of(entity, scope)
    for n, entity, ties in corpus.people():
        found[n][entity.key] = Form.of(entity, ties)
    return found
