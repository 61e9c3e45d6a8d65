"""Places of meetings linked to records by name, post code and town; what is the same elsewhere, as lines."""

from __future__ import annotations

import pytest

from protokollgraph.graph.authority.lists import parsed
from protokollgraph.graph.authority.places import linked_places
from protokollgraph.graph.authority.same_as import same_as_lines
from protokollgraph.graph.resolution import DocumentEntities, Resource
from protokollgraph.model import EntityKind, Evidence, Meeting, MeetingReference, Place, Span
from protokollgraph.ontology.iris import Iris, slug
from protokollgraph.ontology.namespaces import OWL, SKOS

IRIS = Iris()
LIST = (
    "id;kind;name;other_names;post_code;post_name;same_as\n"
    "urn:rathaus;place;Rathaus;Altes Rathaus;03999;Quaal/Kwalojce;wikidata:Q7\n"
    "urn:other;place;Rathaus;;03888;Kahren;\n"
    "urn:haus;place;Haus am See;;;Quaal;\n"
    "urn:kino;place;Kino Seeblick;;;;\n"
    "urn:saal;org;Ratssaal;;;;\n"
)
QUAAL = ("http://www.wikidata.org/entity/Q7", "urn:rathaus")

PLACES: dict[str, tuple[list[Place], tuple[str, ...]]] = {
    "name and post code": ([Place("Rathaus, Markt 1, 03999 Quaal", "Markt 1", "03999", "Quaal")], QUAAL),
    "another name": ([Place("Altes Rathaus, 03999 Quaal", None, "03999", "Quaal")], QUAAL),
    "name and town": ([Place("Rathaus, Quaal", None, None, "Quaal")], QUAAL),
    "town in the second language": ([Place("Rathaus, Quaal/Kwalojce", None, None, "Quaal/Kwalojce")], QUAAL),
    "street without a comma": ([Place("Rathaus Markt 1, 03999 Quaal", "Markt 1", "03999", "Quaal")], QUAAL),
    "town of another": ([Place("Rathaus, 03888 Kahren", None, "03888", "Kahren")], ("urn:other",)),
    "post code of nobody": ([Place("Rathaus, 03777 Quaal", None, "03777", "Quaal")], ()),
    "no town": ([Place("Rathaus")], ()),
    "another place": ([Place("Rathaussaal, 03999 Quaal", None, "03999", "Quaal")], ()),
    "town in the label": ([Place("Haus am See, Quaal")], ("urn:haus",)),
    "town of the label of another": ([Place("Haus am See, Kahren")], ()),
    "known by its name alone": ([Place("Kino Seeblick, Uferweg 3", "Uferweg 3")], ("urn:kino",)),
    "no place in the list": ([Place("Ratssaal")], ()),
    "one label that two documents explain differently": (
        [Place("Rathaus", None, "03999", "Quaal"), Place("Rathaus", None, "03888", "Kahren")],
        (),
    ),
}


def sitting(place: Place, n: int, following: MeetingReference | None = None) -> DocumentEntities:
    return DocumentEntities(f"{n}.txt", f"{n:064}", (), meeting=Meeting((), place=place, next=following))


@pytest.mark.parametrize(("places", "expected"), PLACES.values(), ids=PLACES)
def test_which_place_is_linked(places: list[Place], expected: tuple[str, ...]) -> None:
    found, faults = parsed("places.csv", LIST.encode())
    assert not faults
    linked = linked_places([sitting(place, n) for n, place in enumerate(places)], [found], IRIS)
    assert linked == ({IRIS.place(slug(places[0].label)): expected} if expected else {})


def test_places_of_meetings_before_and_after_count() -> None:
    found, _ = parsed("places.csv", LIST.encode())
    place = Place("Kino Seeblick")
    following = MeetingReference(Evidence(Span(0, 1), "test.rule"), place=place)
    assert linked_places([sitting(Place("Rathaus"), 0, following)], [found], IRIS) == {
        IRIS.place("kino-seeblick"): ("urn:kino",)
    }


def test_lists_without_places_link_none() -> None:
    found, _ = parsed("list.csv", b"id,kind,name\nurn:x,org,Rathaus\n")
    assert linked_places([sitting(Place("Rathaus"), 0)], [found], IRIS) == {}


def test_two_lists_of_places_are_both_linked() -> None:
    one, other = (parsed("list.csv", f"id,kind,name\nurn:{n},place,Kino\n".encode())[0] for n in "12")
    assert linked_places([sitting(Place("Kino"), 0)], [other, one], IRIS) == {IRIS.place("kino"): ("urn:1", "urn:2")}


def test_what_is_the_same_elsewhere_is_written() -> None:
    town = Resource("urn:a", EntityKind.ORGANISATION, "Quaal", same_as=("urn:a", "urn:b"))
    topic = Resource("urn:t", EntityKind.TOPIC, "Wasser", same_as=("urn:w",))
    nobody = Resource("urn:n", EntityKind.PERSON, "Ada Quitzow")
    graph = f"<{IRIS.derived_graph}> .\n"
    assert same_as_lines([topic, nobody, town], IRIS, {"urn:p": ("urn:q",)}) == (
        f"<urn:a> <{OWL.sameAs}> <urn:b> {graph}",
        f"<urn:p> <{OWL.sameAs}> <urn:q> {graph}",
        f"<urn:t> <{SKOS.exactMatch}> <urn:w> {graph}",
    )
