"""What resolution says across documents: IRIs that were given up, sameness elsewhere, judgements in vain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from protokollgraph.graph.authority.same_as import same_as_lines
from protokollgraph.graph.derived.lines import Lines
from protokollgraph.graph.identity.known import Known
from protokollgraph.graph.resolution import Resolution
from protokollgraph.graph.triples.frame import node
from protokollgraph.model import Finding, Severity
from protokollgraph.ontology.iris import Iris
from protokollgraph.ontology.namespaces import DCT

MISFIT = "judgement-without-match"


def across(
    resolution: Resolution, iris: Iris, places: Mapping[str, tuple[str, ...]] | None = None
) -> dict[str, tuple[str, ...]]:
    """Lines of the derived graph that rest on no single document, by what they are about.

    An IRI that somebody had points to whom it means now (``dct:isReplacedBy``); what is the same as something in
    another register, by a judgement or an authority file, says so (``owl:sameAs``), and so do ``places`` of meetings.
    """
    found: dict[str, tuple[str, ...]] = {}
    for before, now in resolution.replaced.items():
        lines = Lines(iris)
        lines.add(node(before), node(DCT.isReplacedBy), node(now))
        found[f"replaced {before}"] = lines.sorted()
    for resource in resolution.resources:
        if resource.same_as:
            found[f"same-as {resource.iri}"] = same_as_lines([resource], iris)
    for place, addresses in (places or {}).items():
        found[f"same-as {place}"] = same_as_lines([], iris, {place: addresses})
    return found


def left_out(known: Known) -> Iterator[tuple[str, Finding]]:
    """Name of an authority file and finding for its columns that mean nothing here."""
    for each in known.authorities:
        if each.left_out:
            message = f"Columns of the table that mean nothing here: {', '.join(each.left_out)}."
            yield each.name, Finding("columns-left-out", message, Severity.NOTICE)


def misfits(resolution: Resolution, known: Known) -> Iterator[tuple[str, Finding]]:
    """File and finding for each judgement about something that no document speaks of."""
    for each in resolution.misfits:
        message = (
            f"The judgement in line {each.line} fits nothing: no document speaks of {', '.join(each.iris)}."
            " Take it back, or leave it for documents to come."
        )
        yield str(known.journal or ""), Finding(MISFIT, message, Severity.WARNING)
