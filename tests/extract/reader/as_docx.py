"""Parts of a protocol as a DOCX, written with python-docx: styles for headings, numbering by the program, tables."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import docx
from authored import Bullets, Grid, Heading, Numbered, Part, Text
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import _Cell
from docx.text.paragraph import Paragraph


def as_docx(parts: Sequence[Part]) -> bytes:
    """The bytes of the file."""
    document = docx.Document()
    _write(document, document, parts)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _write(document: Document, into: Document | _Cell, parts: Sequence[Part]) -> None:
    for part in parts:
        if isinstance(part, Heading):
            document.add_heading(part.text, part.level) if into is document else into.add_paragraph(part.text)
        elif isinstance(part, Text):
            into.add_paragraph(part.text)
        elif isinstance(part, Bullets):
            for item in part.items:
                into.add_paragraph(item, "List Bullet")
        elif isinstance(part, Numbered):
            number = numbering(document, [part.prefix + "%1.", part.prefix + "%1.%2", part.prefix + "%1.%2.%3"])
            for level, item in part.items:
                into_list(into.add_paragraph(item), number, level)
        else:
            _table(document, into, part)


def _table(document: Document, into: Document | _Cell, grid: Grid) -> None:
    columns = max(len(row) for row in grid.rows)
    table = into.add_table(0, columns)
    for row in grid.rows:
        for cell, content in zip(table.add_row().cells, row, strict=False):
            if isinstance(content, str):
                cell.text = content
            else:
                cell.paragraphs[0]._p.getparent().remove(cell.paragraphs[0]._p)
                _write(document, cell, content)
    if isinstance(into, docx.document.Document):
        into.add_paragraph()


def numbering(document: Document, texts: Sequence[str], forms: Sequence[str] = ("decimal",) * 9) -> int:
    """A new list, its levels printed like these texts; its id."""
    root = document.part.numbering_part.element
    identity = max((int(each.get(qn("w:abstractNumId"))) for each in root.findall(qn("w:abstractNum"))), default=0) + 1
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (text, form) in enumerate(zip(texts, forms, strict=False))
    )
    definition = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{identity}">{levels}</w:abstractNum>')
    root.insert(0, definition)
    number = root.add_num(identity)
    return int(number.numId)


def into_list(paragraph: Paragraph, number: int, level: int = 0) -> None:
    """Make a paragraph an item of a list."""
    own = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    paragraph._p.get_or_add_pPr().insert_element_before(parse_xml(own), "w:spacing", "w:ind", "w:jc")
