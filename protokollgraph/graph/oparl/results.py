"""How an item ended, in the words of information systems, which reading understands again."""

from __future__ import annotations

from functools import cache

from protokollgraph.extract.oparl import wordings
from protokollgraph.extract.words import load
from protokollgraph.graph.oparl.objects import Object
from protokollgraph.graph.oparl.statements import Node
from protokollgraph.model import DecisionKind, Method, Outcome
from protokollgraph.ontology.namespaces import DCT, DL, PG, PROV

_COUNTED = (
    ("favor", "Ja", DL.number_of_votes_favor),
    ("against", "Nein", DL.number_of_votes_against),
    ("abstention", "Enthaltungen", DL.number_of_votes_abstention),
)

SAID = (
    *(PG.decisionKind, DL.decision_outcome, DL.decision_method, DCT.identifier, PROV.value),
    *(term for _, _, term in _COUNTED),
)
"""The properties of a decision that are written."""


def result(decision: Node) -> str | None:
    """The words for a decision: "einstimmig beschlossen (Ja: 12, Nein: 0)"; None if its outcome is not known."""
    kind, outcome, method = _said(decision)
    word = load("oparl")["written"].get(f"{kind} {outcome}") or load("oparl")["written"].get(outcome)
    if word is None:
        return None
    how = load("oparl")["methods"].get(method, "")
    votes = ", ".join(f"{label}: {n}" for _, label, term in _COUNTED if (n := decision.one(term)) is not None)
    return " ".join(each for each in (how, word, f"({votes})" if votes else "") if each)


def is_plain(decision: Node) -> bool:
    """Whether a result in words says all there is, so that OParl's own properties suffice."""
    words = result(decision)
    if words is None or decision.one(DCT.identifier) is not None:
        return False
    try:
        read = wordings.result(words)
    except KeyError:
        return False
    return read is not None and (read.kind, read.outcome, read.method or "") == _said(decision)


def full(decision: Node) -> Object:
    """A decision with every slot: our own property, for what OParl has no place for."""
    kind, outcome, method = _said(decision)
    said = {
        "result": result(decision),
        "resolutionText": decision.one(PROV.value),
        "label": decision.one(DCT.identifier),
        "kind": kind,
        "outcome": outcome,
        "method": method,
    }
    counted = {name: int(n) for name, _, term in _COUNTED if (n := decision.one(term)) is not None}
    return {name: value for name, value in said.items() if value} | counted


def _said(decision: Node) -> tuple[str, str, str]:
    """Kind, outcome and method as the model has them; empty where they are open."""
    return (
        _values(DecisionKind).get(decision.one(PG.decisionKind) or "", ""),
        _values(Outcome).get(decision.one(DL.decision_outcome) or "", ""),
        _values(Method).get(decision.one(DL.decision_method) or "", ""),
    )


@cache
def _values(enumeration: type[DecisionKind | Outcome | Method]) -> dict[str, str]:
    """Concepts of one scheme to their values."""
    return {PG + "".join(part.capitalize() for part in each.value.split("-")): each.value for each in enumeration}
