"""The head: the title and labelled fields."""

from __future__ import annotations

import re

from protokollgraph.extract import names
from protokollgraph.extract.clean import Line
from protokollgraph.extract.passage import join
from protokollgraph.extract.segment.parts import HeadField
from protokollgraph.extract.segment.state import ItemPatterns, State, labelled
from protokollgraph.extract.style import Style


def read(state: State, line: Line, following: Line | None, patterns: ItemPatterns) -> None:
    """A field, a field's next line, or a line of the title."""
    pairs = _pairs(state.style, line)
    for pair in pairs:
        read(state, pair, following, patterns)
    if pairs:
        return
    match = labelled(line.text)
    name = state.style.field(match["label"]) if match else None
    if match and name and (match["colon"] or match["value"].strip()) and len(match["label"]) < 45:
        start = match.start("value")
        state.fields.append(HeadField(name, line.passage.cut(0, match.end("label")), line.passage.cut(start)))
        state.field_column = line.indent + start
        for extra in _more_fields(state.style, state.fields[-1]):
            state.fields[-1:] = extra
    elif unmarked := _unmarked(state.style, line):
        state.fields.append(unmarked)
        state.field_column = None
    elif state.fields and not line.blank_before and _continues_field(state, line):
        last = state.fields[-1]
        state.fields[-1] = HeadField(last.name, last.label, join((last.value, line.passage)))
    elif state.agenda or state.sections:
        state.loose.append(line.passage)
    else:
        state.title.append(line.passage)
        state.field_column = None


def _pairs(style: Style, line: Line) -> list[Line]:
    """Labels and values in turn, as in a form of four columns: "Ort", "Rathaus", "Datum", "14.05.2024".

    A label whose value is left open says nothing.
    """
    cells = line.text.split("\t")
    labels = [cell.strip(" :") for cell in cells[::2]]
    if len(cells) < 3 or not any(style.field(label) for label in labels[1:] if label):
        return []
    if any(style.field(cell.strip(" :")) for cell in cells[1::2] if cell):
        return []
    found, at = [], 0
    for index in range(0, len(cells), 2):
        length = len("\t".join(cells[index : index + 2]))
        if any(cell.strip() for cell in cells[index + 1 : index + 2]):
            found.append(Line(line.passage.cut(at, at + length), line.indent))
        at += length + 1
    return found


_DUTY = re.compile(r"(?P<label>[A-ZÄÖÜ][\w/.-]+(?:\s(?:führte|hatte))?)\s+(?=[A-ZÄÖÜ])")


def _unmarked(style: Style, line: Line) -> HeadField | None:
    """A duty before a name without a colon: "Schriftführerin Ina Probe", "Verwaltung/Protokollführer Kim Probe"."""
    match = _DUTY.match(line.text)
    name = style.field(match["label"]) if match else None
    if match is None or name not in ("chair", "minutes"):
        return None
    found = names.full_at(line.text, match.end())
    if found is None or (found.end < len(line.text.rstrip(" .")) and line.text[found.end] not in ",("):
        return None
    return HeadField(name, line.passage.cut(0, match.end("label")), line.passage.cut(match.end()))


def _continues_field(state: State, line: Line) -> bool:
    last = state.fields[-1]
    if not last.value:
        return True
    return line.indent > 2 and state.field_column is not None and abs(line.indent - state.field_column) <= 2


def _more_fields(style: Style, whole: HeadField) -> list[list[HeadField]]:
    """Two fields on one line: "Beginn: 19.30 Uhr   Ende: 20.50 Uhr"."""
    match = re.search(r"[\s,;|]+(?P<label>[^\W\d_][\w. ]{2,20}?)\s*:\s*(?=\S)", whole.value.text)
    name = style.field(match["label"]) if match else None
    if not match or not name or name == whole.name:
        return []
    return [
        [
            HeadField(whole.name, whole.label, whole.value.cut(0, match.start())),
            HeadField(name, whole.value.cut(match.start("label"), match.end("label")), whole.value.cut(match.end())),
        ]
    ]
