"""Who a figure or a step is about, and the sentence that shows it best."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from protokollgraph.graph.measures.wording import words
from protokollgraph.graph.relations.questions import relations

if TYPE_CHECKING:
    import networkx

    from protokollgraph.graph.relations.passages import Passage

FEWEST_WORDS = 5
"""What is shorter is a line of a list rather than a sentence."""
LONGEST = 300
"""What is longer, in characters, is a whole agenda item."""
_CUT = "…"


class Actor(NamedTuple):
    """A node of the network as a reader knows it."""

    iri: str
    name: str
    kind: str
    """In words."""


def actor(graph: networkx.MultiDiGraph, iri: str) -> Actor:
    """The node with this IRI; a decision is named by its kind in English and its day."""
    attributes = graph.nodes[iri]
    return Actor(iri, label(graph, iri), words()["kinds"].get(attributes["kind"], attributes["kind"]))


def label(graph: networkx.MultiDiGraph, iri: str) -> str:
    """What the node is called."""
    attributes = graph.nodes[iri]
    name: str = attributes["label"]
    if "decision" not in attributes:
        return name
    term = relations()["terms"].get(attributes["decision"], {}).get("en", attributes["decision"])
    return " of ".join(filter(None, (term, attributes.get("date"))))


def best(graph: networkx.MultiDiGraph, passages: Iterable[Passage], about: Iterable[str] = ()) -> tuple[Passage, ...]:
    """The passage that shows most, if there is one: stated before inferred ones, sentences before lines of a list,
    what names the nodes ``about``, whole and short ones before parts and whole agenda items, then the newest."""
    names = [_names(graph, iri) for iri in about]

    def weakness(passage: Passage) -> tuple[bool, bool, float, bool]:
        text = passage.sentence
        missing = sum(not any(name in text for name in each) for each in names) / max(1, len(names))
        cut = text.startswith(_CUT) or text.endswith(_CUT)
        return not passage.stated, len(text.split()) < FEWEST_WORDS, 2 * missing + cut + (len(text) > LONGEST) / 2, cut

    newest = sorted(set(passages), key=lambda each: (each.date, each.protocol, each.sentence), reverse=True)
    return tuple(sorted(newest, key=weakness)[:1])


def _names(graph: networkx.MultiDiGraph, iri: str) -> list[str]:
    """How a sentence may name the node; a person by the surname too."""
    attributes = graph.nodes[iri]
    names = [attributes["label"], *attributes.get("aliases", ())]
    return names + ([names[0].split()[-1]] if attributes["kind"] == "person" and names[0].split() else [])
