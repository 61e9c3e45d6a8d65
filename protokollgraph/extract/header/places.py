"""Where a session takes place."""

from __future__ import annotations

import re

from protokollgraph.extract import dates
from protokollgraph.extract.draft import Draft, evidence
from protokollgraph.model import Place

_LONGEST = 500
"""A longer text is no place; the pattern takes time that grows with the square of the length."""
_ADDRESS = re.compile(
    r"(?P<street>[^,]+?\s\d+\s?[a-zA-Z]?(?:\s?[-/–]\s?\d+\s?[a-zA-Z]?)?)\s*,\s*(?:D-)?(?P<code>\d{5})\s+"
    r"(?P<town>[^,]+)$"
)
_CODE = re.compile(r"\d{5}")


def read(draft: Draft) -> None:
    """The place from its field, or from an address in the title."""
    labelled = any(f.name == "place" for f in draft.protocol.fields)
    for passage in () if labelled else draft.protocol.title:
        if (
            len(passage.text) < _LONGEST
            and _CODE.search(passage.text)
            and (unlabelled := _ADDRESS.search(passage.text))
            and "," in passage.text[: unlabelled.start("street") + 1]
        ):
            draft.place = place(passage.text)
            draft.meeting_evidence.append(evidence(passage, "header.place"))
            break
    if draft.place is None and not any(f.name == "place" for f in draft.protocol.fields):
        _in_title(draft)
    for field in draft.protocol.fields:
        if field.name == "place" and field.value:
            text = field.value.text
            timed = dates.times(text)
            if timed:
                text = text[: timed[0].start].rstrip(" ,;")
            if draft.place is None and text:
                draft.place = place(text)
                draft.meeting_evidence.append(evidence(field.value, "header.place"))
            elif draft.place and text and draft.place.label.casefold() not in text.casefold():
                draft.place = place(f"{draft.place.label}, {text}")


_THEN_WHERE = re.compile(
    r"[\s,;]*(?:\(\w+\)\s)?(?:im|in|auf|bei|beim)\s(?!Anschluss|Rahmen|Anwesenheit|Abwesenheit|öffentlich|nicht)"
)


def _in_title(draft: Draft) -> None:
    """What stands behind day and hour in the title: "am Montag, dem 5. Mai 2014, 19:00 Uhr, im Gasthof Muster"."""
    for passage in draft.protocol.title:
        days = [found.end for found in dates.find(passage.text)]
        hours = [found.end for found in dates.times(passage.text)]
        if not days or len(passage.text) > _LONGEST:
            continue
        end = max([*days, *hours])
        where = _THEN_WHERE.match(passage.text, end)
        found = behind(passage.text, end) if where else None
        if found:
            draft.place = found
            draft.meeting_evidence.append(evidence(passage, "header.place", start=end))
            return


def place(label: str) -> Place:
    """A place with its address where the label ends in one: "…, Uferstraße 6, 04916 Herzberg"."""
    label = re.sub(
        r"\s*\((?:hybrid|online|digital|Videokonferenz|per Video|mit Videozuschaltung)[^()]*\)$",
        "",
        " ".join(label.split()).rstrip(" ."),
    )
    match = _ADDRESS.search(label) if len(label) < _LONGEST else None
    if not match:
        return Place(label)
    return Place(label, match["street"].strip(), match["code"], match["town"].strip())


def behind(text: str, start: int) -> Place | None:
    """What is left of an announcement behind its date and time: the place."""
    text = text[start:]
    text = re.sub(r"^[\s,;:.–-]*(?:Uhr\b)?[\s,;–-]*(?:\(?[^\W\d_]+\)?\s)?(?=(?:im|in|bei|beim|am|an|auf)\s)", "", text)
    text = re.sub(r"^[\s,;:–-]*(?:Ort:?|Uhr)?[\s,;:–-]*", "", text)
    text = re.sub(
        r"^(?:in\s+den|in\s+der|in\s+die|bei\s+der|an\s+der|auf\s+dem|auf\s+der|im|in|beim|bei|am|an)\s+", "", text
    )
    text = re.sub(
        r"\s*\b(?:statt(?:finden)?|geplant|vorgesehen|durchgeführt|angesetzt|terminiert|ein(?:geladen)?)\b.*$",
        "",
        text,
        flags=re.DOTALL,
    )
    text = re.sub(r"\s+(?:wird|ist|soll)$", "", text).strip(" .,;:(")
    if text.count(")") > text.count("("):
        text = text.rstrip(")")
    if (
        len(text) < 4
        or not re.match(r"[A-ZÄÖÜ„]", text)
        or len(text) > 140
        or re.search(r"\b(?:wird|ist|sind|werden|hat)\b", text)
    ):
        return None
    return place(text)
