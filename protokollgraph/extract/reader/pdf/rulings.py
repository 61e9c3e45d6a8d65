"""The lines that are drawn on a page: borders of tables, as strokes, thin boxes or outlines of cells."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

from protokollgraph.extract.reader.pdf.words import Turn

_THIN = 3.0
"""A box that is thinner is a line."""
_MOST = 5_000
"""So many drawn objects of a page are looked at; a page with more of them is a drawing."""
_MOST_CORNERS = 400


@dataclass(frozen=True, slots=True)
class Ruling:
    """A drawn line: an upright one at an x from one y to another, a level one at a y from one x to another."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rulings:
    """The lines of a page by their direction, each sorted by place."""

    level: tuple[Ruling, ...] = ()
    upright: tuple[Ruling, ...] = ()


Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


def of_page(raw: Any, page: Any, turn: Turn | None) -> tuple[Rulings, bool]:
    """The lines drawn on a page, and whether it holds pictures."""
    boxes: list[Box] = []
    pictures = False
    sides = [ctypes.c_float() for _ in range(4)]
    for index in range(min(raw.FPDFPage_CountObjects(page), _MOST)):
        drawn = raw.FPDFPage_GetObject(page, index)
        kind = raw.FPDFPageObj_GetType(drawn)
        pictures = pictures or kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM)
        if kind != raw.FPDF_PAGEOBJ_PATH or not raw.FPDFPageObj_GetBounds(drawn, *sides):
            continue
        left, bottom, right, top = (side.value for side in sides)
        if right - left <= _THIN or top - bottom <= _THIN or 2 < raw.FPDFPath_CountSegments(drawn) <= 5:
            boxes.append((left, bottom, right, top))
        else:
            boxes += _strokes(raw, drawn)
    return _sorted([_turned(box, turn) for box in boxes] if turn else boxes), pictures


def _strokes(raw: Any, path: Any) -> list[Box]:
    """The straight level and upright strokes of a path with many corners, if it is not moved."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(path, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    found: list[Box] = []
    last = (0.0, 0.0)
    for index in range(min(raw.FPDFPath_CountSegments(path), _MOST_CORNERS)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO:
            box = (min(last[0], point[0]), min(last[1], point[1]), max(last[0], point[0]), max(last[1], point[1]))
            if box[2] - box[0] <= _THIN or box[3] - box[1] <= _THIN:
                found.append(box)
        last = point
    return found


def _turned(box: Box, turn: Turn | None) -> Box:
    if turn is None:
        return box
    (x1, y1), (x2, y2) = turn(box[0], box[1]), turn(box[2], box[3])
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _sorted(boxes: list[Box]) -> Rulings:
    level: list[Ruling] = []
    upright: list[Ruling] = []
    for left, bottom, right, top in boxes:
        wide, high = right - left > _THIN, top - bottom > _THIN
        if wide and high:
            level += [Ruling(bottom, left, right), Ruling(top, left, right)]
            upright += [Ruling(left, bottom, top), Ruling(right, bottom, top)]
        elif wide:
            level.append(Ruling((bottom + top) / 2, left, right))
        elif high:
            upright.append(Ruling((left + right) / 2, bottom, top))
    return Rulings(_joined(level), _joined(upright))


def _joined(lines: list[Ruling]) -> tuple[Ruling, ...]:
    """Lines in one place that touch, as one."""
    found: list[Ruling] = []
    for line in sorted(lines, key=lambda each: (round(each.at), each.start)):
        last = found[-1] if found else None
        if last and abs(last.at - line.at) <= _THIN and line.start <= last.end + _THIN:
            found[-1] = Ruling(last.at, last.start, max(last.end, line.end))
        else:
            found.append(line)
    return tuple(sorted(found, key=lambda each: (each.at, each.start)))
