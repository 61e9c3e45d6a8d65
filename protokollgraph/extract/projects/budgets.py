"""What a project costs as a whole."""

from __future__ import annotations

import re
from decimal import Decimal

from protokollgraph.extract import amounts
from protokollgraph.extract.draft import Draft, Unit, evidence
from protokollgraph.model import ProjectFact

_TOTAL = re.compile(
    r"\b(?:ges(?:amt)?\.?(?=\s)|Gesamt(?=:)|veranschlagt|Gesamt"
    r"(?:kosten|ausgaben|volumen|investition(?:en|skosten)?|summe|finanzierung|budget|umfang)"
    r"|(?:Projekt|Investitions|Finanz|Förder|Kosten)volumen|Volumen(?:s)?"
    r"|(?:Projekt|Bau|Investitions|Herstellungs)?[Kk]osten|kostet|kosten|Investition(?:ssumme|en)?|Projektsumme|Budget"
    r"|[Pp]rojektbudget|Finanzumfang|Ausgaben|zuwendungsfähige\w*\s+(?:Gesamt)?[Aa]usgaben|Summe)\b"
)

_PART = re.compile(
    r"\b(?:Eigen(?:anteil|mittel|beitrag|leistung)\w*|Förder(?:ung|summe|mittel|betrag|anteil|quote|höhe)\w*"
    r"|Zuwendung\w*|Zusch[uü]ss\w*|Landesmittel\w*|Bundesmittel\w*|Drittmittel\w*|Folgekosten|Betriebskosten"
    r"|Planungskosten|Personalkosten|Sachkosten|Mehrkosten|Preis|davon|Anteil\w*|Kofinanzierung|jährlich\w*|pro\s+Jahr"
    r"|bereits|bisher\w*\s|Miete|Honorar|Einsparung\w*|Umsatz|Kreisumlage|Landeshaushalt|ausgezahlt|gebunden|Teilbetrag"
    r"|entfallen|statt)\b"
)


_LEAST = 1000
"""Euro; a smaller sum is a price or a fee."""
_OF_OTHERS = re.compile(r"(?:Eine?|[Vv]ergleichbare|[Ää]hnliche|Andere|Solche|Derartige)\s[^,;]*\bkosten?t?e?n?\b")


def fact(unit: Unit, start: int, end: int, project: str) -> ProjectFact | None:
    """The total that a sentence states."""
    text = unit.passage.text[start:end]
    found = list(amounts.find(text))
    for index, amount in enumerate(found):
        if amount.value < _LEAST or _OF_OTHERS.match(text):
            continue
        if not _is_total(text, amount.start, found[index - 1].end if index else 0):
            continue
        if (
            re.match(r"\s+auf\s", text[amount.end :])
            and re.search(r"\bvon\s+(?:rund\s+|ca\.\s+)?$", text[: amount.start])
            and index + 1 < len(found)
        ):
            amount = found[index + 1]
        where = evidence(unit.passage, "projects.budget", 0.9, start=start, end=end)
        return ProjectFact(project, where, budget=Decimal(amount.value))
    return None


def _is_total(text: str, at: int, earlier: int) -> bool:
    """Whether the last word for a sum before the figure means the whole; brackets behind the project's name do."""
    before = text[earlier:at]
    total = [m.end() for m in _TOTAL.finditer(before)]
    part = [m.end() for m in _PART.finditer(before)]
    if total or part:
        return bool(total) and (not part or total[-1] > part[-1])
    bracket = before.rfind("(")
    if bracket < 0 or ")" in before[bracket:]:
        # Notes string facts together: "STARK, Träger X, 1,08 Mio. EUR für 3 Jahre".
        return bool(re.search(r"[Tt]räger(?:in)?\b[^()]*,\s(?:rund\s|ca\.\s)?$", before)) and not re.search(
            r"\b(?:ist|wird|hat|sind|werden)\b", before
        )
    lead = text[: earlier + bracket]
    if _PART.search(lead[-45:]):
        return False
    return bool(re.search(r"(?:[“”]|[Pp]rojekt(?:e?s)?|[Vv]orhaben(?:s)?|\bvor|Nysa|[A-ZÄÖÜ]\w+)\s*$", lead))


def latest(draft: Draft) -> None:
    """Of several totals the last one said holds."""
    last: dict[str, ProjectFact] = {}
    rest = []
    for stated in draft.project_facts:
        if stated.budget is None:
            rest.append(stated)
        else:
            last[stated.project] = stated
    draft.project_facts = [*rest, *last.values()]
