"""More documents for a store whose documents are resolved: the same answer as resolving all of them, in less time.

A form that some document has had means whom it meant, unless one document now has two that can meet. Every other form
is resolved again together with all forms that it can meet by chains of tokens; the rules are those of the full run,
which see less of what cannot matter. Where more would change than that (an organisation turns out to be another one,
a sitting gets another number), nothing is decided here and everybody is resolved again.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from protokollgraph.graph import codec
from protokollgraph.graph.documents import DocumentState
from protokollgraph.graph.identity.claims import Claims
from protokollgraph.graph.identity.forms import Context, Form, Member
from protokollgraph.graph.identity.holdings import Held, Holdings, near_keys
from protokollgraph.graph.identity.register import DIGITS, PROTOCOL, Line, Register, meeting_anchor
from protokollgraph.graph.judgements.settled import Judgements
from protokollgraph.graph.matching.corpus import Corpus
from protokollgraph.graph.matching.person import Ties
from protokollgraph.graph.matching.sittings import Sittings
from protokollgraph.graph.resolution import DocumentEntities, HandedOut, Resolution, Resource, sitting_key
from protokollgraph.graph.resolver import Resolver, in_order
from protokollgraph.model import Entity, EntityKind, Meeting
from protokollgraph.ontology.iris import Iris


class TooMuchChanges(Exception):
    """The new documents change more than what they speak of; resolve everybody."""


def add(state: DocumentState, documents: Sequence[DocumentEntities], iris: Iris, judgements: Judgements) -> Resolution:
    """The resolution of new documents, and of those of the store about which they change something.

    ``entities``, ``meetings``, ``protocols`` and ``acts`` hold these documents only, ``resources`` everybody of whom
    something may have changed. :class:`TooMuchChanges` if that is not enough.
    """
    holdings = Holdings(state)
    if any(each.record or any(e.identifiers for e in each.entities) for each in documents):
        raise TooMuchChanges
    world = _World(holdings, state, documents, iris)
    return _Addition(world, iris, judgements).resolution()


class _KnownIris(Register):
    """The register as far as the state knows it: what was handed out, and the lines of some documents."""

    def __init__(self, holdings: Holdings, lines: Sequence[Line]) -> None:
        super().__init__(lines)
        self._holdings = holdings

    def __contains__(self, iri: object) -> bool:
        return isinstance(iri, str) and self._holdings.was_handed_out(iri)

    def seniority(self, iri: str) -> int:
        return self._holdings.seniority(iri)


class _World(Corpus):
    """The new documents among the old ones, of whom only those speak who can meet somebody new."""

    def __init__(
        self, holdings: Holdings, state: DocumentState, documents: Sequence[DocumentEntities], iris: Iris
    ) -> None:
        self.holdings = holdings
        self.state = state
        self.held = {each.sha256: each for each in holdings.documents()}
        if any(each.sha256 in self.held for each in documents):
            raise TooMuchChanges
        stubs = [_stub(each) for each in self.held.values()]
        super().__init__(sorted((*stubs, *documents), key=in_order))
        self.new = {n for n, each in enumerate(self.documents) if each.sha256 not in self.held}
        self.place = {each.sha256: n for n, each in enumerate(self.documents)}
        self.members: dict[tuple[int, str], Member] = {}
        """Old entities that take part, by number of their document and key."""
        self.skipped: dict[tuple[int, str], tuple[str, int]] = {}
        """New entities that need no resolution: their relative IRI and the number of their form."""
        self.base = iris.base

    def mentioned(self, kinds: tuple[EntityKind, ...]) -> Iterator[tuple[int, Entity, str]]:
        """As for all documents, but of those who take part."""
        new = [(n, e, Form.of(e, scope)) for n, e, scope in super().mentioned(kinds)]
        return ((n, entity, str(context)) for n, entity, context in self._taking_part(new))

    def people(self) -> Iterator[tuple[int, Entity, Ties]]:
        """As for all documents, but of those who take part."""
        new = [(n, e, Form.of(e, ties)) for n, e, ties in super().people() if n in self.new]
        for n, entity, context in self._taking_part(new):
            assert isinstance(context, Ties)
            yield n, entity, context

    def _taking_part(self, new: list[tuple[int, Entity, Form]]) -> list[tuple[int, Entity, Context]]:
        """The new entities that are not known, and everybody whom they can meet."""
        known = {(n, e.key): self._known(form) for n, e, form in new}
        reach = {(n, e.key): self._reach(form, known[n, e.key]) for n, e, form in new}
        alone = _alone(reach)
        unknown = [(n, e, form) for n, e, form in new if known[n, e.key] is None or (n, e.key) not in alone]
        for n, entity, _ in new:
            found = known[n, entity.key]
            if found is not None and not any(entity is each for _, each, _ in unknown):
                self.skipped[n, entity.key] = found
                self.entities[self.documents[n].sha256][entity.key] = self.base + found[0]
        taking: list[tuple[int, Entity, Context]] = [(n, entity, form.context) for n, entity, form in unknown]
        forms = self.holdings.forms.reachable({token for _, _, form in unknown for token in form.tokens})
        for member in self.holdings.forms.members(forms):
            n = self.place[member.document]
            self.members[n, member.key] = member
            taking.append((n, member.entity(forms[member.form]), forms[member.form].context))
        # those who are passed over may still meet somebody who is not
        reached = {token for form in forms.values() for token in form.tokens} | {
            token for _, _, form in unknown for token in form.tokens
        }
        for n, entity, form in new:
            if (n, entity.key) in self.skipped and not form.tokens.isdisjoint(reached):
                del self.skipped[n, entity.key]
                taking.append((n, entity, form.context))
        # keys are numbered in the order of the document: "person/9" comes before "person/10"
        return sorted(taking, key=lambda each: (each[0], len(each[1].key), each[1].key))

    def _known(self, form: Form) -> tuple[str, int] | None:
        """The relative IRI of everybody with a form, and its number; None if nobody has it, or several do."""
        number = self.holdings.forms.find(form)
        iris = set() if number is None else self.holdings.forms.iris_of(number)
        return (iris.pop(), number) if number is not None and len(iris) == 1 else None

    def _reach(self, form: Form, known: tuple[str, int] | None) -> frozenset[str]:
        """The tokens by which others can meet a form, or any form of whom it means."""
        if known is None:
            return form.tokens
        counted = self.holdings.forms.counted(known[0], by_day=False)
        forms = self.holdings.forms.forms({number for number, _, _ in counted})
        return form.tokens.union(*(each.tokens for each in forms.values()))

    @cached_property
    def related(self) -> list[DocumentEntities]:
        """The new documents, and the old ones whose sittings can meet theirs, whole."""
        keys: set[str] = set()
        for n in self.new:
            given = self.entities[self.documents[n].sha256]
            keys |= near_keys(self.documents[n], {k: iri.removeprefix(self.base) for k, iri in given.items()})
        old: list[DocumentEntities] = []
        for sha256 in self.holdings.near(keys):
            kept = self.state.get(self.held[sha256].name)
            if kept is None:
                raise TooMuchChanges
            old.append(codec.decode_entities(kept.entities))
            if old[-1].record:
                raise TooMuchChanges
            given = {k: self.base + iri for k, iri in self.holdings.given(sha256).items()}
            self.entities[sha256] = given | self.entities[sha256]
        return sorted((*old, *(self.documents[n] for n in self.new)), key=in_order)


def _stub(held: Held) -> DocumentEntities:
    """A document that is at hand in name only."""
    day = date.fromisoformat(held.day) if held.day else None
    return DocumentEntities(held.file, held.sha256, (), (), Meeting((), date=day))


def _alone(reach: Mapping[tuple[int, str], frozenset[str]]) -> set[tuple[int, str]]:
    """Those who can meet nobody else in their document: any two that can are two for certain from now on."""
    often = Counter((n, token) for (n, _), tokens in reach.items() for token in tokens)
    return {(n, key) for (n, key), tokens in reach.items() if all(often[n, token] == 1 for token in tokens)}


class _OldClaims(Claims):
    """What was handed out before: newcomers have had nothing, the others what the state has noted."""

    def __init__(self, world: _World, iris: Iris) -> None:
        super().__init__((), _KnownIris(world.holdings, ()), iris.base)
        self._world = world

    def of(self, n: int, key: str) -> tuple[str, ...]:
        member = self._world.members.get((n, key))
        return () if member is None else (member.anchor,)


class _Addition(Resolver):
    """A run over the new documents and what they touch."""

    def __init__(self, world: _World, iris: Iris, judgements: Judgements) -> None:
        super().__init__(world, _OldClaims(world, iris), iris, judgements)
        self._world = world
        self._judgements = judgements

    def sittings(self) -> tuple[Sequence[DocumentEntities], Claims]:
        """The new documents and those whose sittings can meet theirs."""
        world = self._world
        lines = [
            Line(sha256[:DIGITS], world.held[sha256].file, json.loads(world.held[sha256].anchored))
            for sha256 in sorted(each.sha256 for each in world.related if each.sha256 in world.held)
        ]
        return world.related, Claims(world.related, _KnownIris(world.holdings, lines), self._iris.base)

    def handed_out(self, sittings: Sittings) -> tuple[HandedOut, ...]:
        """What the register has to keep: of the new documents alone, nobody else's IRI has changed."""
        new = {self._documents[n].sha256 for n in self._world.new}
        return tuple(each for each in super().handed_out(sittings) if each.sha256 in new)

    def resolution(self) -> Resolution:
        """Everything, checked against what the store has."""
        found = self.resolve()
        self._check_members(found)
        self._check_sittings(found)
        resources = {each.iri: each for each in found.resources}
        resources |= {each.iri: each for each in self._skipped()}
        self._check_names()
        return replace(
            found,
            resources=tuple(resources[iri] for iri in sorted(resources)),
            by_iri=resources,
            hidden=frozenset(self._hidden),
        )

    def _check_members(self, found: Resolution) -> None:
        """Nobody who was there before may have become somebody else, or be spoken of in a judgement that joins."""
        world = self._world
        if found.replaced or (world.members and self._judgements.splits):
            raise TooMuchChanges
        joined = {iri for pair in self._judgements.same for iri in pair} | self._judgements.same_as.keys()
        for (n, key), member in world.members.items():
            now = found.entities[self._documents[n].sha256][key]
            if now != world.base + member.iri or not joined.isdisjoint((member.iri, member.anchor)):
                raise TooMuchChanges

    def _check_sittings(self, found: Resolution) -> None:
        """The sittings of documents that were there before stay what they were."""
        for document in self._world.related:
            held = self._world.held.get(document.sha256)
            if held is not None:
                acts = json.loads(held.acts)
                keys = [sitting_key(document.sha256, n) for n in range(len(acts))]
                before = json.loads(held.anchored)
                now = [found.protocols[document.sha256], *(found.meetings[key] for key in keys)]
                then = [before[PROTOCOL], *(before[meeting_anchor(n)] for n in range(len(acts)))]
                same = now == [self._world.base + each for each in then]
                if not same or [list(found.acts[key]) for key in keys] != acts:
                    raise TooMuchChanges

    def _skipped(self) -> Iterator[Resource]:
        """Whom the forms mean that needed no resolution: their names may be others with one more document."""
        world = self._world
        new: dict[str, list[tuple[int, Entity]]] = {}
        for (n, key), (iri, _) in world.skipped.items():
            new.setdefault(iri, []).append((n, world.by_key[n][key]))
        by_day = {each.day: n for n, each in enumerate(self._documents)}
        for iri, members in new.items():
            # the latest name counts of projects, of all others the most usual one
            dated = iri.startswith(f"{EntityKind.PROJECT}/")
            counted = list(world.holdings.forms.counted(iri, by_day=dated))
            forms = world.holdings.forms.forms({form for form, _, _ in counted})
            any_day = members[0][0]
            for form, day, often in counted:
                n = by_day[date.fromisoformat(day) if day else None] if dated else any_day
                members += [(n, forms[form].entity)] * often
            found = self.resource(world.base + iri, members, world.holdings.anchors_of(iri))
            yield replace(found, reasons=world.holdings.reasons(world.base + iri))

    def _check_names(self) -> None:
        """Topics and earlier protocols of the new documents may be named by none that takes no part."""
        world, near = self._world, {each.sha256 for each in self._world.related}
        for n in world.new:
            given = world.entities[self._documents[n].sha256]
            named = near_keys(self._documents[n], {key: iri.removeprefix(world.base) for key, iri in given.items()})
            if world.holdings.near(named) - near:
                raise TooMuchChanges
