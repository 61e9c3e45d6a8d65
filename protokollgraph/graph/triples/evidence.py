"""Where everything stands in the text: Web Annotations with quote and position.

The stretch of text is one node per span, shared by all annotations of it; ``oa:exact`` is the text itself, mark-up and
line breaks included, so that ``text[start:end] == exact``.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from protokollgraph.graph.terms import iri as iri_term
from protokollgraph.graph.terms import literal
from protokollgraph.graph.triples.frame import TYPE, Frame, concept, node, number, plain
from protokollgraph.ontology.namespaces import DCT, NIF, OA, PG, PROV, RDF

CONTEXT = 32
"""How many code points of the text before and after a quote go with it."""

_A_ANNOTATION, _A_TARGET, _A_QUOTE, _A_POSITION = (
    (TYPE, node(OA[name])) for name in ("Annotation", "SpecificResource", "TextQuoteSelector", "TextPositionSelector")
)
_BODY, _HAS_TARGET, _SOURCE, _SELECTOR = (
    node(OA[name]) for name in ("hasBody", "hasTarget", "hasSource", "hasSelector")
)
_EXACT, _PREFIX, _SUFFIX, _START, _END = (node(OA[name]) for name in ("exact", "prefix", "suffix", "start", "end"))
_A_FRAGMENT = (TYPE, node(OA.FragmentSelector))
_VALUE, _CONFORMS = node(RDF.value), node(DCT.conformsTo)
_OF_PDF = "http://tools.ietf.org/rfc/rfc3778"
"""How fragments name pages: RFC 3778, section 3, as Web Annotation has it."""
_CONFIDENCE, _KIND, _RULE, _RUN = node(NIF.confidence), node(PG.statementKind), node(PG.rule), node(PROV.wasGeneratedBy)
_KINDS = (concept("stated"), concept("inferred"))


def write_evidence(frame: Frame) -> None:
    """Write an annotation for every place that was noted, and the stretches of text that they point to."""
    run = (_RUN, node(frame.iris.run(frame.protocol)))
    for (start, end), of_span in frame.evidence.items():
        iri = frame.iris.target(frame.protocol, start, end)
        target = iri_term(iri)
        _write_target(frame, target, iri, start, end)
        for n, (body, evidence) in enumerate(sorted(of_span.items()), 1):
            annotation = iri_term(frame.iris.evidence(frame.protocol, start, end, n))
            said = (
                _A_ANNOTATION,
                (_HAS_TARGET, target),
                run,
                (_BODY, body),
                *_judged(evidence.confidence, evidence.inferred, evidence.rule),
            )
            frame.describe(annotation, said)


def _write_target(frame: Frame, target: str, iri: str, start: int, end: int) -> None:
    text = frame.extraction.document.text
    quote, position = iri_term(frame.iris.quote(iri)), iri_term(frame.iris.position(iri))
    frame.describe(target, (_A_TARGET, (_SOURCE, frame.file), (_SELECTOR, quote), (_SELECTOR, position)))
    frame.describe(position, (_A_POSITION, (_START, number(start)), (_END, number(end))))
    frame.describe(quote, (_A_QUOTE, (_EXACT, literal(text[start:end]))))
    page = frame.extraction.document.page(start)
    if page is not None:
        fragment = iri_term(frame.iris.page(iri))
        frame.add(target, _SELECTOR, fragment)
        frame.describe(fragment, (_A_FRAGMENT, (_VALUE, plain(f"page={page}")), (_CONFORMS, node(_OF_PDF))))
    if start > 0:
        frame.add(quote, _PREFIX, literal(text[max(0, start - CONTEXT) : start]))
    if end < len(text):
        frame.add(quote, _SUFFIX, literal(text[end : end + CONTEXT]))


@lru_cache(maxsize=1 << 10)
def _judged(confidence: float, inferred: bool, rule: str) -> tuple[tuple[str, str], ...]:
    """How sure it is, whether it is stated, and who says so."""
    sure = literal(Decimal(str(confidence)))
    return (_CONFIDENCE, sure), (_KIND, _KINDS[inferred]), (_RULE, plain(rule))
