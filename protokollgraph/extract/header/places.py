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
