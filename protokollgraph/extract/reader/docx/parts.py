"""Which parts of the container hold the body, the styles, the lists, the notes and the margins of a DOCX."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from protokollgraph.errors import FormatError
from protokollgraph.extract.reader.blocks import Block
from protokollgraph.extract.reader.docx.body import Body, NoteKey
from protokollgraph.extract.reader.docx.names import APP, RELATIONSHIP, R, W, value
from protokollgraph.extract.reader.package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Parts:
    """The parts of a DOCX, found by their relationships (ISO/IEC 29500-2, 9.3)."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = next((t for _, kind, t in self._relations("") if kind == "officeDocument"), "word/document.xml")
        self._targets = list(self._relations(self._main))
        root = package.xml(self._main)
        body = root.find(W + "body")
        if body is None:
            raise FormatError("is no text document.", "Save it as DOCX or as plain text.")
        self.body = body

    def related(self, kind: str) -> Element | None:
        """The root of the part that the body relates to: "styles", "numbering", "footnotes"; None without one."""
        name = next((target for _, each, target in self._targets if each == kind), None)
        return self._package.optional(name) if name else None

    def notes(self) -> Mapping[NoteKey, Element]:
        """Footnotes and endnotes; the lines that part them from the text are none."""
        found = {}
        for kind in ("footnote", "endnote"):
            root = self.related(f"{kind}s")
            for each in root.iterfind(W + kind) if root is not None else ():
                if value(each, "type") in (None, "normal"):
                    found[kind, value(each, "id") or ""] = each
        return found

    def margins(self, body: Body) -> tuple[list[Block], list[Block]]:
        """What stands in the heads and in the feet of the pages, each part once."""
        names = {identity: target for identity, kind, target in self._targets if kind in ("header", "footer")}
        found: dict[str, list[Block]] = {"header": [], "footer": []}
        seen: set[str] = set()
        for section in self.body.iter(W + "sectPr"):
            for kind in found:
                for reference in section.iterfind(f"{W}{kind}Reference"):
                    name = names.get(str(reference.get(R + "id")))
                    root = self._package.optional(name) if name and name not in seen else None
                    if name and root is not None:
                        seen.add(name)
                        found[kind].extend(body.blocks(root))
        return found["header"], found["footer"]

    def page_count(self) -> int | None:
        """How many pages the program that saved the document says it has."""
        root = self._package.optional("docProps/app.xml")
        pages = root.findtext(APP + "Pages") if root is not None else None
        return int(pages) if pages and pages.isdecimal() and len(pages) < 6 else None

    def _relations(self, source: str) -> Iterator[tuple[str, str, str]]:
        """The id, the last word of the kind, and the part that a part relates to, all inside the container."""
        folder, name = posixpath.split(source)
        root = self._package.optional(posixpath.join(folder, "_rels", f"{name}.rels"))
        for each in root.iter(RELATIONSHIP) if root is not None else ():
            if each.get("TargetMode") != "External":
                target = str(each.get("Target") or "")
                path = (
                    target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                )
                yield str(each.get("Id")), str(each.get("Type")).rsplit("/", 1)[-1], path
