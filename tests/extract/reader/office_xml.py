"""DOCX and ODT from pieces of XML, for what office libraries cannot write: tracked changes, hostile files."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "header": "hdr",
    "footer": "ftr",
}


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A container of these parts."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in parts.items():
            container.writestr(name, content)
    return stream.getvalue()


def docx(body: str, pages: int | None = None, /, **parts: str) -> bytes:
    """A DOCX with this body; ``parts`` are the insides of ``styles``, ``numbering``, ``footnotes``, ``header`` …"""
    sections = "".join(
        f'<w:{kind}Reference w:type="default" r:id="{kind}"/>' for kind in ("header", "footer") if kind in parts
    )
    files = {
        "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
        "_rels/.rels": _relations({"main": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}<w:sectPr>{sections}</w:sectPr></w:body></w:document>",
        "word/_rels/document.xml.rels": _relations({name: (name, f"{name}.xml") for name in parts}),
    }
    for name, content in parts.items():
        files[f"word/{name}.xml"] = f"<w:{_ROOTS[name]} {NAMES}>{content}</w:{_ROOTS[name]}>"
    if pages is not None:
        files["docProps/app.xml"] = (
            "<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'>"
            f"<Pages>{pages}</Pages></Properties>"
        )
    return zipped(files)


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{i}" Type="{R}/{kind}" Target="{target}"/>' for i, (kind, target) in targets.items()
    )
    return f"<Relationships xmlns='{_RELATIONSHIPS}'>{inner}</Relationships>"


def p(text: str = "", properties: str = "", runs: str = "") -> str:
    """A paragraph with one run of text, or with ``runs`` as they stand."""
    inner = runs or (r(text) if text else "")
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    shown = text.replace("\t", "</w:t><w:tab/><w:t xml:space='preserve'>").replace("\n", "</w:t><w:br/><w:t>")
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}<w:t xml:space='preserve'>{shown}</w:t></w:r>"


def item(text: str, number: int = 1, level: int = 0) -> str:
    """A paragraph of a list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def tc(*content: str, properties: str = "") -> str:
    """A cell of paragraphs: each a text, or XML as it stands."""
    inner = "".join(each if each.startswith("<w:") else p(each) for each in content)
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inner}</w:tc>"


def levels(*level: tuple[str, str], abstract: int = 1, extra: str = "") -> str:
    """A definition of a list: each level's form and text."""
    inner = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{extra}</w:lvl>'
        for i, (form, text) in enumerate(level)
    )
    return f'<w:abstractNum w:abstractNumId="{abstract}">{inner}</w:abstractNum>'


def num(identity: int = 1, abstract: int = 1, override: str = "") -> str:
    """A list of a definition."""
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'


def read_text(data: bytes) -> str:
    """What the package makes of a file."""
    from protokollgraph.extract import reader

    return reader.read_bytes("p", data).text


_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
ODT_NAMES = " ".join(
    f'xmlns:{short}="{_ODF}{name}:1.0"'
    for short, name in (
        *(("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("draw", "drawing")),
        *(("fo", "xsl-fo-compatible"), ("meta", "meta")),
    )
)
ODT_MIME = "application/vnd.oasis.opendocument.text"


def odt(body: str, styles: str = "", *, common: str = "", pages: int | None = None, mime: str = ODT_MIME) -> bytes:
    """An ODT with this body; ``styles`` are its automatic styles, ``common`` what stands in ``styles.xml``."""
    version = 'office:version="1.3"'
    content = (
        f"<office:document-content {ODT_NAMES} {version}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    count = "" if pages is None else f'<meta:document-statistic meta:page-count="{pages}"/>'
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("mimetype", mime, zipfile.ZIP_STORED)
        container.writestr("content.xml", content)
        container.writestr("styles.xml", f"<office:document-styles {ODT_NAMES}>{common}</office:document-styles>")
        container.writestr(
            "meta.xml", f"<office:document-meta {ODT_NAMES}><office:meta>{count}</office:meta></office:document-meta>"
        )
    return stream.getvalue()


def text_list(*items: str, style: str = "L", attributes: str = "") -> str:
    """A list of these items, each the XML inside it."""
    inner = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    return f'<text:list text:style-name="{style}" {attributes}>{inner}</text:list>'


def list_style(*level: str, name: str = "L") -> str:
    """A style of lists; each level the attributes of its number, or "•" for a bullet."""
    inner = "".join(
        f'<text:list-level-style-bullet text:level="{i}" text:bullet-char="•"/>'
        if each == "•"
        else f'<text:list-level-style-number text:level="{i}" {each}/>'
        for i, each in enumerate(level, 1)
    )
    return f'<text:list-style style:name="{name}">{inner}</text:list-style>'


def tp(text: str, style: str = "Standard") -> str:
    """A paragraph of an ODT."""
    return f'<text:p text:style-name="{style}">{text}</text:p>'
