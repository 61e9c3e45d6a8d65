"""The parts of a mail (MIME, RFC 2045 and 2046): the text that is shown, and what is attached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import HeaderParseError, MessageError
from email.header import decode_header, make_header
from email.message import Message

from protokollgraph.errors import FormatError

MOST_PARTS = 300
MOST_NESTED = 60
"""Parts that hold parts, and mails in mails."""
_UNNAMED = "attachment"
_ROWS = re.compile(r"<tr\b", re.IGNORECASE)
_SIGNATURES = frozenset(("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"))
_LOCKED = frozenset(("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"))


@dataclass(frozen=True, slots=True)
class Body:
    """One part of the text that is shown."""

    text: str
    html: bool = False
    flowed: bool = False
    """Lines that end in a blank go on in the next (RFC 3676)."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in a mail."""

    name: str
    data: bytes


def parsed(data: bytes) -> Message:
    """The mail. FormatError if it has more parts than a mail has, which would take hours."""
    nested = data.lower().count(b"boundary=") + data.lower().count(b"message/rfc822")
    if nested > MOST_NESTED or data.lower().count(b"\ncontent-type:") > MOST_PARTS:
        raise FormatError(
            "has too many parts for a mail.", "Save its text, and the protocol that is attached, as files."
        )
    try:
        return message_from_bytes(data)
    except (MessageError, RecursionError, LookupError, ValueError) as error:
        raise FormatError("is no sound e-mail.", "Open it and save it again, or save its text.") from error


def header(message: Message, name: str) -> str:
    """A header as it is shown, on one line; "" without one."""
    return _decoded(str(message.get(name, "")))


def _decoded(text: str) -> str:
    with suppress(HeaderParseError, LookupError, UnicodeError, ValueError):
        text = str(make_header(decode_header(text)))
    return " ".join(text.split())


def bodies(message: Message) -> Iterator[Body]:
    """The text that is shown, part by part. FormatError if it is encrypted."""
    kind = message.get_content_type()
    if kind in _LOCKED and message.get_param("smime-type") != "signed-data":
        raise FormatError("is encrypted.", "Open it, and save its text without encryption.")
    if kind == "multipart/alternative":
        yield from _chosen([list(bodies(part)) for part in _inside(message)])
    elif message.is_multipart() and kind != "message/rfc822":
        for part in _inside(message):
            yield from bodies(part)
    elif _is_text(message):
        yield _body(message, kind)


def _inside(message: Message) -> list[Message]:
    payload = message.get_payload()
    return [part for part in payload if isinstance(part, Message)] if isinstance(payload, list) else []


def _is_text(message: Message) -> bool:
    shown = message.get_content_disposition() != "attachment" and message.get_filename() is None
    return shown and message.get_content_type() in ("text/plain", "text/html")


def _chosen(alternatives: list[list[Body]]) -> list[Body]:
    """Of texts that say the same, the plain one; the one in HTML if that is empty or lacks the table that it has."""
    filled = [each for each in alternatives if any(body.text.strip() for body in each)]
    plain = next((each for each in filled if not any(body.html for body in each)), None)
    rich = next((each for each in filled if any(body.html for body in each)), None)
    tabular = rich is not None and any(len(_ROWS.findall(body.text)) > 1 for body in rich)
    return (rich if tabular or plain is None else plain) or []


def _body(message: Message, kind: str) -> Body:
    data = message.get_payload(decode=True)
    raw = data if isinstance(data, bytes) else b""
    for charset in (str(message.get_content_charset() or "utf-8"), "utf-8"):
        try:
            text = raw.decode("cp1252" if charset in ("iso-8859-1", "us-ascii") and not raw.isascii() else charset)
            break
        except (LookupError, UnicodeDecodeError):
            continue
    else:
        text = raw.decode("cp1252", errors="replace")
    flowed = str(message.get_param("format", "")).lower() == "flowed"
    return Body(text.replace("\r\n", "\n"), kind == "text/html", flowed)


def attachments(message: Message) -> Iterator[Attachment]:
    """The files and mails in a mail, in their order; pictures of the text and signatures of programs are none."""
    kind = message.get_content_type()
    if kind == "message/rfc822":
        for inner in _inside(message):
            yield Attachment(header(inner, "Subject") or _UNNAMED, inner.as_bytes())
    elif message.is_multipart():
        for part in _inside(message):
            yield from attachments(part)
    elif not _is_text(message) and kind not in _SIGNATURES and not _is_picture_of_the_text(message):
        data = message.get_payload(decode=True)
        yield Attachment(_decoded(message.get_filename() or _UNNAMED), data if isinstance(data, bytes) else b"")


def _is_picture_of_the_text(message: Message) -> bool:
    return (
        message.get_content_maintype() == "image"
        and message.get_content_disposition() != "attachment"
        and message.get("Content-ID") is not None
    )
