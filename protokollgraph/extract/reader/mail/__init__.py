"""E-mail (.eml): the protocol that stands in a mail, or the one that is attached to a covering note.

What the sender quotes or forwards states nothing: it is another mail. The subject is the title where the text has none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from email.message import Message
from functools import cache
from pathlib import PurePath

from protokollgraph.errors import FormatError
from protokollgraph.extract.reader import html, margins
from protokollgraph.extract.reader.content import Content
from protokollgraph.extract.reader.mail import parts
from protokollgraph.extract.reader.mail.parts import Attachment, Body
from protokollgraph.extract.reader.mail.quoting import Own, own
from protokollgraph.extract.words import load
from protokollgraph.model import Finding, Severity

MAX_BYTES = 60_000_000
Read = Callable[[bytes], Content]
"""Reads an attachment by what it is told to be. FormatError if it cannot be read."""

_HEADER = re.compile(
    rb"(?mi)^(?P<name>From|To|Subject|Date|MIME-Version|Received|Message-ID|Return-Path|Delivered-To|Content-Type)"
    rb":[ \t]"
)
_LEAST_HEADERS = 3
_MAILBOX = re.compile(rb"\r?\n\r?\nFrom \S+[^\r\n]*\d{4}\r?\n[A-Za-z-]+:")
_LONGEST_NOTE = 1200
_TITLE_LINES = 12
_BETTER_FIRST = (".docx", ".odt", ".html", ".htm", ".md", ".txt", ".pdf")
"""Of one protocol that is attached in several formats, this one is read."""


def recognises(head: bytes) -> bool:
    """True if a file begins with the headers of a mail."""
    top = re.split(rb"\r?\n\r?\n", head[:20_000], maxsplit=1)[0]
    if not re.match(rb"(?:From |[A-Za-z][A-Za-z-]{1,40}:[ \t])", top):
        return False
    return len({match["name"].lower() for match in _HEADER.finditer(top)}) >= _LEAST_HEADERS


def read(data: bytes, read_attachment: Read) -> Content:
    """The protocol of a mail. FormatError if it holds none of its own, or several are attached."""
    if data.startswith(b"From ") and _MAILBOX.search(data):
        raise FormatError("is a mailbox with several mails.", "Save each mail as a file of its own.")
    message = parts.parsed(data)
    if _is_page(message):
        page = next((body.text for body in parts.bodies(message) if body.html), "")
        return replace(html.read(page.encode("utf-8-sig")), paragraphs=True)
    bodies = list(parts.bodies(message))
    written = [_written(body) for body in bodies]
    text = "\n".join(each.text for each in written if each.text.strip())
    attached = list(parts.attachments(message))
    if len(text.strip()) < _LONGEST_NOTE and not _protocol().search(text):
        protocol = _protocol_of(attached, read_attachment)
        if protocol:
            others = [each for each in attached if each is not protocol[0]]
            return replace(protocol[1], notes=(*protocol[1].notes, *_notes(others, written)))
    if not text.strip():
        if any(each.quoted for each in written):
            raise FormatError(
                "holds only a mail that was forwarded or quoted, which states nothing itself.",
                "Save that mail, or the protocol attached to it, as a file of its own.",
            )
        raise FormatError("holds no text.", "Save what is attached to it as files.")
    unwrapped = bool(bodies) and all(body.html or body.flowed for body in bodies)
    return Content(_titled(message, text), notes=_notes(attached, written), paragraphs=unwrapped)


def _is_page(message: Message) -> bool:
    """Whether it is no mail but a web page that a browser has saved with its pictures (MHTML)."""
    return "Snapshot-Content-Location" in message or "Saved by" in parts.header(message, "From")


def _written(body: Body) -> Own:
    if body.html:
        text, quoted = html.read_mail(body.text)
        found = own(text)
        return Own(found.text, found.quoted + quoted, found.signature)
    return own(_unfolded(body.text) if body.flowed else body.text)


def _unfolded(text: str) -> str:
    """Paragraphs of a flowed text on one line each (RFC 3676, 4.2); the line above a signature ends in a blank too."""
    lines: list[str] = []
    goes_on = False
    for line in text.split("\n"):
        stuffed = line[1:] if line.startswith(" ") else line
        if goes_on and not stuffed.startswith(">") and stuffed != "-- ":
            lines[-1] += stuffed
        else:
            lines.append(stuffed)
        goes_on = stuffed.endswith(" ") and stuffed != "-- " and not stuffed.startswith(">")
    return "\n".join(lines)


def _titled(message: Message, text: str) -> str:
    """The text, below the subject if it has no title of its own."""
    subject = _answer().sub("", parts.header(message, "Subject"))
    if not subject or margins.has_title(text.splitlines()[:_TITLE_LINES]):
        return text
    return f"{subject}\n\n{text}"


def _protocol_of(attached: Sequence[Attachment], read_attachment: Read) -> tuple[Attachment, Content] | None:
    """The one attachment that is the protocol, read; None if nothing that can be read is attached."""
    readable: list[tuple[Attachment, Content]] = []
    failed: FormatError | None = None
    for each in attached:
        try:
            readable.append((each, read_attachment(each.data)))
        except FormatError as error:
            failed = failed or FormatError(f"has “{each.name}” attached, which {error.problem}", error.remedy)
    named = [each for each in readable if _is_called_protocol(each[0].name)]
    chosen = _best(named or readable)
    if len(chosen) > 1:
        names = ", ".join(f"“{each.name}”" for each, _ in chosen)
        raise FormatError(f"has several documents attached: {names}.", "Save them and give them as files.")
    if not chosen and failed:
        raise failed
    return chosen[0] if chosen else None


def _best(found: list[tuple[Attachment, Content]]) -> list[tuple[Attachment, Content]]:
    """Without the other formats of a document that is attached in several."""
    by_stem: dict[str, tuple[Attachment, Content]] = {}

    def rank(name: str) -> int:
        suffix = PurePath(name).suffix.lower()
        return _BETTER_FIRST.index(suffix) if suffix in _BETTER_FIRST else len(_BETTER_FIRST)

    for each in sorted(found, key=lambda pair: rank(pair[0].name)):
        by_stem.setdefault(PurePath(each[0].name).stem.casefold(), each)
    return list(by_stem.values())


def _is_called_protocol(name: str) -> bool:
    return any(word in name.casefold() for word in load("mail")["names"])


def _notes(attached: Sequence[Attachment], written: Sequence[Own]) -> tuple[Finding, ...]:
    notes = []
    quoted = sum(each.quoted for each in written)
    if quoted:
        message = f"{quoted} lines of mails that are quoted or forwarded state nothing and were left out."
        notes.append(Finding("quoted-mail-left-out", message))
    if attached:
        names = ", ".join(f"“{each.name}”" for each in attached)
        message = f"Attached to the mail and not read: {names}. Save it as a file to read it."
        notes.append(Finding("attachment-not-read", message, Severity.NOTICE))
    return tuple(notes)


@cache
def _protocol() -> re.Pattern[str]:
    words = "|".join(map(re.escape, load("mail")["protocol"]))
    return re.compile(rf"(?m)^\W{{0,4}}(?:\d+\.?\s)?(?:{words})\b(?:\s*\d|\s*:|\s*$)")


@cache
def _answer() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{'|'.join(load('mail')['prefixes'])})(?:\[\d+\])?:\s*)+", re.IGNORECASE)
