"""ODT: the text as LibreOffice prints it, with its numbers, tables and notes; hidden and deleted text left out."""

from __future__ import annotations

import pytest
from office_xml import ODT_NAMES, list_style, odt, read_text, text_list, tp, zipped

from protokollgraph.errors import DocumentError
from protokollgraph.extract import reader


def lines(body: str, styles: str = "", common: str = "") -> list[str]:
    return read_text(odt(body, styles, common=common)).splitlines()


def style(name: str, *properties: str, family: str = "paragraph", attributes: str = "") -> str:
    return f'<style:style style:name="{name}" style:family="{family}" {attributes}>{"".join(properties)}</style:style>'


def test_paragraphs_are_lines_and_empty_ones_gaps() -> None:
    assert lines(tp("eins") + tp("zwei") + tp("") + tp("drei")) == ["eins", "zwei", "", "drei"]


HIDDEN = style("T", '<style:text-properties text:display="none"/>', family="text")
BOLD = style("F", '<style:text-properties fo:font-weight="bold"/>', family="text")

INLINE = [
    ("spans", 'Proto<text:span text:style-name="F">koll</text:span>', "Protokoll"),
    ("tab", "Ort:<text:tab/>Rathaus", "Ort:\tRathaus"),
    ("line break", "Ort: Rathaus<text:line-break/>Markt 1", "Ort: Rathaus\nMarkt 1"),
    ("blanks", "Ort: <text:s text:c='3'/>Rathaus", "Ort:    Rathaus"),
    ("a million blanks", "Ort:<text:s text:c='1000000'/>x", "Ort:" + " " * 200 + "x"),
    ("white space of the file", "Ort:\n     Rathaus", "Ort: Rathaus"),
    ("hidden", 'offen<text:span text:style-name="T"> geheim</text:span>', "offen"),
    ("link", '<text:a href="https://x.example">Verweis</text:a>', "Verweis"),
    ("comment", "Satz<office:annotation><text:p>so?</text:p></office:annotation> zwei", "Satz zwei"),
    ("field", '<text:date text:date-value="2024-05-14">14.05.2024</text:date>', "14.05.2024"),
    ("unfilled field", "Ort:<text:placeholder>Ort eingeben</text:placeholder>", "Ort:"),
    ("changes", '<text:change-start text:change-id="a"/>neu<text:change-end text:change-id="a"/>', "neu"),
    ("ruby", "<text:ruby><text:ruby-base>a</text:ruby-base><text:ruby-text>b</text:ruby-text></text:ruby>", "a"),
]


@pytest.mark.parametrize(("inner", "expected"), [case[1:] for case in INLINE], ids=[case[0] for case in INLINE])
def test_text_of_a_paragraph(inner: str, expected: str) -> None:
    assert read_text(odt(tp(inner), HIDDEN + BOLD)).rstrip("\n") == expected


def test_deleted_text_stands_apart_and_is_left_out() -> None:
    deleted = f"<text:changed-region><text:deletion>{tp('alt')}</text:deletion></text:changed-region>"
    body = f"<text:tracked-changes>{deleted}</text:tracked-changes>" + tp(
        'Die <text:change text:change-id="a"/>Fassung'
    )
    assert lines(body) == ["Die Fassung"]


def test_hidden_sections_and_paragraphs_are_left_out() -> None:
    shown = f'<text:section text:name="a">{tp("offen")}</text:section>'
    hidden = f'<text:section text:name="b" text:display="none">{tp("geheim")}</text:section>'
    assert lines(shown + hidden + tp('<text:hidden-paragraph text:is-hidden="true"/>geheim')) == ["offen"]


def test_a_table_of_contents_is_left_out() -> None:
    assert lines(
        f"<text:table-of-content><text:index-body>{tp('1 x')}</text:index-body></text:table-of-content>{tp('Text')}"
    ) == ["Text"]


# --- numbers --------------------------------------------------------------------------------------------------------

DECIMAL = list_style(
    'style:num-format="1" style:num-suffix="."',
    'style:num-format="1" text:display-levels="2"',
    'style:num-format="a" style:num-suffix=")"',
)


def test_levels_of_a_list_are_counted() -> None:
    deeper = text_list(tp("x"), tp("x") + text_list(tp("x"), tp("x")))
    body = text_list(tp("x") + deeper, tp("x") + text_list(tp("x")))
    marks = [line.split(" x")[0].strip() for line in lines(body, DECIMAL)]
    assert marks == ["1.", "1.1", "1.2", "a)", "b)", "2.", "2.1"]


FORMS = [
    ('style:num-format="1" style:num-prefix="TOP "', ["TOP 1", "TOP 2", "TOP 3"]),
    ('style:num-format="I" style:num-suffix="."', ["I.", "II.", "III."]),
    ('style:num-format="i" style:num-prefix="(" style:num-suffix=")"', ["(i)", "(ii)", "(iii)"]),
    ('style:num-format="A" style:num-suffix="."', ["A.", "B.", "C."]),
    ('style:num-format="1" text:start-value="4"', ["4", "5", "6"]),
    ("•", ["•", "•", "•"]),
    ('style:num-format=""', ["x", "x", "x"]),
]


@pytest.mark.parametrize(("level", "expected"), FORMS, ids=[expected[0] for _, expected in FORMS])
def test_forms_of_numbers(level: str, expected: list[str]) -> None:
    found = lines(text_list(tp("x"), tp("x"), tp("x")), list_style(level))
    assert [line.split(" x")[0] for line in found] == expected


CONTINUED = [
    ("a new list begins anew", "", ["1. a", "Text", "1. b"]),
    ("the style's list goes on", 'text:continue-numbering="true"', ["1. a", "Text", "2. b"]),
    ("a named list goes on", 'text:continue-list="erste"', ["1. a", "Text", "2. b"]),
]


@pytest.mark.parametrize(
    ("attributes", "expected"), [case[1:] for case in CONTINUED], ids=[case[0] for case in CONTINUED]
)
def test_a_list_may_go_on_behind_other_text(attributes: str, expected: list[str]) -> None:
    body = text_list(tp("a"), attributes='xml:id="erste"') + tp("Text") + text_list(tp("b"), attributes=attributes)
    assert lines(body, DECIMAL) == expected


def test_an_item_may_have_a_number_of_its_own() -> None:
    body = f'<text:list text:style-name="L"><text:list-item text:start-value="7">{tp("a")}</text:list-item></text:list>'
    assert lines(body, DECIMAL) == ["7. a"]


def test_only_the_first_paragraph_of_an_item_has_its_number() -> None:
    header = f"<text:list-header>{tp('Kopf')}</text:list-header>"
    body = f'<text:list text:style-name="L">{header}<text:list-item>{tp("a")}{tp("b")}</text:list-item></text:list>'
    assert lines(body, DECIMAL) == ["Kopf", "1. a", "b"]


def test_a_list_takes_its_style_from_its_paragraphs() -> None:
    own = style("P", attributes='style:list-style-name="L"')
    assert lines(f"<text:list><text:list-item>{tp('a', 'P')}</text:list-item></text:list>", DECIMAL + own) == ["1. a"]


def test_headings_are_numbered_by_the_outline_and_set_off() -> None:
    outline = '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/></text:outline-style>'
    heading = '<text:h text:outline-level="1">{}</text:h>'
    body = heading.format("Begrüßung") + tp("Text.") + heading.format("Bericht")
    assert lines(body, common=f"<office:styles>{outline}</office:styles>") == [
        "1\tBegrüßung",
        "Text.",
        "",
        "2\tBericht",
    ]


def test_a_bold_line_is_set_off_like_a_heading() -> None:
    bold = '<text:span text:style-name="F">{}</text:span>'
    body = tp("Text") + tp(bold.format("TOP 1 Begrüßung")) + tp(bold.format("Fett") + " und nicht")
    assert lines(body, BOLD) == ["Text", "", "TOP 1 Begrüßung", "Fett und nicht"]


# --- tables, notes, margins -----------------------------------------------------------------------------------------


def cell(text: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}>{tp(text)}</table:table-cell>"


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


COVERED = "<table:covered-table-cell/>"


def test_rows_are_lines_and_merged_cells_keep_their_place() -> None:
    head = f"<table:table-header-rows>{row(cell('a'), cell('b'), cell('c'))}</table:table-header-rows>"
    wide = row(cell("d", 'table:number-columns-spanned="2"'), COVERED, cell("e"))
    tall = row(cell("f"), cell("g"), cell("h", 'table:number-rows-spanned="2"')) + row(cell("i"), cell("j"), COVERED)
    assert lines(f"<table:table>{head}{wide}{tall}</table:table>") == ["a\tb\tc", "d\t\te", "f\tg\th", "i\tj\th"]


def test_a_cell_that_claims_to_be_repeated_a_million_times() -> None:
    many = 'table:number-columns-repeated="1000000"'
    assert len(lines(f"<table:table>{row(cell('a'), cell('', many), cell('b'))}</table:table>")) == 1


def test_notes_follow_the_paragraph_or_the_table() -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{tp('bis 17 Uhr')}</text:note-body></text:note>"
    )
    assert lines(tp(f"Muster{note} kommt.") + tp("Weiter.")) == ["Muster kommt.", "[1] bis 17 Uhr", "Weiter."]
    table = f"<table:table>{row(cell(f'Muster{note}'), cell('Amt'))}{row(cell('Probe'), cell('Rat'))}</table:table>"
    assert lines(table + tp("Text")) == ["Muster\tAmt", "Probe\tRat", "", "[1] bis 17 Uhr", "Text"]


def test_a_text_box_comes_behind_its_paragraph() -> None:
    box = f"<draw:frame><draw:text-box>{tp('Aktenzeichen 7')}</draw:text-box></draw:frame>"
    assert lines(tp(f"Brief{box}") + tp("Text")) == ["Brief", "Aktenzeichen 7", "Text"]


def test_the_head_of_the_pages_counts_where_the_body_lacks_it() -> None:
    head = f"<style:header>{tp('Stadt Musterau')}{tp('Niederschrift vom 14.05.2024')}</style:header>"
    common = (
        f"<office:master-styles><style:master-page style:name='S'>{head}</style:master-page></office:master-styles>"
    )
    assert lines(tp("Tagesordnung"), common=common) == ["Niederschrift vom 14.05.2024", "Tagesordnung"]
    assert lines(tp("Niederschrift vom 14.05.2024"), common=common) == ["Niederschrift vom 14.05.2024"]


def test_pages_are_known_if_the_program_that_saved_it_counted_as_many() -> None:
    body = tp("eins") + tp("zwei, <text:soft-page-break/>drei")
    document = reader.read_bytes("p.odt", odt(body, pages=2))
    assert document.pages == (0, document.text.index("drei"))
    assert reader.read_bytes("p.odt", odt(body, pages=5)).pages == ()


def test_a_flat_document_is_read() -> None:
    flat = (
        f'<?xml version="1.0"?><office:document {ODT_NAMES} office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:body><office:text>{tp('Protokoll')}</office:text></office:body></office:document>"
    )
    assert read_text(flat.encode()) == "Protokoll\n"


SHEET = (
    f"<office:document-content {ODT_NAMES}><office:body><office:spreadsheet/></office:body></office:document-content>"
)
LOCKED = "<manifest><encryption-data/></manifest>"
BAD = [
    (
        "spreadsheet",
        zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": SHEET}),
        "a spreadsheet",
    ),
    (
        "locked",
        zipped({"mimetype": "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": LOCKED}),
        "password",
    ),
    ("no content", zipped({"mimetype": "application/vnd.oasis.opendocument.text", "x": ""}), "has no content.xml"),
    ("no text", odt(tp("")), "holds no text"),
    ("deep", odt("<text:section>" * 60 + tp("x") + "</text:section>" * 60), "deep"),
    ("deep lists", odt("<text:list><text:list-item>" * 60 + tp("x") + "</text:list-item></text:list>" * 60), "deep"),
    ("bomb", odt(" " * 60_000_000), "unpacks to 60 MB"),
]


@pytest.mark.parametrize(("data", "problem"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_what_cannot_be_read_is_refused_with_the_remedy(data: bytes, problem: str) -> None:
    with pytest.raises(DocumentError, match=problem) as caught:
        reader.read_bytes("p.odt", data)
    assert caught.value.remedy.endswith(".")
