"""Containers of strangers: too large, too many, too deep, with entities, damaged or locked; each is refused in time."""

from __future__ import annotations

import time
import zipfile
from io import BytesIO

import pytest
from office_xml import NAMES, docx, p, tbl, tc, tr, zipped

from protokollgraph.errors import DocumentError
from protokollgraph.extract import reader

SECONDS = 5


def container(document: bytes | str, **others: bytes) -> bytes:
    return zipped({"[Content_Types].xml": "", "word/document.xml": document, **others})


def document(body: str, before: str = "") -> str:
    return f"<?xml version='1.0'?>{before}<w:document {NAMES}><w:body>{body}</w:body></w:document>"


def nested(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + p("x") + "</w:tc></w:tr></w:tbl>" * depth


def locked() -> bytes:
    data = bytearray(docx(p("geheim")))
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 1)
    return bytes(data)


def understated() -> bytes:
    """The directory says that the document is small; it unpacks to 40 MB."""
    data = bytearray(container(document(" " * 40_000_000)))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    return bytes(data)


def billion_laughs() -> str:
    rows = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
    return document(p("&a11;"), f'<!DOCTYPE x [<!ENTITY a0 "ha">{rows}]>')


BAD = [
    ("bomb", container(document(" " * 60_000_000)), "unpacks to 60 MB"),
    ("bomb of half the size that compresses too well", container(document("<w:p/>" * 3_000_000)), "unpacks to"),
    ("bomb that understates its size", understated(), "unpack"),
    (
        "too many members",
        zipped({"[Content_Types].xml": "", **{f"word/{i}": "" for i in range(10_001)}}),
        "more than 10000 files",
    ),
    ("too many tags", container(document("<w:p w:rsidR='1'/>".join(map(str, range(500_001))))), "tags"),
    ("billion laughs", container(billion_laughs()), "sound XML|entities"),
    ("entity", container(document(p("&a;"), '<!DOCTYPE x [<!ENTITY a "b">]>')), "entities"),
    ("file", container(document(p("&a;"), '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>')), "entities"),
    ("deep", container(document(nested(300))), "sound XML|deep"),
    ("deep as XML may be", container(document(nested(60))), "deep"),
    ("locked", locked(), "password"),
    ("cut off", docx(p("Protokoll"))[:-40], "damaged"),
    (
        "other bytes inside",
        docx(p("Protokoll" * 99)).replace(b"word/document.xml", b"word/dokument.xml"),
        "has no word/document.xml",
    ),
    ("only the first bytes", b"PK\x03\x04[Content_Types].xml", "damaged"),
]


@pytest.mark.parametrize(("data", "problem"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_a_bad_container_is_refused_in_time(data: bytes, problem: str) -> None:
    begin = time.monotonic()
    with pytest.raises(DocumentError, match=problem) as caught:
        reader.read_bytes("p.docx", data)
    assert time.monotonic() - begin < SECONDS
    assert caught.value.remedy.endswith(".")


def test_changed_bytes_are_found_by_their_checksum() -> None:
    data = bytearray(docx(p("Protokoll der Sitzung, " * 50)))
    with zipfile.ZipFile(BytesIO(data)) as container_:
        offset = container_.getinfo("word/document.xml").header_offset + 120
    data[offset] ^= 0xFF
    with pytest.raises(DocumentError, match="damaged"):
        reader.read_bytes("p.docx", bytes(data))


def test_a_long_document_is_read() -> None:
    begin = time.monotonic()
    rows = "".join(tr(tc(f"Person {i}"), tc("Amt"), tc("anwesend")) for i in range(5_000))
    text = reader.read_bytes("p.docx", docx(p("Absatz mit Text. ") * 5_000 + tbl(rows))).text
    assert text.count("\n") >= 10_000
    assert time.monotonic() - begin < SECONDS
