"""Places of meetings linked to records: by name, and by post code or town where both sides have one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from protokollgraph.graph.authority.records import AuthorityList, AuthorityRecord, RecordKind
from protokollgraph.graph.matching.fold import fold, words
from protokollgraph.graph.matching.naming import first_language
from protokollgraph.graph.resolution import DocumentEntities
from protokollgraph.model import Place
from protokollgraph.ontology.iris import Iris, slug


def linked_places(
    documents: Iterable[DocumentEntities], lists: Iterable[AuthorityList], iris: Iris
) -> Mapping[str, tuple[str, ...]]:
    """The IRI of each place of a meeting that is a record, with its addresses in other registers, sorted.

    A place has one IRI in all documents; if these print different post codes or towns for it, it is linked to nothing.
    """
    by_name = [_by_name(each) for each in lists]
    if not any(by_name):
        return {}
    found: dict[str, list[Place]] = {}
    for place in _places(documents):
        found.setdefault(iris.place(slug(place.label)), []).append(place)
    linked = {iri: _addresses(places, by_name) for iri, places in sorted(found.items())}
    return {iri: addresses for iri, addresses in linked.items() if addresses}


def _places(documents: Iterable[DocumentEntities]) -> Iterator[Place]:
    """Where meetings take place, also those before and after."""
    for document in documents:
        for meeting in (document.meeting, *document.further):
            for each in () if meeting is None else (meeting, meeting.previous, meeting.next):
                if each is not None and each.place is not None:
                    yield each.place


def _by_name(of: AuthorityList) -> dict[str, list[AuthorityRecord]]:
    found: dict[str, list[AuthorityRecord]] = {}
    for record in of.records:
        if record.kind is RecordKind.PLACE:
            for key in {_key(name) for name in (record.name, *record.other_names)}:
                found.setdefault(key, []).append(record)
    return found


def _key(name: str) -> str:
    return " ".join(words(fold(first_language(name))))


def _addresses(places: Iterable[Place], lists: Iterable[Mapping[str, list[AuthorityRecord]]]) -> tuple[str, ...]:
    """Of each list the one record that all printings of a place can be."""
    addresses: set[str] = set()
    for by_name in lists:
        every = [_records(place, by_name) for place in places]
        common = [record for record in every[0] if all(record in others for others in every)]
        if len(common) == 1:
            addresses.update(common[0].addresses)
    return tuple(sorted(addresses))


def _records(place: Place, by_name: Mapping[str, list[AuthorityRecord]]) -> list[AuthorityRecord]:
    """The records that a place can be: its label, or the part of it before the address, is one of their names."""
    label = place.label
    names = {_key(label), *(_key(label[:n]) for n, letter in enumerate(label) if letter in ",;(")}
    if place.thoroughfare is not None and place.thoroughfare in label:
        names.add(_key(label.partition(place.thoroughfare)[0]))
    found = {record.identifier: record for name in names for record in by_name.get(name, ())}
    return [record for _, record in sorted(found.items()) if _same_address(place, record)]


def _same_address(place: Place, record: AuthorityRecord) -> bool:
    """Whether post code or town agree and neither contradicts; a record without them is known by its name alone."""
    codes = _agree(place.post_code, record.post_code)
    towns = _agree(_town(place.post_name), _town(record.post_name))
    if codes is False or (towns is False and codes is None):
        return False
    if codes or towns or not (record.post_code or record.post_name):
        return True
    town = _town(record.post_name)
    return bool(town) and f" {town} " in f" {_key(place.label)} "


def _town(name: str | None) -> str:
    """A town's German name: what stands before a slash is in the other language."""
    return _key((name or "").partition("/")[0])


def _agree(one: str | None, other: str | None) -> bool | None:
    """None where a side says nothing."""
    return None if not one or not other else one == other
