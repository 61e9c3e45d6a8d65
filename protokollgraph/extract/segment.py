"""From lines to the parts of a protocol: head, attendance, agenda, treatments, tables of tasks, end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from protokollgraph.extract.clean import Line
from protokollgraph.extract.passage import Passage, join
from protokollgraph.extract.style import Style, normalised

Cell = tuple[int, Passage]
"""The column a cell starts in, and its text."""


@dataclass(frozen=True, slots=True)
class HeadField:
    """A labelled value of the head; ``name`` as in the style's ``fields``."""

    name: str
    label: Passage
    value: Passage


@dataclass(frozen=True, slots=True)
class Attendee:
    """A line of an attendance list under its headings, the nearest last."""

    cells: tuple[Passage, ...]
    headings: tuple[Passage, ...]
    columns: tuple[str | None, ...] = ()
    """What the table's head says of each cell: name, post, status."""


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """An agenda line. ``text`` may run on into the names of those who present; ``presenter`` is a column of its own."""

    number: str
    mark: Passage
    text: Passage
    presenter: Passage | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, an item of a list, or a row of a table (then ``cells`` has at least two)."""

    passage: Passage
    bullet: bool = False
    cells: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A row of a table of tasks: what, who, until when."""

    row: Passage
    task: Passage
    assignee: Passage | None
    due: Passage | None


@dataclass(frozen=True, slots=True)
class Section:
    """What the results say under one item's heading."""

    number: str
    mark: Passage
    heading: Passage
    blocks: tuple[Block, ...]
    tasks: tuple[TaskRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Protocol:
    """The parts of one document, in the order of the text."""

    style: Style
    title: tuple[Passage, ...] = ()
    fields: tuple[HeadField, ...] = ()
    attendees: tuple[Attendee, ...] = ()
    agenda: tuple[PlannedItem, ...] = ()
    sections: tuple[Section, ...] = ()
    tasks: tuple[TaskRow, ...] = ()
    closing: tuple[Passage, ...] = ()
    legend: Passage | None = None
    """“TAN: Tourismusakademie …; GVS: …”: what the abbreviations of the attendance list stand for."""
    loose: tuple[Passage, ...] = ()
    """Lines of the results that stand under no item."""


_ATTENDANCE = frozenset(("attendance", "excused", "absent", "guests"))
_SIGNATURE = re.compile(r"\(?gez\.|[_.…]{6,}|Unterschrift|Für die Richtigkeit|F\. d\. R\.")
_PLACE_DATE = re.compile(r"[^\W\d_][^,;:]{2,60}, (?:den |am )?\d{1,2}\. ?(?:\d{1,2}\.|[^\W\d_]{3,9}\.?) ?\d{2,4}\.?$")
_LABELLED = re.compile(r"(?P<label>[^\W\d_][^:\t]{0,58}?)\s*(?:(?P<colon>:)\s*|\t+\s*|\s{2,})(?P<value>.*)$", re.DOTALL)
_NEW_BLOCK = re.compile(
    r"(?:Beschl(?:uss|ussvorschlag|ussempfehlung)|Abstimmung(?:sergebnis)?|Abst\.-Erg\.|Ergebnis|Votum|Empfehlung"
    r"|Auf(?:gabe|trag)|Festlegung"
    r"|V(?:erantw(?:ortlich)?)?\.?|T(?:ermin)?\.?|Hinweis|Anmerkung|Nächste (?:Sitzung|Werkstatt))\b[^.;]{0,30}:"
)


_LEGEND = re.compile(r"(?:Abkürzungen:?\s*|Legende:?\s*)?[A-ZÄÖÜ][\w-]{0,6}[A-ZÄÖÜ]\w?\s?[:=]\s[^;]{6,}")


@dataclass(slots=True)
class _State:
    """What has been read so far."""

    style: Style
    part: str = "head"
    headings: list[Passage] = field(default_factory=list)
    columns: list[tuple[int, str | None]] = field(default_factory=list)
    title: list[Passage] = field(default_factory=list)
    fields: list[HeadField] = field(default_factory=list)
    attendance: list[tuple[list[Cell], tuple[Passage, ...]]] = field(default_factory=list)
    agenda: list[tuple[str, Passage, list[Cell]]] = field(default_factory=list)
    sections: list[tuple[str, Passage, Passage, list[Line]]] = field(default_factory=list)
    tasks: list[Line] = field(default_factory=list)
    closing: list[Passage] = field(default_factory=list)
    loose: list[Passage] = field(default_factory=list)
    legend: list[Passage] = field(default_factory=list)
    field_column: int | None = None


def segment(found: Sequence[Line], style: Style) -> Protocol:
    """The parts of a protocol. Total: every line ends in one of them."""
    state = _State(style)
    patterns = _ItemPatterns(style)
    for index, line in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        _take(state, line, following, patterns)
    wrapped = _wrap_width(found)
    return Protocol(
        style=style,
        title=tuple(state.title),
        fields=tuple(state.fields),
        attendees=tuple(_attendees(state)),
        agenda=tuple(_planned(state)),
        sections=tuple(_section(style, *parts, wrapped) for parts in state.sections),
        tasks=tuple(_task_table(style, state.tasks)[0]),
        closing=tuple(state.closing),
        loose=tuple(state.loose),
        legend=join(state.legend) if state.legend else None,
    )


class _ItemPatterns:
    """How an item's number is printed in the agenda and above its treatment."""

    __slots__ = ("bare", "prefixed")

    def __init__(self, style: Style) -> None:
        number = r"(?P<number>\d{1,3}(?:\.\d{1,2})*(?: ?[a-z](?![\w.]))?|[IVX]{1,5}(?=\.))"
        before = rf"(?:(?:{style.item_before})\s+)?"
        tail = r"(?P<rest>(?:\s*(?:der|zur) Tagesordnung)?\s*[.:)–—-]*(?:\s+.*|$))"
        self.prefixed = re.compile(rf"{before}(?:{style.item_prefix})\s*{number}{tail}", re.DOTALL)
        self.bare = re.compile(rf"{before}{number}(?P<rest>[.):]*(?:\s+.*|$))", re.DOTALL)


def _take(state: _State, line: Line, following: Line | None, patterns: _ItemPatterns) -> None:
    """Put one line where it belongs."""
    section = state.style.section(_unbracketed(line.text))
    if (
        section
        and not (section == "results" and state.part == "head" and not state.agenda)
        and _may_begin(state, section)
    ):
        _begin(state, section, line)
        return
    if state.part == "head" and not section and _opens_list(state, line, following):
        _begin(state, "attendance", line)
        return
    if state.part not in ("head", "attendance") and _treatment(state, line, patterns):
        return
    if state.part in ("results", "tasks") and (
        _SIGNATURE.match(line.text) or (_PLACE_DATE.match(line.text) and line.blank_before)
    ):
        state.part = "closing"
    {
        "head": _head,
        "attendance": _attendance,
        "agenda": _agenda,
        "results": _results,
        "tasks": lambda s, ln, *_: s.tasks.append(ln),
        "closing": lambda s, ln, *_: s.closing.append(ln.passage),
    }[state.part](state, line, following, patterns)


def _opens_list(state: _State, line: Line, following: Line | None) -> bool:
    """A heading such as "Stimmberechtigte Mitglieder" opens an attendance list of its own."""
    word = normalised(_unbracketed(line.text))
    return (
        bool(state.fields)
        and state.style.groups.get(word) in ("member", "guest", "staff", "excused", "absent", "present")
        and len(word) > 3
        and following is not None
        and not following.blank_before
        and not line.text.rstrip().endswith(":")
    )


def _unbracketed(text: str) -> str:
    """A heading without the remark behind it: "Teilnehmende (x = anwesend)"."""
    head, _, tail = text.partition("(")
    return head.strip() if tail.rstrip(": ").endswith(")") and head.strip() else text


def _may_begin(state: _State, section: str) -> bool:
    """Inside the results only a table of tasks, the closing or the results themselves begin a part."""
    if state.part in ("results", "tasks", "closing"):
        return section in ("tasks", "closing") or (section == "results" and not state.sections)
    return section != "closing" or bool(state.sections)


def _begin(state: _State, section: str, line: Line) -> None:
    if section in _ATTENDANCE:
        if state.part != "attendance":
            state.headings = []
        state.part = "attendance"
        state.headings = [line.passage]
        state.attendance.append(([], (line.passage,)))
    else:
        state.part = section
        if section == "closing":
            state.closing.append(line.passage)


def _head(state: _State, line: Line, following: Line | None, patterns: _ItemPatterns) -> None:
    match = _LABELLED.match(line.text)
    name = state.style.field(match["label"]) if match else None
    if match and name and (match["colon"] or match["value"].strip()) and len(match["label"]) < 45:
        start = match.start("value")
        state.fields.append(HeadField(name, line.passage.cut(0, match.end("label")), line.passage.cut(start)))
        state.field_column = line.indent + start
        for extra in _more_fields(state.style, state.fields[-1]):
            state.fields[-1:] = extra
    elif state.fields and not line.blank_before and _continues_field(state, line):
        last = state.fields[-1]
        state.fields[-1] = HeadField(last.name, last.label, join((last.value, line.passage)))
    elif state.agenda or state.sections:
        state.loose.append(line.passage)
    else:
        state.title.append(line.passage)


def _continues_field(state: _State, line: Line) -> bool:
    last = state.fields[-1]
    if not last.value:
        return True
    return line.indent > 2 and state.field_column is not None and abs(line.indent - state.field_column) <= 2


def _more_fields(style: Style, whole: HeadField) -> list[list[HeadField]]:
    """Two fields on one line: "Beginn: 19.30 Uhr   Ende: 20.50 Uhr"."""
    match = re.search(r"[\s,;|]+(?P<label>[^\W\d_][\w. ]{2,20}?)\s*:\s*(?=\S)", whole.value.text)
    name = style.field(match["label"]) if match else None
    if not match or not name or name == whole.name:
        return []
    return [
        [
            HeadField(whole.name, whole.label, whole.value.cut(0, match.start())),
            HeadField(name, whole.value.cut(match.start("label"), match.end("label")), whole.value.cut(match.end())),
        ]
    ]


def _attendance(state: _State, line: Line, following: Line | None, patterns: _ItemPatterns) -> None:
    if (_LEGEND.match(line.text) and line.blank_before) or (state.legend and not line.blank_before):
        state.legend.append(line.passage)
        return
    label = _LABELLED.match(line.text)
    if label and label["colon"]:
        name = state.style.field(label["label"])
        if name in ("members", "guests", "staff", "excused", "absent", "attendance") and label["value"].strip():
            state.fields.append(
                HeadField(name, line.passage.cut(0, label.end("label")), line.passage.cut(label.start("value")))
            )
            return
        if name in ("date", "place", "start", "end", "chair", "minutes", "attachments", "distribution", "next"):
            state.part = "head"
            _head(state, line, following, patterns)
            return
    state.attendance.append((line.columns(), (line.passage,) if not line.bullet and line.blank_before else ()))


def _agenda(state: _State, line: Line, following: Line | None, patterns: _ItemPatterns) -> None:
    match = patterns.prefixed.match(line.text) or patterns.bare.match(line.text)
    if match and not _is_continuation(state, line, match["number"]):
        number = match["number"].replace(" ", "")
        rest = match.start("rest") + len(match["rest"]) - len(match["rest"].lstrip(" \t.:)–—-"))
        body = Line(line.passage.cut(rest), line.indent + rest)
        state.agenda.append((number, line.passage.cut(0, match.end("number")), body.columns()))
    elif state.agenda:
        state.agenda[-1][2].extend(line.columns())
    else:
        state.loose.append(line.passage)


def _is_continuation(state: _State, line: Line, number: str) -> bool:
    """A date or a figure at the start of a wrapped agenda line is no item."""
    return bool(re.match(r"\d{1,2}\.\d{1,2}\.\d{2,4}|\d{1,2}\. [A-ZÄÖÜ][a-zä]+ \d{4}", line.text)) or (
        bool(state.agenda) and line.indent > 3 and number in {n for n, _, _ in state.agenda}
    )


def _treatment(state: _State, line: Line, patterns: _ItemPatterns) -> bool:
    """Begin the treatment of an item if this line is its heading."""
    planned = [number for number, _, _ in state.agenda]
    match = patterns.prefixed.match(line.text)
    sure = match is not None
    if match is None and state.part in ("results", "agenda") and not line.bullet:
        match = patterns.bare.match(line.text)
    if match is None:
        return False
    number = match["number"].replace(" ", "")
    rest = match["rest"].lstrip(" \t.:)–—-")
    if not _expected(state, planned, number, sure) or not _reads_as_heading(state, line, number, rest, sure):
        return False
    state.part = "results"
    mark = line.passage.cut(0, match.end("number"))
    heading = line.passage.cut(match.start("rest") + len(match["rest"]) - len(rest))
    state.sections.append((number, mark, heading, []))
    return True


def _expected(state: _State, planned: list[str], number: str, sure: bool) -> bool:
    """Treatments follow the order of the agenda and each item has one."""
    done = [n for n, *_ in state.sections]
    if state.part == "agenda":
        return bool(planned) and number == planned[0] and number in planned and len(planned) > 1
    if not planned:
        return number not in done and (sure or number == "1" or bool(done))
    if number not in planned or number in done:
        return False
    return not done or planned.index(number) > planned.index(done[-1]) or sure


def _reads_as_heading(state: _State, line: Line, number: str, rest: str, sure: bool) -> bool:
    if line.block_before and not line.blank_before and state.part == "results" and line.bullet:
        return False
    title = next((_cells_text(cells) for n, _, cells in state.agenda if n == number), "")
    shared = _words(title) & _words(rest)
    if sure:
        return (
            bool(shared)
            or not rest
            or line.blank_before
            or line.heading
            or (len(rest) < 90 and not rest.rstrip().endswith((".", ",", ";")))
        )
    if "\t" in line.text[: len(number) + 4]:
        return bool(shared) or not title
    return (
        bool(shared)
        and (len(rest) < 200 and not rest.rstrip().endswith((",", ";")))
        and len(shared) * 3 >= len(_words(rest[:80]))
    )


def _cells_text(cells: Sequence[Cell]) -> str:
    return " ".join(passage.text for _, passage in cells)


def _words(text: str) -> set[str]:
    return {word.casefold()[:9] for word in re.findall(r"[^\W\d_]{4,}|\d{4}", text)}


def _results(state: _State, line: Line, following: Line | None, patterns: _ItemPatterns) -> None:
    if state.sections:
        state.sections[-1][3].append(line)
    else:
        state.loose.append(line.passage)


# --- attendance -----------------------------------------------------------------------------------------------------


def _attendees(state: _State) -> list[Attendee]:
    """The rows of the lists, continuation lines joined to the cells above them."""
    style = state.style
    rows: list[tuple[list[Cell], tuple[Passage, ...]]] = []
    columns: tuple[str | None, ...] = ()
    section: tuple[Passage, ...] = ()
    group: tuple[Passage, ...] = ()
    found: list[Attendee] = []
    pending: list[tuple[list[Cell], tuple[Passage, ...], tuple[str | None, ...]]] = []
    for cells, heading in state.attendance:
        if not cells:
            section, group, columns = heading, (), ()
            continue
        kinds = tuple(style.columns.get(normalised(p.text)) for _, p in cells)
        if len(cells) > 1 and sum(k is not None for k in kinds) >= len(cells) - 1:
            columns = kinds
        elif len(cells) == 1 and _is_group(style, cells[0][1], bool(heading)):
            group = (cells[0][1],)
        elif (
            pending
            and not heading
            and (cells[0][0] > 3 or _open_ended(pending[-1][0][0][1].text))
            and _below(pending[-1][0], cells)
        ):
            _append_below(pending[-1][0], cells)
        else:
            pending.append((list(cells), section + group, columns))
    del rows
    for cells, headings, kinds in pending:
        found.append(Attendee(tuple(p for _, p in cells), headings, kinds if len(kinds) == len(cells) else ()))
    return found


def _is_group(style: Style, passage: Passage, set_off: bool) -> bool:
    text = _unbracketed(passage.text)
    words = re.split(r"\s+und\s+|\s*/\s*", text)
    if normalised(text) in style.groups or all(normalised(word) in style.groups for word in words):
        return True
    return text.endswith(":") and len(text) < 60


def _below(above: Sequence[Cell], cells: Sequence[Cell]) -> bool:
    first = 0 if _open_ended(above[0][1].text) else 1
    return all(any(abs(column - other) <= 2 for other, _ in above[first:]) for column, _ in cells)


def _open_ended(text: str) -> bool:
    """A cell that goes on below: it ends in a comma or a hyphen."""
    return text.endswith((",", "-", " Dr.", " Prof.", "(", "/"))


def _append_below(above: list[Cell], cells: Sequence[Cell]) -> None:
    for column, passage in cells:
        index = min(range(len(above)), key=lambda i: abs(above[i][0] - column))
        above[index] = (above[index][0], join((above[index][1], passage)))


# --- agenda ---------------------------------------------------------------------------------------------------------


def _planned(state: _State) -> list[PlannedItem]:
    items = []
    for number, mark, cells in state.agenda:
        if not cells:
            continue
        left = cells[0][0]
        title = [p for column, p in cells if abs(column - left) <= 3 or column < left]
        right = [p for column, p in cells if column > left + 3]
        if right and not _is_column(state, left):
            title, right = [p for _, p in cells], []
        items.append(PlannedItem(number, mark, join(title), join(right) if right else None))
    return items


def _is_column(state: _State, left: int) -> bool:
    """At least two items have a second cell, or the only one is set well apart."""
    starts = [column for _, _, cells in state.agenda for column, _ in cells if column > left + 3]
    return len(starts) >= 2 or bool(starts and starts[0] > left + 12)


# --- treatments -----------------------------------------------------------------------------------------------------


def _wrap_width(found: Sequence[Line]) -> int | None:
    """The width at which prose is wrapped, None if each paragraph is one line."""
    widths = sorted(line.indent + len(line.text) for line in found if len(line.text) > 40)
    if len(widths) < 8 or widths[-1] > 130:
        return None
    return widths[-max(1, len(widths) // 20)]


def _section(
    style: Style, number: str, mark: Passage, heading: Passage, body: list[Line], width: int | None
) -> Section:
    tasks, rest = _task_table(style, body)
    return Section(number, mark, heading, tuple(_blocks(rest, width)), tuple(tasks))


def _blocks(body: Sequence[Line], width: int | None) -> list[Block]:
    """Paragraphs of the lines: wrapped ones are joined, also across a page border."""
    groups: list[list[Line]] = []
    for line in body:
        if groups and _continues(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    blocks = []
    for group in groups:
        cells = tuple(group[0].cells) if len(group) == 1 and "\t" in group[0].text else ()
        passage = join(line.passage.squeeze() for line in group)
        blocks.append(Block(passage, group[0].bullet, cells if len(cells) > 1 else ()))
    return blocks


def _continues(group: Sequence[Line], line: Line, width: int | None) -> bool:
    last = group[-1].text.rstrip()
    if line.bullet or line.heading or line.block_before or _NEW_BLOCK.match(line.text):
        return False
    open_end = last[-1:] not in ".!?:;)“" or last.endswith("-")
    if line.page_before:
        return open_end and width is not None
    if line.blank_before or width is None:
        return bool(group[-1].bullet and not line.blank_before and line.indent > group[-1].indent and open_end)
    return group[-1].indent + len(last) + len(line.text.split(" ", 1)[0]) >= width - 8 or (
        open_end and line.text[:1].islower()
    )


def _task_table(style: Style, body: Sequence[Line]) -> tuple[list[TaskRow], list[Line]]:
    """The tables of tasks in these lines, and the lines that are no part of one."""
    rows: list[list[Cell]] = []
    tasks: list[TaskRow] = []
    rest: list[Line] = []
    header: list[tuple[int, str | None]] = []
    for line in body:
        cells = line.columns()
        kinds = [style.columns.get(normalised(p.text)) for _, p in cells]
        if len(cells) > 1 and "task" in kinds and ("assignee" in kinds or "due" in kinds):
            tasks.extend(_task_rows(header, rows))
            header, rows = [(c, k) for (c, _), k in zip(cells, kinds, strict=True)], []
        elif header and (
            len(cells) > 1 or (rows and not line.blank_before and len(cells) == 1 and "\t" not in line.text)
        ):
            if len(cells) > 1 and not (len(cells) < len(header) and line.indent > 3):
                rows.append(list(cells))
            elif rows:
                _append_below(rows[-1], cells)
        else:
            tasks.extend(_task_rows(header, rows))
            header, rows = [], []
            rest.append(line)
    tasks.extend(_task_rows(header, rows))
    return tasks, rest


def _task_rows(header: Sequence[tuple[int, str | None]], rows: Sequence[Sequence[Cell]]) -> list[TaskRow]:
    found = []
    for cells in rows:
        if len(cells) == len(header):
            named = {kind: passage for (_, kind), (_, passage) in zip(header, cells, strict=True)}
        else:
            named = {_nearest(header, column): passage for column, passage in cells}
        task = named.get("task")
        if task:
            first = min(p.origin[0] for _, p in cells)
            last = max(max(p.origin) for _, p in cells)
            row = Passage(task.source[first : last + 1], range(first, last + 1), task.source)
            found.append(TaskRow(row, task, named.get("assignee"), named.get("due")))
    return found


def _nearest(header: Sequence[tuple[int, str | None]], column: int) -> str | None:
    return min(header, key=lambda head: abs(head[0] - column))[1]
