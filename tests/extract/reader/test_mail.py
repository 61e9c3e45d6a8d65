"""E-mails: the sender's own text or the protocol that he attached; quoted mails and signatures state nothing."""

from __future__ import annotations

import time
from email.message import EmailMessage, Message
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest
from office_xml import docx, odt, p, tp

from protokollgraph.errors import DocumentError
from protokollgraph.extract import reader
from protokollgraph.extract.extractor import extract
from protokollgraph.model import Document

PROTOCOL = """Protokoll der 3. Sitzung des Beirats am 14.05.2024

Anwesend: Anja Muster, Ole Probe

Tagesordnung
1. Begrüßung
2. Haushalt

TOP 1: Begrüßung
Frau Muster begrüßt die Anwesenden.

TOP 2: Haushalt
Herr Probe legt den Haushalt vor.
"""


def mail(text: str = "", subject: str = "Protokoll", html: str = "", **files: bytes) -> EmailMessage:
    """A mail; ``files`` are attached, "__" in their names stands for a dot."""
    message = EmailMessage()
    message["From"] = "Anja Muster <anja@x.example>"
    message["To"] = "Ole Probe <ole@x.example>"
    message["Subject"] = subject
    message["Date"] = "Tue, 14 May 2024 10:00:00 +0200"
    if text:
        message.set_content(text)
    if html:
        (message.add_alternative if text else message.set_content)(html, subtype="html")
    for name, data in files.items():
        message.add_attachment(data, "application", "octet-stream", filename=name.replace("__", "."))
    return message


def read(message: Message | bytes) -> Document:
    return reader.read_bytes("p.eml", message if isinstance(message, bytes) else message.as_bytes())


def codes(document: Document) -> list[str]:
    return [note.code for note in document.notes]


def test_the_body_is_the_document() -> None:
    document = read(mail(PROTOCOL))
    assert (document.text, document.media_type, document.notes) == (PROTOCOL, "message/rfc822", ())


SUBJECTS = [
    ("Ein Treffen", "Wir haben getagt.", "Ein Treffen\n\nWir haben getagt.\n"),
    ("AW: Re: WG: Ein Treffen", "Wir haben getagt.", "Ein Treffen\n\nWir haben getagt.\n"),
    (
        "Protokoll vom 14. Mai – „Grünes“",
        "Wir haben getagt.",
        "Protokoll vom 14. Mai – „Grünes“\n\nWir haben getagt.\n",
    ),
    ("Unterlagen", "Niederschrift vom 14.05.2024", "Niederschrift vom 14.05.2024\n"),
    ("", "Wir haben getagt.", "Wir haben getagt.\n"),
]


@pytest.mark.parametrize(("subject", "text", "expected"), SUBJECTS, ids=[subject or "none" for subject, *_ in SUBJECTS])
def test_the_subject_is_the_title_where_the_text_has_none(subject: str, text: str, expected: str) -> None:
    assert read(mail(text, subject)).text == expected


# --- quoted mails and signatures ------------------------------------------------------------------------------------

OUTLOOK = (
    "Von: Ole Probe\nGesendet: Montag, 13. Mai 2024 09:12\nAn: Anja Muster\nBetreff: Entwurf\n\nHerr Keks stimmt zu."
)

QUOTES = [
    ("lines with marks", "Neu.\n> Herr Keks stimmt zu.\n>> Nein.\n", "Neu.", 2),
    ("an introduction", "Neu.\n\nAm 13.05.2024 um 09:12 schrieb Ole Probe <ole@x.example>:\n> Alt.\n", "Neu.", 2),
    (
        "an introduction over two lines",
        "Neu.\n\nAm Mo., 13. Mai 2024 um 09:12 Uhr schrieb Ole Probe <\nole@x.example>:\n\n> Alt.\n",
        "Neu.",
        3,
    ),
    ("an introduction without marks", "Neu.\n\nAm 13.05.2024 um 09:12 schrieb Ole Probe:\nAlt.\nÄlter.\n", "Neu.", 3),
    ("English", "Neu.\n\nOn Mon, 13 May 2024 at 09:12, Ole Probe wrote:\n> Alt.\n", "Neu.", 2),
    ("Outlook", f"Neu.\n\n{OUTLOOK}", "Neu.", 5),
    ("Outlook in bold", "Neu.\n\n*Von:* Ole\n*Gesendet:* heute\n*An:* Anja\nAlt.", "Neu.", 4),
    ("a border", f"Neu.\n\n-----Ursprüngliche Nachricht-----\n{OUTLOOK}", "Neu.", 6),
    ("a forwarded mail", "Neu.\n\n---------- Forwarded message ---------\nFrom: Ole\nAlt.", "Neu.", 3),
    ("on a telephone", "Neu.\n\nAnfang der weitergeleiteten Nachricht:\n\nAlt.", "Neu.", 2),
    ("answers between", "> Alt.\nNeu.\n> Älter.\nNeuer.", "Neu.\nNeuer.", 2),
    ("an answer below", "Am 13.05.2024 schrieb Ole Probe:\n> Alt.\n\nNeu.", "Neu.", 2),
]


@pytest.mark.parametrize(("text", "own", "lines"), [case[1:] for case in QUOTES], ids=[case[0] for case in QUOTES])
def test_quoted_mails_state_nothing(text: str, own: str, lines: int) -> None:
    document = read(mail(text, ""))
    assert document.text.strip() == own
    assert [note.message.split()[0] for note in document.notes if note.code == "quoted-mail-left-out"] == [str(lines)]


KEPT = [
    "Am 13.05.2024 schrieb Herr Probe einen Brief an die Stadt.",
    "Von: 10 Uhr\nBis: 12 Uhr",
    "Von: Ole Probe\nThema: Haushalt",
    "Herr Probe: 5 > 3",
    "Ursprüngliche Nachricht",
    "--- Pause ---",
]


@pytest.mark.parametrize("text", KEPT)
def test_what_only_looks_like_a_quoted_mail_stays(text: str) -> None:
    document = read(mail(text, ""))
    assert document.text == text + "\n"
    assert document.notes == ()


@pytest.mark.parametrize("end", ["-- \nAnja Muster\nTelefon 0123", "--\nAnja Muster", "-- \nAnja\n\n> Alt."])
def test_a_signature_states_nothing(end: str) -> None:
    assert read(mail(f"Wir haben getagt.\n\n{end}", "")).text == "Wir haben getagt.\n"


def test_nothing_of_a_quoted_mail_becomes_a_fact() -> None:
    quoted = "\n".join(f"> {line}" for line in "Beschluss: Der Beirat lehnt den Haushalt einstimmig ab.".splitlines())
    found = extract(read(mail(f"{PROTOCOL}\n{quoted}\n")))
    assert not found.decisions
    assert len(found.treatments) == 2


def test_a_mail_that_only_forwards_is_refused() -> None:
    with pytest.raises(DocumentError, match="forwarded or quoted") as caught:
        read(mail("-------- Weitergeleitete Nachricht --------\n" + PROTOCOL))
    assert "Save that mail" in caught.value.remedy


# --- texts ----------------------------------------------------------------------------------------------------------

TABLE = "<table><tr><td>Anja Muster</td><td>Amt</td></tr><tr><td>Ole Probe</td><td>Rat</td></tr></table>"


def test_of_two_texts_that_say_the_same_the_plain_one_is_read() -> None:
    assert read(mail("Protokoll, schlicht", html="<p>Protokoll, bunt</p>")).text == "Protokoll, schlicht\n"


def test_the_text_with_a_table_is_read_for_its_table() -> None:
    document = read(mail("Protokoll\nAnja Muster Amt", html=f"<p>Protokoll</p>{TABLE}"))
    assert "Anja Muster\tAmt\nOle Probe\tRat" in document.text
    assert document.paragraphs


QUOTED_HTML = [
    '<blockquote type="cite"><p>Herr Keks stimmt zu.</p></blockquote>',
    '<div class="gmail_quote">Am 13.05.2024 schrieb Ole:<blockquote>Herr Keks stimmt zu.</blockquote></div>',
    "<div><b>Von:</b> Ole Probe<br><b>Gesendet:</b> gestern<br><b>An:</b> Anja<br>Herr Keks stimmt zu.</div>",
    '<div style="display:none">Herr Keks stimmt zu.</div>',
]


@pytest.mark.parametrize("quote", QUOTED_HTML)
def test_quoted_mails_in_html_state_nothing(quote: str) -> None:
    assert read(mail(html=f"<p>Protokoll</p><p>Neu.</p>{quote}")).text == "Protokoll\nNeu.\n"


def test_a_flowed_text_is_one_paragraph_a_line() -> None:
    part = MIMEText("Protokoll \nder Sitzung\n\nDer Beirat \ntagt.\n-- \nAnja", "plain", "utf-8")
    part.set_param("format", "flowed")
    for name, value in (("From", "a@x.example"), ("To", "b@x.example"), ("Subject", "x")):
        part[name] = value
    document = read(part)
    assert document.text == "Protokoll der Sitzung\n\nDer Beirat tagt.\n"
    assert document.paragraphs


CHARSETS = [
    ("utf-8", "utf-8"),
    ("iso-8859-1", "cp1252"),
    ("windows-1252", "cp1252"),
    ("klingonisch", "utf-8"),
    ("utf-8", "cp1252"),
]


@pytest.mark.parametrize(("named", "encoding"), CHARSETS, ids=[f"{named} {encoding}" for named, encoding in CHARSETS])
def test_charsets(named: str, encoding: str) -> None:
    head = "From: a@x.example\nTo: b@x.example\nSubject: =?utf-8?q?B=C3=BCro?=\n"
    head += f"Content-Type: text/plain; charset={named}\n\n"
    assert read(head.encode() + "Görlitz".encode(encoding)).text == "Büro\n\nGörlitz\n"


def test_texts_around_an_attachment_are_one() -> None:
    message = MIMEMultipart()
    message["From"], message["To"], message["Subject"] = "a@x.example", "b@x.example", "Protokoll"
    for text in ("Protokoll der Sitzung", "Nächste Sitzung: 18.06.2024"):
        message.attach(MIMEText(text, "plain", "utf-8"))
    assert read(message).text == "Protokoll der Sitzung\n\nNächste Sitzung: 18.06.2024\n"


# --- attachments ----------------------------------------------------------------------------------------------------

NOTE = "Liebe Mitglieder,\n\nanbei das Protokoll. Viele Grüße\n"
WORD = docx("".join(p(line) for line in PROTOCOL.splitlines()))


def test_a_protocol_that_is_attached_to_a_covering_note_is_the_document() -> None:
    document = read(mail(NOTE, Protokoll__docx=WORD))
    assert document.text.startswith("Protokoll der 3. Sitzung")
    assert "anbei" not in document.text
    assert document.paragraphs
    assert document.notes == ()


def test_pages_of_an_attachment_are_kept() -> None:
    two = docx(p("Protokoll") + p(runs="<w:r><w:lastRenderedPageBreak/><w:t>zwei</w:t></w:r>"), 2)
    assert read(mail(NOTE, Protokoll__docx=two)).pages == (0, 10)


def test_an_attachment_of_a_protocol_is_named() -> None:
    document = read(mail(PROTOCOL, Anlage__docx=docx(p("Plan")), Bild__jpg=b"\xff\xd8\xff"))
    assert document.text == PROTOCOL
    assert codes(document) == ["attachment-not-read"]
    assert "“Anlage.docx”, “Bild.jpg”" in document.notes[0].message


def test_of_several_attachments_the_one_called_so_is_the_protocol() -> None:
    document = read(mail(NOTE, Einladung__docx=docx(p("Einladung")), Niederschrift__docx=WORD))
    assert document.text.startswith("Protokoll der 3. Sitzung")
    assert codes(document) == ["attachment-not-read"]


def test_a_protocol_in_two_formats_is_read_once() -> None:
    document = read(
        mail(NOTE, Protokoll__odt=odt(tp("Protokoll als ODT")), Protokoll__docx=docx(p("Protokoll als DOCX")))
    )
    assert document.text == "Protokoll als DOCX\n"


def test_a_mail_that_is_attached_is_read() -> None:
    message = mail("zur Kenntnis")
    message.add_attachment(mail(PROTOCOL, "Sitzung"))
    assert read(message).text == PROTOCOL


BAD = [
    ("several protocols", mail(NOTE, Protokoll_1__docx=WORD, Protokoll_2__docx=WORD), "several documents"),
    (
        "a workbook",
        mail(NOTE, Protokoll__xls=b"\xd0\xcf\x11\xe0" + b"\0" * 99),
        "“Protokoll.xls” attached, which is an Office",
    ),
    ("nothing", mail("", "leer"), "no text"),
    (
        "several mails",
        b"From a@x Mon May 13 2024\nFrom: a\nTo: b\nSubject: c\n\nText\n\nFrom b@x Mon May 13 2024\nFrom: d\n\nText\n",
        "mailbox",
    ),
]


@pytest.mark.parametrize(("message", "problem"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_what_cannot_be_read_is_refused_with_the_remedy(message: EmailMessage | bytes, problem: str) -> None:
    with pytest.raises(DocumentError, match=problem) as caught:
        read(message)
    assert caught.value.remedy.endswith(".")


def test_an_encrypted_mail_is_refused() -> None:
    message = MIMEMultipart("encrypted")
    message["From"], message["To"], message["Subject"] = "a@x.example", "b@x.example", "geheim"
    message.attach(MIMEText("Version: 1"))
    with pytest.raises(DocumentError, match="is encrypted"):
        read(message)


def looped(depth: int) -> bytes:
    """Mails in mails."""
    head = b"From: a@x.example\nTo: b@x.example\nSubject: c\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n"
    return head * depth + mail(PROTOCOL).as_bytes()


def boundaries(depth: int) -> bytes:
    head = b"From: a@x.example\nTo: b@x.example\nSubject: c\nMIME-Version: 1.0\n"
    parts = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(depth))
    return head + parts + b"Content-Type: text/plain\n\nProtokoll\n"


def many(count: int) -> bytes:
    message = mail(NOTE)
    for number in range(count):
        message.add_attachment(b"x", "application", "octet-stream", filename=f"{number}.docx")
    return message.as_bytes()


HOSTILE = [
    ("mails in mails", looped(200)),
    ("parts in parts", boundaries(5_000)),
    ("many attachments", many(2_000)),
    ("a zip bomb", mail(NOTE, Protokoll__docx=docx(" " * 60_000_000)).as_bytes()),
    ("a long line", b"From: a@x\nTo: b@x\nSubject: " + b"x" * 5_000_000 + b"\n\n" + b"> " * 10),
]


@pytest.mark.parametrize("data", [case[1] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_hostile_mails_are_refused_in_time(data: bytes) -> None:
    begin = time.monotonic()
    with pytest.raises(DocumentError) as caught:
        read(data)
    assert time.monotonic() - begin < 5
    assert caught.value.remedy.endswith(".")


def test_some_mails_in_mails_are_read() -> None:
    assert read(looped(5)).text == PROTOCOL


def test_a_long_mail_is_read_in_time() -> None:
    begin = time.monotonic()
    text = PROTOCOL + "Am 13.05. schrieb er nicht.\nVon: nirgends\n> alt\n" * 50_000
    assert read(mail(text)).text.startswith(PROTOCOL)
    assert time.monotonic() - begin < 10


TOLD = [
    ("a mail", b"From: a@x.example\nTo: b@x.example\nSubject: c\n\nText", "message/rfc822"),
    ("received", b"Received: from x\nMessage-ID: <1@x>\nSubject: c\nX-Y: z\n\nText", "message/rfc822"),
    ("two headers", b"Subject: c\nDate: heute\n\nText", "text/plain"),
    ("a protocol", b"Datum: 14.05.2024\nOrt: Rathaus\nVon: 10 Uhr\nBis: 12 Uhr\n\nText", "text/plain"),
    ("headers in the text", b"Protokoll\nFrom: a\nTo: b\nSubject: c\n\nText", "text/plain"),
]


@pytest.mark.parametrize(("data", "media_type"), [case[1:] for case in TOLD], ids=[case[0] for case in TOLD])
def test_a_mail_is_told_by_its_headers(data: bytes, media_type: str) -> None:
    assert reader.read_bytes("p.txt", data).media_type == media_type


def test_a_page_that_a_browser_saved_is_a_page() -> None:
    head = "From: <Saved by Blink>\nSubject: x\nDate: x\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n"
    page = f"<html><body><nav><a href='/'>Start</a></nav><p>Protokoll</p><p>{'Text. ' * 20}</p></body></html>"
    assert read((head + page).encode()).text.startswith("Protokoll\nText.")
