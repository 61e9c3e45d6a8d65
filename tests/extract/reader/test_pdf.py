"""PDFs: what belongs together on a printed page stands together in the text, and what cannot be read is said."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from drawn import FONT_OBJECT, LEADING, LEFT, RIGHT, SIZE, TOP, Page, at, both, drawn, lines, objects, stream, wrapped
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from protokollgraph.errors import DocumentError, FormatError
from protokollgraph.extract import reader
from protokollgraph.extract.extractor import extract
from protokollgraph.extract.reader import limited
from protokollgraph.extract.reader.pdf import hyphens
from protokollgraph.graph.build import build

PROSE = (
    "Die Vorsitzende eröffnet die Sitzung um 18 Uhr und stellt fest, dass die Einladung form- und fristgerecht "
    "zugegangen ist. Änderungswünsche zur Tagesordnung liegen nicht vor; sie wird einstimmig bestätigt."
)
MORE = (
    "Herr Muster stellt den Stand der Arbeiten vor. Der Haupt- und Finanzausschuss hat dem Vorhaben mit sieben "
    "Ja-Stimmen und zwei Nein-Stimmen zugestimmt, bei einer Enthaltung. Frau Probe fragt nach den Kosten."
)


def text_of(*pages: Page) -> str:
    """What is read of a PDF that is painted so."""
    return reader.read_bytes("p.pdf", drawn(*pages)).text


def test_a_paragraph_is_one_line() -> None:
    broken = wrapped(PROSE)
    assert len(broken) == 3
    assert text_of(lines([*broken, "", *wrapped(MORE)])) == f"{PROSE}\n\n{MORE}\n"


def test_lines_that_were_not_full_stay_apart() -> None:
    short = ["Protokoll", "der Sitzung vom 5. Mai 2024", "Beginn 18 Uhr, Ende 20 Uhr", "Ort: Rathaus"]
    assert text_of(lines([*short, "", *wrapped(PROSE)])).splitlines()[:4] == short


def test_a_new_entry_begins_a_line_even_below_a_full_one() -> None:
    full = wrapped(MORE)[0]
    entries = ["Beschluss: Der Rat stimmt zu.", "• Herr Muster fragt nach.", "1. Eröffnung"]
    for entry in entries:
        above = full.rsplit(" ", 1)[0] + " Ende."
        assert text_of(lines([above, entry, "", *wrapped(PROSE)])).splitlines()[:2] == [above, entry]


BROKEN = [
    ("a broken word", "Dem Antrag wird zuge-", "stimmt.", "Dem Antrag wird zugestimmt."),
    ("a real hyphen", "Es gibt sieben Ja-", "Stimmen.", "Es gibt sieben Ja-Stimmen."),
    ("a double name", "Protokoll: Ina Muster-", "Probe", "Protokoll: Ina Muster-Probe"),
    (
        "two compounds",
        "Zuständig ist der Haupt-",
        "und Finanzausschuss.",
        "Zuständig ist der Haupt- und Finanzausschuss.",
    ),
    ("three compounds", "Bau-, Haupt-", "oder Finanzausschuss", "Bau-, Haupt- oder Finanzausschuss"),
    ("letters", "Es wird EU-", "weit ausgeschrieben.", "Es wird EU-weit ausgeschrieben."),
    ("a figure", "Der Bau wird CO2-", "neutral.", "Der Bau wird CO2-neutral."),
    ("years", "Haushalt 2023-", "2025", "Haushalt 2023-2025"),
    ("a slash", "Sitzung in Muster/", "Proben", "Sitzung in Muster/Proben"),
    ("a dash", "Das ist alles -", "vorerst.", "Das ist alles - vorerst."),
    ("no break", "Der Rat", "stimmt zu.", "Der Rat stimmt zu."),
]


@pytest.mark.parametrize(("above", "below", "whole"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_lines_are_joined_with_their_words_whole(above: str, below: str, whole: str) -> None:
    assert hyphens.joined(above, below) == whole


def test_a_word_that_a_line_breaks_is_whole() -> None:
    broken = ["Der Ausschuss hat die Vorlage nach eingehender Beratung in geheimer Abstimmung zuge-", "stimmt."]
    assert text_of(lines(broken)) == "".join(broken).replace("zuge-", "zuge") + "\n"


def test_heads_and_feet_are_left_out() -> None:
    def page(number: int, body: list[str]) -> Page:
        return both(
            at((LEFT, 815, "Stadt Muster, Hauptamt"), (300, 40, f"Seite {number} von 3")),
            lines(body, leading=2 * LEADING),
        )

    document = reader.read_bytes(
        "p.pdf", drawn(page(1, ["Protokoll", "TOP 1 Eröffnung"]), page(2, ["TOP 2 Bau"]), page(3, ["TOP 3 Ende"]))
    )
    assert document.text == "Protokoll\n\nTOP 1 Eröffnung\nTOP 2 Bau\nTOP 3 Ende\n"
    assert [document.text[start:].split("\n")[0] for start in document.pages] == [
        "Protokoll",
        "TOP 2 Bau",
        "TOP 3 Ende",
    ]


def test_a_head_that_says_what_nothing_else_says_is_kept_once() -> None:
    pages = [
        both(at((LEFT, 815, "Niederschrift vom 5. Mai 2024")), lines([f"TOP {n} Bau", "", "Text"])) for n in (1, 3, 4)
    ]
    assert text_of(*pages).splitlines()[0] == "Niederschrift vom 5. Mai 2024"
    assert text_of(*pages).count("Niederschrift") == 1


def test_figures_that_count_no_pages_are_no_page_head() -> None:
    pages = [lines([f"{votes} Ja-Stimmen", "", "Danach wird beraten."]) for votes in (7, 9, 4)]
    assert text_of(*pages).count("Ja-Stimmen") == 3


def test_a_paragraph_runs_over_the_border_of_a_page() -> None:
    broken = wrapped(PROSE)
    document = reader.read_bytes("p.pdf", drawn(lines(broken[:2], top=60), both(lines(broken[2:]), lines([], top=300))))
    assert document.text == PROSE + "\n"
    assert document.pages == (0, PROSE.index(broken[2]))


def test_empty_pages_count() -> None:
    document = reader.read_bytes("p.pdf", drawn(lines(["eins"]), at(), lines(["drei"]), at()))
    assert document.text == "eins\ndrei\n"
    assert document.pages == (0, 5, 5, 9)


ROWS = [
    ["Name", "Funktion", "Stimme"],
    ["Ina Muster", "Leiterin des Amtes für Planung und Bauen der Stadt Proben", "ja"],
    ["Ole Muster-Proben", "", "ja"],
    ["Jan Probe", "Gast", ""],
]
WIDTHS = (80.0, 190.0, 60.0)


def table(rows: list[list[str]], borders: bool, top: float = TOP) -> Page:
    """A table whose cells wrap, written cell after cell, with borders or none."""

    def paint(canvas: Canvas) -> None:
        y = top
        for row in rows:
            cells = [wrapped(text, width - 12) for text, width in zip(row, WIDTHS, strict=True)]
            high = max(len(cell) for cell in cells) * LEADING + 6
            x = LEFT
            for cell, width in zip(cells, WIDTHS, strict=True):
                for number, text in enumerate(cell):
                    canvas.drawString(x + 6, y - 14 - number * LEADING, text)
                if borders:
                    canvas.rect(x, y - high, width, high)
                x += width
            y -= high

    return paint


@pytest.mark.parametrize("borders", [True, False], ids=["bordered", "plain"])
def test_the_rows_of_a_table_are_lines(borders: bool) -> None:
    assert text_of(table(ROWS, borders)).splitlines() == ["\t".join(row).rstrip("\t") for row in ROWS]


def test_a_table_stands_where_it_is_printed() -> None:
    page = both(lines(["Anwesend", "", "waren:"]), table(ROWS, True, TOP - 50), lines(["Gäste: keine"], top=TOP - 250))
    found = [line for line in text_of(page).splitlines() if line]
    assert found[0] == "Anwesend"
    assert found[2] == "Name\tFunktion\tStimme"
    assert found[-1] == "Gäste: keine"


def test_a_row_that_a_page_border_cuts_is_whole() -> None:
    first = both(lines(["Liste"]), table([["Ina Muster", "Leiterin des Amtes für Planung und", "ja"]], True, 120))
    rest = both(table([["", "Bauen", ""], ["Jan Probe", "Gast", "ja"]], True), lines(["Ende"], top=600))
    found = [line for line in text_of(first, rest).splitlines() if line]
    assert found == ["Liste", "Ina Muster\tLeiterin des Amtes für Planung und Bauen\tja", "Jan Probe\tGast\tja", "Ende"]


def test_what_tabs_part_are_cells_and_a_column_goes_on_below() -> None:
    value = "Kreishaus, Kleiner Sitzungssaal im zweiten Obergeschoss des Südflügels, Am Schlosspark 2"
    first, *rest = wrapped(value, RIGHT - 180)
    placed = [
        (LEFT, "Datum:"),
        (180.0, "5. Mai 2024"),
        (LEFT, "Ort:"),
        (180.0, first),
        *((180.0, each) for each in rest),
    ]
    rows = [TOP, TOP, TOP - LEADING, TOP - LEADING, TOP - 2 * LEADING]
    page = at(*((x, y, text) for (x, text), y in zip(placed, rows, strict=True)))
    filling = lines(wrapped(PROSE), top=600)
    assert text_of(both(page, filling)).splitlines()[:2] == ["Datum:\t5. Mai 2024", f"Ort:\t{value}"]


def test_a_wide_blank_of_a_justified_line_parts_no_cells() -> None:
    def paint(canvas: Canvas) -> None:
        x = LEFT
        for word in ["Der", "Rat", "hat", "dem", "Bau", "zugestimmt"]:
            canvas.drawString(x, TOP, word)
            x += canvas.stringWidth(word) + 1.2 * SIZE

    assert text_of(paint) == "Der Rat hat dem Bau zugestimmt\n"


def test_columns_are_read_one_after_the_other() -> None:
    left = wrapped(PROSE, 200)
    right = wrapped(MORE, 200)
    page = both(lines(["Amtsblatt"], top=810), lines(left), lines(right, left=300))
    assert [line for line in text_of(page).splitlines() if line] == ["Amtsblatt", PROSE, MORE]


SPACED = [
    ("blanks", "N i e d e r s c h r i f t", "Niederschrift"),
    ("two words", "T a g e s o r d n u n g   a m   M o n t a g", "Tagesordnung am Montag"),
    ("too few", "a b c", "a b c"),
    ("votes", "Ja 5 Nein 3", "Ja 5 Nein 3"),
]


@pytest.mark.parametrize(("printed", "read"), [case[1:] for case in SPACED], ids=[case[0] for case in SPACED])
def test_letter_spaced_words_are_closed_up(printed: str, read: str) -> None:
    assert text_of(lines([printed])) == read + "\n"


def test_type_that_is_set_apart_is_closed_up() -> None:
    def paint(canvas: Canvas) -> None:
        line = canvas.beginText(LEFT, TOP)
        line.setFont("Helvetica", SIZE)
        line.setCharSpace(6)
        line.textLine("NIEDERSCHRIFT DES RATES")
        canvas.drawText(line)

    assert text_of(paint) == "NIEDERSCHRIFT DES RATES\n"


def test_a_watermark_across_the_page_is_no_text() -> None:
    def stamp(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(200, 300)
        canvas.rotate(45)
        canvas.setFont("Helvetica", 60)
        canvas.drawString(0, 0, "ENTWURF")
        canvas.restoreState()

    assert text_of(both(lines(wrapped(PROSE)), stamp)) == PROSE + "\n"


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_seen(turn: int) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        width, height = A4
        canvas.translate(*{90: (height, 0), 180: (width, height), 270: (0, width)}[turn])
        canvas.rotate(turn)
        lines([*wrapped(PROSE), "", "Ina Muster"], top=700)(canvas)
        canvas.drawString(300, 700 - 4 * LEADING, "Gast")

    assert text_of(paint) == f"{PROSE}\n\nIna Muster\tGast\n"


def test_statements_point_into_the_text_that_is_kept() -> None:
    head = ["Protokoll der 5. Sitzung des Beirats Muster", "Datum: 5. Mai 2024", "Protokoll: Ina Probe", ""]
    document = reader.read_bytes("p.pdf", drawn(lines([*head, "TOP 1 Eröffnung", *wrapped(PROSE)])))
    extraction = extract(document)
    assert extraction.meeting
    assert str(extraction.meeting.date) == "2024-05-05"
    mention = next(each for each in extraction.entities if each.name == "Ina Probe").mentions[0]
    assert document.text[mention.span.start : mention.span.end] == "Ina Probe"


def picture(canvas: Canvas) -> None:
    """A page as a scanner makes it."""

    canvas.drawImage(ImageReader(Image.new("L", (40, 40), 128)), 0, 0, 595, 842)


def test_a_page_that_is_a_picture_is_a_finding() -> None:
    document = reader.read_bytes("p.pdf", drawn(lines(wrapped(PROSE)), picture, lines(["Ende"])))
    assert [(note.code, note.message[:6]) for note in document.notes] == [("pages-without-text", "Page 2")]
    assert "pages-without-text" in [finding.code for finding in extract(document).findings]


def paged(kids: bytes, count: int, *others: bytes) -> bytes:
    """A PDF with this page tree; objects from 5 on are the others'."""
    text = stream(b"BT /F1 12 Tf 72 700 Td (Protokoll) Tj ET")
    return objects(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids),
        FONT_OBJECT,
        text,
        *others,
    )


LEAF = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents 4 0 R>>"
MANY = 10_000
DENSE = zlib.compress(b"q Q " * 40_000_000)
BOMB = LEAF.replace(b"4 0 R", b"6 0 R")
BAD = [
    ("a scan", drawn(picture, picture), "is a scan: 2 pages hold pictures and no text"),
    ("a password", drawn(lines([PROSE]), password="geheim"), "locked with a password"),
    ("cut off", drawn(lines(wrapped(PROSE)))[:700], "cut off"),
    ("only the signature", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "cut off"),
    ("10,000 pages", paged(b" ".join(b"%d 0 R" % (5 + n) for n in range(MANY)), MANY, *[LEAF] * MANY), "10,000 pages"),
    ("a loop of pages", paged(b"5 0 R", 2, b"<</Type/Pages/Parent 2 0 R/Count 2/Kids[2 0 R 5 0 R]>>"), "no page"),
    ("nothing printed", drawn(at(), at()), "has no text"),
    ("a bomb", paged(b"5 0 R", 1, BOMB, stream(DENSE, b"/Filter/FlateDecode")), "has no text|crash|longer|memory"),
]


@pytest.mark.parametrize(("data", "problem"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_a_bad_pdf_is_refused_with_the_remedy(data: bytes, problem: str) -> None:
    with pytest.raises(DocumentError, match=problem) as caught:
        reader.read_bytes("schlecht.pdf", data)
    assert caught.value.remedy.endswith(".")
    # the next one is read all the same
    assert text_of(lines(["Protokoll"])) == "Protokoll\n"


@pytest.mark.parametrize("jobs", [1, 2])
def test_bad_files_stop_no_build(tmp_path: Path, jobs: int) -> None:
    folder = tmp_path / "protocols"
    folder.mkdir()
    for number in range(24):
        head = [f"Protokoll der {number + 1}. Sitzung des Beirats Muster", f"Datum: {number + 1}. Mai 2024", ""]
        data = drawn(lines([*head, "TOP 1 Eröffnung", *wrapped(PROSE)]))
        (folder / f"gut-{number:02}.pdf").write_bytes(data)
    for name, data, _ in BAD:
        (folder / f"schlecht-{name}.pdf").write_bytes(data)
    report = build([folder], tmp_path / "store", jobs=jobs)
    assert len(report.added) == 24
    assert sorted(Path(error.name).stem for error in report.failed) == sorted(f"schlecht-{name}" for name, *_ in BAD)


def test_a_count_of_pages_that_lies_does_no_harm() -> None:
    assert reader.read_bytes("p.pdf", paged(b"5 0 R", 2_000_000_000, LEAF)).text == "Protokoll\n"


def test_a_pdf_behind_other_bytes_is_one() -> None:
    assert reader.read_bytes("p", b"\n\n" + drawn(lines(["Protokoll"]))).media_type == "application/pdf"


@pytest.fixture
def misbehaving(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A process of its own that finds the readers in ``misbehaving``."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    limited.close()
    yield
    limited.close()


@pytest.mark.usefixtures("misbehaving")
def test_a_reader_that_hangs_is_ended_in_time() -> None:
    with pytest.raises(FormatError, match="longer than 1 seconds"):
        limited.limited("misbehaving:hang", b"x", 1)
    assert limited.limited("misbehaving:good", b"abc", 20).text == "3"


@pytest.mark.usefixtures("misbehaving")
@pytest.mark.parametrize("how", ["crash", "swallow", "fail"])
def test_a_reader_that_dies_takes_nothing_with_it(how: str) -> None:
    assert limited.limited("misbehaving:good", b"ab", 20).text == "2"
    with pytest.raises(FormatError, match=r"crash|memory"):
        limited.limited(f"misbehaving:{how}", b"x", 20)
    assert limited.limited("misbehaving:good", b"abc", 20).text == "3"


def test_a_missing_library_is_named_with_its_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pypdfium2.py").write_text("raise ImportError('there is none')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    limited.close()
    try:
        with pytest.raises(DocumentError, match="needs pypdfium2") as caught:
            text_of(lines(["Protokoll"]))
    finally:
        limited.close()
    assert caught.value.remedy == 'Install it with pip install "protokollgraph[pdf]".'


@pytest.mark.usefixtures("misbehaving")
def test_what_a_reader_prints_is_no_answer() -> None:
    assert limited.limited("misbehaving:chatty", b"ab", 20).text == "2"
