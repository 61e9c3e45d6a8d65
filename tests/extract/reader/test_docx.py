"""DOCX: the text as Word prints it, with its numbers, tables and notes; hidden, deleted and repeated text left out."""

from __future__ import annotations

import pytest
from office_xml import docx, item, levels, num, p, r, read_text, tbl, tc, tr, zipped

from protokollgraph.errors import DocumentError
from protokollgraph.extract import reader


def lines(body: str, **parts: str) -> list[str]:
    return read_text(docx(body, **parts)).splitlines()


def test_paragraphs_are_lines_and_empty_ones_gaps() -> None:
    assert lines(p("eins") + p("zwei") + p() + p() + p("drei")) == ["eins", "zwei", "", "drei"]


def test_the_document_says_what_it_is() -> None:
    document = reader.read_bytes("p.docx", docx(p("Protokoll")))
    assert document.media_type.endswith("wordprocessingml.document")
    assert document.paragraphs


RUNS = [
    ("a word in several runs", r("Proto") + r("koll", "<w:b/>"), "Protokoll"),
    ("tab", r("Ort:\tRathaus"), "Ort:\tRathaus"),
    ("line break", r("Ort: Rathaus\nMarkt 1"), "Ort: Rathaus\nMarkt 1"),
    ("page break", '<w:r><w:t>eins</w:t><w:br w:type="page"/><w:t>zwei</w:t></w:r>', "eins\nzwei"),
    (
        "hyphens",
        "<w:r><w:t>E</w:t><w:noBreakHyphen/><w:t>Mail, Tages</w:t><w:softHyphen/><w:t>ordnung</w:t></w:r>",
        "E-Mail, Tagesordnung",
    ),
    ("soft hyphen as a character", r("Tages\u00adordnung"), "Tagesordnung"),
    ("hidden", r("offen") + r(" geheim", "<w:vanish/>"), "offen"),
    ("hidden no more", r("offen", '<w:vanish w:val="0"/>'), "offen"),
    ("hidden by a style of characters", r("offen") + r("geheim", '<w:rStyle w:val="Versteckt"/>'), "offen"),
    ("deleted", r("Die ") + "<w:del><w:r><w:delText>alte </w:delText></w:r></w:del>" + r("Fassung"), "Die Fassung"),
    ("inserted", r("Die ") + f"<w:ins>{r('neue ')}</w:ins>" + r("Fassung"), "Die neue Fassung"),
    ("moved", f"<w:moveFrom>{r('hier')}</w:moveFrom>" + r("und ") + f"<w:moveTo>{r('dort')}</w:moveTo>", "und dort"),
    (
        "deleted from what was inserted",
        f"<w:ins>{r('a')}<w:del><w:r><w:delText>b</w:delText></w:r></w:del></w:ins>" + r("c"),
        "ac",
    ),
    ("link", f'<w:hyperlink r:id="x">{r("Verweis")}</w:hyperlink>', "Verweis"),
    ("comment", '<w:commentRangeStart w:id="1"/>' + r("Satz") + '<w:r><w:commentReference w:id="1"/></w:r>', "Satz"),
    ("filled control", f"<w:sdt><w:sdtContent>{r('Rathaus')}</w:sdtContent></w:sdt>", "Rathaus"),
    ("ticked box", '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + r(" ja"), "☒ ja"),
    ("box", '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>' + r(" nein"), "☐ nein"),
    ("formula", "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
]
STYLES = (
    '<w:style w:type="character" w:styleId="Versteckt"><w:name w:val="Versteckt"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Punkt"><w:name w:val="Punkt"/><w:basedOn w:val="berschrift1"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>'
)


@pytest.mark.parametrize(("runs", "expected"), [case[1:] for case in RUNS], ids=[case[0] for case in RUNS])
def test_text_of_a_paragraph(runs: str, expected: str) -> None:
    assert read_text(docx(p(runs=runs), styles=STYLES)).rstrip("\n") == expected


def test_an_empty_control_is_no_text() -> None:
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    assert lines(p(runs=r("Ort: ") + control.format(r("Klicken Sie hier")))) == ["Ort:"]


def field(code: str, result: str, box: str = "") -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{box}</w:fldChar></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


FIELDS = [
    ("date", field(" DATE ", r("14.05.2024")), "14.05.2024"),
    ("simple", f'<w:fldSimple w:instr=" DATE ">{r("14.05.2024")}</w:fldSimple>', "14.05.2024"),
    ("one in another", field(" IF ", r("am ") + field(" DATE ", r("14.05."))), "am 14.05."),
    ("ticked", field(" FORMCHECKBOX ", "", "<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>"), "☒"),
    (
        "not ticked",
        field(" FORMCHECKBOX ", "", '<w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>'),
        "☐",
    ),
    ("table of contents", r("vor ") + field(' TOC \\o "1-3" ', r("1 Begrüßung 2")) + r("nach"), "vor nach"),
]


@pytest.mark.parametrize(("runs", "expected"), [case[1:] for case in FIELDS], ids=[case[0] for case in FIELDS])
def test_a_field_is_its_result(runs: str, expected: str) -> None:
    assert lines(p(runs=runs)) == [expected]


def test_a_table_of_contents_over_several_paragraphs_is_left_out() -> None:
    begin, _, end = field(" TOC ", "|").partition("|")
    body = p(runs=begin + r("1 Begrüßung")) + p("2 Bericht") + p(runs=end) + p("Text")
    assert lines(body) == ["Text"]
    assert lines(p("1 Begrüßung 3", '<w:pStyle w:val="Verzeichnis1"/>') + p("Text"), styles=STYLES) == ["Text"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    assert lines(p("Die Sitzung ", "<w:rPr><w:del/></w:rPr>") + p("ist öffentlich.")) == ["Die Sitzung ist öffentlich."]


# --- numbers --------------------------------------------------------------------------------------------------------

DECIMAL = levels(("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "%3)"))


def marks(body: str, numbering: str) -> list[str]:
    return [line.split("\t")[0].split(" x")[0] for line in lines(body, numbering=numbering)]


def test_levels_of_a_list_are_counted() -> None:
    body = "".join(item("x", level=level) for level in (0, 1, 1, 2, 2, 0, 1, 2))
    assert [mark.strip() for mark in marks(body, DECIMAL + num())] == [
        "1.",
        "1.1",
        "1.2",
        "a)",
        "b)",
        "2.",
        "2.1",
        "a)",
    ]


FORMS = [
    ("decimal", "%1.", ["1.", "2.", "3."]),
    ("decimal", "TOP %1", ["TOP 1", "TOP 2", "TOP 3"]),
    ("decimalZero", "%1", ["01", "02", "03"]),
    ("upperRoman", "%1.", ["I.", "II.", "III."]),
    ("lowerRoman", "(%1)", ["(i)", "(ii)", "(iii)"]),
    ("upperLetter", "%1.", ["A.", "B.", "C."]),
    ("ordinal", "%1", ["1.", "2.", "3."]),
    ("bullet", "\uf0b7", ["•", "•", "•"]),
]


@pytest.mark.parametrize(("form", "text", "expected"), FORMS, ids=[f"{form} {text}" for form, text, _ in FORMS])
def test_forms_of_numbers(form: str, text: str, expected: list[str]) -> None:
    assert marks("".join(item("x") for _ in range(3)), levels((form, text)) + num()) == expected


def test_numbers_go_on_behind_other_text() -> None:
    assert lines(item("a") + p("Text") + item("b"), numbering=DECIMAL + num()) == ["1. a", "Text", "2. b"]


def test_lists_of_one_definition_count_on_unless_one_starts_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = DECIMAL + num(1) + num(2) + num(3, override=anew)
    body = item("a", 1) + item("b", 2) + item("c", 3) + item("d", 3)
    assert marks(body, numbering) == ["1. a", "2. b", "5. c", "6. d"]


def test_a_level_that_never_restarts() -> None:
    numbering = levels(("decimal", "%1."), ("decimal", "%2)"), extra='<w:lvlRestart w:val="0"/>') + num()
    body = item("x") + item("x", level=1) + item("x") + item("x", level=1)
    assert [mark.strip() for mark in marks(body, numbering)] == ["1.", "1)", "2.", "2)"]


def test_legal_numbers_are_digits() -> None:
    numbering = levels(("upperRoman", "%1."), ("decimal", "%1.%2"), extra="<w:isLgl/>") + num()
    assert [m.strip() for m in marks(item("x") + item("x", level=1), numbering)] == ["1.", "1.1"]


def test_an_empty_item_counts() -> None:
    assert lines(item("a") + item("") + item("b"), numbering=DECIMAL + num()) == ["1. a", "", "3. b"]


def test_number_zero_takes_a_paragraph_out_of_the_list() -> None:
    out = '<w:pStyle w:val="Punkt"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = p("a", '<w:pStyle w:val="Punkt"/>') + p("b", out) + p("c", '<w:pStyle w:val="Punkt"/>')
    assert lines(body, styles=STYLES, numbering=DECIMAL + num()) == ["1. a", "", "b", "", "2. c"]


def test_a_heading_is_numbered_by_its_style_and_set_off() -> None:
    numbering = levels(("decimal", "TOP %1"), extra='<w:pStyle w:val="Punkt"/>') + num()
    body = p("Begrüßung", '<w:pStyle w:val="Punkt"/>') + p("Text.") + p("Bericht", '<w:pStyle w:val="Punkt"/>')
    assert lines(body, styles=STYLES, numbering=numbering) == ["TOP 1\tBegrüßung", "Text.", "", "TOP 2\tBericht"]


def test_a_list_that_is_defined_by_a_style_of_lists() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="7"><w:styleLink w:val="Liste"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="TOP %1:"/></w:lvl></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Liste"/></w:abstractNum>'
    )
    assert lines(item("x"), numbering=numbering + num()) == ["TOP 1: x"]


def test_a_list_that_is_nowhere_defined_has_no_numbers() -> None:
    assert lines(item("a", 9)) == ["a"]


def test_a_bold_line_is_set_off_like_a_heading() -> None:
    body = p("Text") + p(runs=r("TOP 1 Begrüßung", "<w:b/>")) + p(runs=r("Fett", "<w:b/>") + r(" und nicht"))
    assert lines(body) == ["Text", "", "TOP 1 Begrüßung", "Fett und nicht"]


# --- tables ---------------------------------------------------------------------------------------------------------


def test_rows_are_lines_of_cells() -> None:
    body = p("vor") + tbl(tr(tc("Name"), tc("Stelle")), tr(tc("Anja Muster"), tc("Amt"))) + p("nach")
    assert lines(body) == ["vor", "Name\tStelle", "Anja Muster\tAmt", "", "nach"]


def test_a_cell_over_columns_keeps_those_behind_it_in_place() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    body = tbl(tr(tc("a"), tc("b"), tc("c")), tr(tc("d", properties=wide), tc("e")), tr(tc("f"), tc(""), tc("g")))
    assert lines(body) == ["a\tb\tc", "d\t\te", "f\t\tg"]


def test_a_cell_over_rows_stands_in_each_of_them() -> None:
    first, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = tbl(
        tr(tc("Anja Muster"), tc("Amt", properties=first)),
        tr(tc("Ole Probe"), tc("", properties=more)),
        tr(tc("Uwe Fern"), tc("Rat")),
    )
    assert lines(body) == ["Anja Muster\tAmt", "Ole Probe\tAmt", "Uwe Fern\tRat"]


def test_deleted_rows_and_cells_are_left_out() -> None:
    body = tbl(
        tr(tc("a"), tc("b")),
        tr(tc("weg"), tc("weg"), properties="<w:del/>"),
        tr(tc("c"), tc("weg", properties="<w:cellDel/>"), tc("d")),
    )
    assert lines(body) == ["a\tb", "c\td"]


def control(content: str) -> str:
    return f"<w:sdt><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def test_rows_and_cells_in_controls_are_read() -> None:
    assert lines(tbl(control(tr(tc("a"), control(tc("b")))))) == ["a\tb"]


# --- beside the body ------------------------------------------------------------------------------------------------


def box(text: str) -> str:
    content = f"<wps:txbx><w:txbxContent>{p(text)}</w:txbxContent></wps:txbx>"
    new = f"<mc:Choice><w:drawing>{content}</w:drawing></mc:Choice>"
    old = f"<mc:Fallback><w:pict><w:txbxContent>{p(text)}</w:txbxContent></w:pict></mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r>"


def test_a_text_box_comes_once_behind_its_paragraph() -> None:
    assert lines(p(runs=r("Brief") + box("Aktenzeichen 7")) + p("Text")) == ["Brief", "Aktenzeichen 7", "Text"]


def note(identity: int, text: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{identity}">{p(text)}</w:{kind}>'


def test_notes_follow_the_paragraph_they_belong_to() -> None:
    body = p(runs=r("Muster") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r(" kommt.")) + p("Weiter.")
    notes = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>' + note(2, "bis 17 Uhr")
    assert lines(body, footnotes=notes) == ["Muster kommt.", "[1] bis 17 Uhr", "Weiter."]


def test_notes_in_a_table_follow_the_table() -> None:
    reference = '<w:r><w:endnoteReference w:id="3"/></w:r>'
    body = tbl(tr(tc(p(runs=r("Muster") + reference)), tc("Amt")), tr(tc("Probe"), tc("Rat"))) + p("Text")
    assert lines(body, endnotes=note(3, "ab TOP 2", "endnote")) == [
        "Muster\tAmt",
        "Probe\tRat",
        "",
        "[i] ab TOP 2",
        "Text",
    ]


MARGINS = [
    ("letterhead", p("Stadt Musterau, Hauptamt"), p("Niederschrift vom 14.05.2024"), ["Niederschrift vom 14.05.2024"]),
    (
        "title",
        p("Protokoll des Beirats"),
        p("Sitzung am 14.05.2024"),
        ["Protokoll des Beirats", "Sitzung am 14.05.2024"],
    ),
    ("date", p("14. Mai 2024"), p("Protokoll"), ["14. Mai 2024", "Protokoll"]),
    ("another date", p("Stand: 20.05.2024"), p("Protokoll vom 14.05.2024"), ["Protokoll vom 14.05.2024"]),
]


@pytest.mark.parametrize(
    ("head", "body", "expected"), [case[1:] for case in MARGINS], ids=[case[0] for case in MARGINS]
)
def test_the_head_of_the_pages_counts_where_the_body_lacks_it(head: str, body: str, expected: list[str]) -> None:
    assert lines(body, header=head) == expected


def test_the_foot_of_the_pages_counts_only_for_a_date() -> None:
    assert lines(p("Protokoll"), footer=p("Seite 1") + p("Stand: 14.05.2024")) == ["Protokoll", "Stand: 14.05.2024"]


def test_pages_are_known_if_the_program_that_saved_it_counted_as_many() -> None:
    body = p("eins") + p(runs=r("zwei, ") + "<w:r><w:lastRenderedPageBreak/></w:r>" + r("drei"))
    document = reader.read_bytes("p.docx", docx(body, 2))
    assert document.text == "eins\nzwei, drei\n"
    assert document.pages == (0, document.text.index("drei"))
    assert reader.read_bytes("p.docx", docx(body, 3)).pages == ()


def test_a_part_of_another_format_is_a_finding() -> None:
    document = reader.read_bytes("p.docx", docx(p("Text") + '<w:altChunk r:id="x"/>'))
    assert [note.code for note in document.notes] == ["part-not-read"]


def test_names_of_the_strict_standard_are_read() -> None:
    strict = p("Protokoll").replace("w:", "v:")
    root = (
        f'<v:document xmlns:v="http://purl.oclc.org/ooxml/wordprocessingml/main"><v:body>{strict}</v:body></v:document>'
    )
    assert read_text(zipped({"[Content_Types].xml": "", "word/document.xml": root})) == "Protokoll\n"


BAD = [
    ("workbook", zipped({"[Content_Types].xml": "", "xl/workbook.xml": "<x/>"}), "Excel"),
    ("presentation", zipped({"[Content_Types].xml": "", "ppt/presentation.xml": "<x/>"}), "PowerPoint"),
    ("no document", zipped({"[Content_Types].xml": "", "word/styles.xml": "<x/>"}), "has no word/document.xml"),
    ("no body", zipped({"[Content_Types].xml": "", "word/document.xml": "<x/>"}), "no text document"),
    ("no XML", zipped({"[Content_Types].xml": "", "word/document.xml": "<x>"}), "no sound XML"),
    ("no text", docx(p()), "holds no text"),
]


@pytest.mark.parametrize(("data", "problem"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_what_is_no_docx_is_refused_with_the_remedy(data: bytes, problem: str) -> None:
    with pytest.raises(DocumentError, match=problem) as caught:
        reader.read_bytes("p.docx", data)
    assert caught.value.remedy.endswith(".")
