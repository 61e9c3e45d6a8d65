"""The picture as PNG, made of its SVG by resvg, which needs no browser and loads nothing (extra ``png``)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

from protokollgraph.errors import FormatError, GraphError
from protokollgraph.extract.reader.extras import library
from protokollgraph.graph.poster.lettering import FAMILIES
from protokollgraph.graph.poster.svg import as_svg

if TYPE_CHECKING:
    import networkx

SHARPNESS = 2
"""Pixels of the PNG to one of the SVG, if no width is asked for: 270 to the inch on A4."""
WIDEST = 16_000
"""Pixels; a picture so wide takes about 1 GB of memory."""
_LETTER = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">'
    f'<text x="2" y="16" font-size="16" font-family="{FAMILIES}">x</text></svg>'
)


def as_png(
    graph: networkx.MultiDiGraph,
    *,
    title: str,
    language: str = "de",
    view: str | None = None,
    dark: bool = False,
    width: int | None = None,
) -> bytes:
    """The picture, ``width`` pixels wide.

    FormatError if resvg is not installed; GraphError if the machine has no fonts, or the picture would be too large.
    """
    try:
        resvg = library("resvg_py", "png")
    except FormatError as error:
        raise GraphError(f"A PNG {error.problem}", error.remedy) from error
    svg = as_svg(graph, title=title, language=language, view=view, dark=dark)
    wide = width or round(SHARPNESS * float(fromstring(svg).get("width", "0")))
    if not 1 <= wide <= WIDEST:
        raise GraphError(f"A picture cannot be {wide} pixels wide.", f"Ask for at most {WIDEST}.")
    if not has_fonts():
        raise GraphError(
            "This machine has no fonts for a picture with names.",
            "Install one (Debian and Ubuntu: apt-get install fonts-dejavu-core), or write an SVG.",
        )
    made: bytes = bytes(resvg.svg_to_bytes(svg_string=svg.decode(), width=wide))
    return made


@cache
def has_fonts() -> bool:
    """Whether a letter leaves a trace: resvg leaves out what it has no font for, without a word."""
    resvg = library("resvg_py", "png")
    blank = _LETTER.replace(">x<", "> <")
    return bool(resvg.svg_to_bytes(svg_string=_LETTER) != resvg.svg_to_bytes(svg_string=blank))
