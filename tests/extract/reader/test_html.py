"""HTML: the document on a page with its lists, tables and breaks; what the portal prints around it is left out."""

from __future__ import annotations

import time

import pytest
from office_xml import read_text

from protokollgraph.errors import DocumentError
from protokollgraph.extract import reader


def page(body: str, head: str = "") -> bytes:
    return f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode()


def lines(body: str, head: str = "") -> list[str]:
    return read_text(page(body, head)).splitlines()


TEXT = [
    ("paragraphs", "<p>eins</p><p>zwei</p>", ["eins", "zwei"]),
    ("paragraphs that nobody closes", "<p>eins<p>zwei<div>drei", ["eins", "zwei", "drei"]),
    ("white space", "<p>\n  eins \n zwei\t</p>", ["eins zwei"]),
    ("inline", "Die <b>Werk</b>statt <i>tagt</i>", ["Die Werkstatt tagt"]),
    ("breaks", "<p>Ort: Rathaus<br>Markt 1<br/></p>", ["Ort: Rathaus", "Markt 1"]),
    ("an empty line of breaks", "<p>eins<br><br>zwei</p>", ["eins", "", "zwei"]),
    ("an empty paragraph", "<p>eins</p><p>&nbsp;</p><p>zwei</p>", ["eins", "", "zwei"]),
    ("a rule", "eins<hr>zwei", ["eins", "", "zwei"]),
    ("headings", "<p>Text</p><h2>TOP 1</h2><p>Text</p>", ["Text", "", "TOP 1", "Text"]),
    ("a bold line", "<p>Text</p><p><b>TOP 1</b><br>Text</p>", ["Text", "", "TOP 1", "Text"]),
    ("preformatted", "<pre>Datum:   14.05.\nOrt:     Rathaus</pre>", ["Datum:   14.05.", "Ort:     Rathaus"]),
    ("characters", "<p>Bau &amp; Ordnung &#8211; 10&nbsp;Uhr</p>", ["Bau & Ordnung – 10\u00a0Uhr"]),
    ("soft hyphens", "<p>Tages&shy;ordnung</p>", ["Tagesordnung"]),
    ("deleted", "<p>um <del>18</del> 19 Uhr</p>", ["um 19 Uhr"]),
    ("hidden", '<p>offen</p><p hidden>a</p><p style="display: none">b</p>', ["offen"]),
    ("a comment", "<p>eins<!-- zwei --></p>", ["eins"]),
    ("a footnote's number", '<p>Muster<a href="#_ftn1">[1]</a> kommt.</p>', ["Muster kommt."]),
    ("ticked boxes", '<p><input type="checkbox" checked> ja <input type="checkbox"> nein</p>', ["☒ ja ☐ nein"]),
    ("scripts", "<script>var top = 1;</script><p>eins</p><style>p { top: 1 }</style>", ["eins"]),
]


@pytest.mark.parametrize(("body", "expected"), [case[1:] for case in TEXT], ids=[case[0] for case in TEXT])
def test_text_of_a_page(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


LISTS = [
    ("bullets", "<ul><li>eins<li>zwei</ul>", ["• eins", "• zwei"]),
    ("numbers", "<ol><li>eins</li><li>zwei</li></ol>", ["1. eins", "2. zwei"]),
    ("a start", '<ol start="5"><li>eins</li><li>zwei</li></ol>', ["5. eins", "6. zwei"]),
    ("values", '<ol><li value="3">eins</li><li>zwei</li></ol>', ["3. eins", "4. zwei"]),
    ("backwards", "<ol reversed><li>eins</li><li>zwei</li></ol>", ["2. eins", "1. zwei"]),
    ("letters", '<ol type="a"><li>eins</li><li>zwei</li></ol>', ["a. eins", "b. zwei"]),
    ("roman numerals", '<ol type="I"><li>eins</li><li>zwei</li></ol>', ["I. eins", "II. zwei"]),
    (
        "a list in a list",
        "<ol><li>a</li><li>b<ol><li>c</li><li>d</li></ol></li></ol>",
        ["1. a", "2. b", "    2.1. c", "    2.2. d"],
    ),
    ("bullets in a list", "<ol><li>a<ul><li>b</li></ul></li></ol>", ["1. a", "    • b"]),
    ("no marks", '<ul style="list-style-type: none"><li>eins</li></ul>', ["eins"]),
    ("marks in the text", "<ul><li>• eins</li></ul><ol><li>TOP 1 zwei</li></ol>", ["• eins", "TOP 1 zwei"]),
    ("paragraphs in an item", "<ol><li><p>eins</p><p>zwei</p></li></ol>", ["1. eins", "zwei"]),
    ("a list nobody opened", "<li>eins", ["• eins"]),
]


@pytest.mark.parametrize(("body", "expected"), [case[1:] for case in LISTS], ids=[case[0] for case in LISTS])
def test_lists(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


TABLES = [
    ("rows", "<table><tr><th>Name<th>Amt<tr><td>Anja Muster<td>Rat</table>", ["Name\tAmt", "Anja Muster\tRat"]),
    ("a wide cell", "<table><tr><td>a<td>b<td>c<tr><td colspan=2>d<td>e</table>", ["a\tb\tc", "d\t\te"]),
    ("a tall cell", "<table><tr><td>a<td rowspan=2>b<tr><td>c</table>", ["a\tb", "c\tb"]),
    ("an empty cell", "<table><tr><td>a<td>b<td>c<tr><td>d<td><td>e</table>", ["a\tb\tc", "d\t\te"]),
    ("a cell that claims a million columns", "<table><tr><td colspan=1000000>a<td>b</table>", ["a\tb"]),
    ("definitions", "<dl><dt>Ort<dd>Rathaus<dt>Datum<dd>14.05.2024</dl>", ["Ort\tRathaus", "Datum\t14.05.2024"]),
    ("several definitions", "<dl><dt>Ort<dd>Rathaus<dd>Markt 1</dl>", ["Ort\tRathaus, Markt 1"]),
    ("a picture for a word", '<table><tr><td>Anja Muster<td><img alt="anwesend"></table>', ["Anja Muster\tanwesend"]),
    ("a page in a table", "<table><tr><td><p>eins</p><p>zwei</p></td></tr></table>", ["eins", "zwei"]),
    ("a table in a table", "<table><tr><td><table><tr><td>a<td>b</table></table>", ["a\tb"]),
    ("a table that nobody opened", "<tr><td>a<td>b", ["a", "b"]),
]


@pytest.mark.parametrize(("body", "expected"), [case[1:] for case in TABLES], ids=[case[0] for case in TABLES])
def test_tables(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


PROTOCOL = "<h1>Protokoll vom 14.05.2024</h1>" + "<p>Der Beirat berät über den Haushalt und fasst Beschlüsse.</p>" * 20
MENU = (
    "<ul>"
    + "".join(f'<li><a href="/{n}">{n}</a></li>' for n in ("Start", "Rathaus", "Politik", "Kultur", "Sport"))
    + "</ul>"
)

AROUND = [
    ("navigation", f"<nav>{MENU}</nav>"),
    ("a role", f'<div role="navigation">{MENU}</div>'),
    ("a class", f'<div class="main-navigation">{MENU}</div>'),
    ("a menu that nobody calls one", f"<div>{MENU}</div>"),
    ("a column of links", "<table><tr><td>" + MENU + "</td></tr></table>"),
    (
        "a side column",
        f'<aside><h2>Mehr</h2>{MENU}</aside><div class="sidebar"><a href="x">Termine der Woche</a></div>',
    ),
    ("a head", '<header><a href="/">Stadt Musterau</a></header>'),
    ("a foot", "<footer><p>Stadt Musterau, Markt 1, Telefon 0123</p></footer>"),
    ("cookies", '<div id="cookieBanner"><p>Wir verwenden Cookies. Herr Keks stimmt zu.</p><button>Ja</button></div>'),
    ("a dialog", '<div role="dialog"><p>Bitte melden Sie sich an.</p></div>'),
    ("a trail", '<div class="breadcrumb"><a href="/">Start</a> &gt; Rat</div>'),
    ("a trail that nobody calls one", "<p>Sie sind hier: Startseite &gt; Rat</p><p>Startseite » Rat » Protokoll</p>"),
    ("lines of the portal", "<p><a href='#'>Zum Inhalt springen</a></p><div>Reduzieren</div><p>Drucken</p>"),
    ("a search", "<form role='search'><label>Suche</label><input><button>Los</button></form>"),
    ("a choice", "<select><option>2023</option><option>2024</option></select>"),
]


@pytest.mark.parametrize("around", [case[1] for case in AROUND], ids=[case[0] for case in AROUND])
def test_what_stands_around_the_text_is_left_out(around: str) -> None:
    alone = lines(PROTOCOL)
    assert lines(around + PROTOCOL) == alone
    assert [line for line in lines(PROTOCOL + around) if line] == [line for line in alone if line]


KEPT = [
    # attendance and agenda of portals are links
    (
        "people as links",
        "<ul>" + "".join(f'<li><a href="/{n}">Anja Muster{n}</a></li>' for n in range(9)) + "</ul>",
        "• Anja Muster8",
    ),
    (
        "items as links",
        "<ol>" + "".join(f'<li><a href="/{n}">TOP {n} Bericht</a></li>' for n in range(9)) + "</ol>",
        "TOP 8 Bericht",
    ),
    ("a class that holds everything", f'<div class="navigation sidebar">{PROTOCOL}</div>', "Protokoll vom 14.05.2024"),
    ("a head with the title", "<header><h1>Niederschrift der Sitzung</h1></header>", "Niederschrift der Sitzung"),
    (
        "a side column with text",
        "<aside><p>Anwesend: Anja Muster, Ole Probe</p></aside>",
        "Anwesend: Anja Muster, Ole Probe",
    ),
    ("a form around the page", f"<form action='x.aspx'>{PROTOCOL}</form>", "Protokoll vom 14.05.2024"),
]


@pytest.mark.parametrize(("body", "line"), [case[1:] for case in KEPT], ids=[case[0] for case in KEPT])
def test_what_may_be_the_document_stays(body: str, line: str) -> None:
    assert line in lines(body + PROTOCOL)


MAIN = [
    ("main", "<main>{}</main>"),
    ("a role", '<div role="main">{}</div>'),
    ("one article", "<article>{}</article>"),
    ("an id", '<div id="inhalt">{}</div>'),
]


@pytest.mark.parametrize("main", [case[1] for case in MAIN], ids=[case[0] for case in MAIN])
def test_the_main_part_of_a_page_is_the_document(main: str) -> None:
    assert lines("<p>Heute geöffnet bis 18 Uhr.</p>" + main.format(PROTOCOL) + "<p>Wetter: heiter</p>") == lines(
        PROTOCOL
    )


def test_a_main_part_that_holds_little_is_not_trusted() -> None:
    assert "Protokoll vom 14.05.2024" in lines("<article>Hinweis</article>" + PROTOCOL)


def test_the_title_of_the_page_counts_where_the_text_has_none() -> None:
    head = "<title>Niederschrift vom 14.05.2024 – Stadt Musterau</title>"
    assert lines("<p>Tagesordnung</p>", head)[0] == "Niederschrift vom 14.05.2024 – Stadt Musterau"
    assert lines("<h1>Protokoll</h1><p>Datum: 14.05.2024</p>", head) == ["Protokoll", "Datum: 14.05.2024"]


def test_much_text_that_was_left_out_is_a_finding() -> None:
    notice = f'<div class="cookie-consent"><p>{"Wir nutzen Dienste Dritter. " * 99}</p></div>'
    document = reader.read_bytes("p.html", page(PROTOCOL * 3 + notice))
    assert [note.code for note in document.notes] == ["page-around-left-out"]


CHARSETS = [
    ("utf-8", '<meta charset="utf-8">', "utf-8"),
    ("windows-1252", '<meta charset="windows-1252">', "cp1252"),
    (
        "iso-8859-1 means windows-1252",
        '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">',
        "cp1252",
    ),
    ("iso-8859-2", "<meta charset=iso-8859-2>", "iso-8859-2"),
    ("nothing said, utf-8", "", "utf-8"),
    ("nothing said, windows-1252", "", "cp1252"),
    ("said wrongly", '<meta charset="utf-8">', "cp1252"),
    ("no such charset", '<meta charset="klingonisch">', "utf-8"),
    ("a mark", "", "utf-8-sig"),
    ("utf-16 with a mark", "", "utf-16"),
]


@pytest.mark.parametrize(("head", "encoding"), [case[1:] for case in CHARSETS], ids=[case[0] for case in CHARSETS])
def test_charsets(head: str, encoding: str) -> None:
    assert "Görlitz" in read_text(
        f"<!DOCTYPE html><html><head>{head}</head><body>Görlitz</body></html>".encode(encoding)
    )


def test_fragments_in_a_plain_text_make_no_page() -> None:
    document = reader.read_bytes("p.txt", b"Protokoll\n1\t<p>Bericht</p> <ul><li>eins</li></ul>")
    assert document.media_type == "text/plain"
    assert "<p>Bericht</p>" in document.text


BAD = [
    ("no text", page("<script>print()</script>"), "holds no text"),
    ("pictures", page("<img src='x.png' alt='Scan'>"), "holds no text"),
    ("deep", page("<div>" * 100_000 + "Protokoll" + "</div>" * 100_000), "deep"),
    ("deep tables", page("<table><tr><td>" * 20_000 + "Protokoll"), "deep"),
    ("many tags", page("<b>x</b>" * 300_000), "tags"),
]


@pytest.mark.parametrize(("data", "problem"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_what_cannot_be_read_is_refused_in_time(data: bytes, problem: str) -> None:
    begin = time.monotonic()
    with pytest.raises(DocumentError, match=problem) as caught:
        reader.read_bytes("p.html", data)
    assert time.monotonic() - begin < 5
    assert caught.value.remedy.endswith(".")


@pytest.mark.parametrize(
    "tags", [("<div>", "</div>"), ("<b>", "</b>"), ("<ul><li>", "</ul>"), ("<table><tr><td>", "</table>")]
)
def test_a_page_may_be_nested_as_deeply_as_pages_are(tags: tuple[str, str]) -> None:
    assert "Protokoll" in read_text(page(tags[0] * 300 + "Protokoll" + tags[1] * 300))


def test_a_long_page_is_read_in_time() -> None:
    begin = time.monotonic()
    body = "".join(f"<tr><td><a href='/{n}'>Anja Muster</a></td><td>Amt {n}</td></tr>" for n in range(20_000))
    assert read_text(page(f"<table>{body}</table>")).count("\n") >= 20_000
    assert time.monotonic() - begin < 10
