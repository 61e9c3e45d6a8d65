"""Attendance lists: the lines that open one, its rows under their headings, the legend below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from protokollgraph.extract.clean import TAB, Line
from protokollgraph.extract.passage import Passage, join
from protokollgraph.extract.posts import party_heading
from protokollgraph.extract.segment import head
from protokollgraph.extract.segment.columns import append_below, open_ended
from protokollgraph.extract.segment.parts import Attendee, Cell, HeadField
from protokollgraph.extract.segment.state import ItemPatterns, State, labelled, unbracketed
from protokollgraph.extract.segment.ticks import unticked
from protokollgraph.extract.style import Style, normalised

_ADMINISTRATION = re.compile(r"(?:Stadt|Gemeinde|Kreis|Amts)verwaltung(?:\s[A-ZÄÖÜ][\w/-]+)?:?")
_LISTED = frozenset(("member", "guest", "staff", "excused", "absent", "present"))
_LEGEND = re.compile(r"(?:Abkürzungen:?\s*|Legende:?\s*)?[A-ZÄÖÜ][\w-]{0,6}[A-ZÄÖÜ]\w?\s?[:=]\s[^;]{6,}")


_TOLD = re.compile(
    r"Anwesend\s(?:unter|waren|sind|war)\b[^:]*\s[^:]*[A-ZÄÖÜ]|Es\s(?:waren|sind)\s(?:folgende\s)?[^:]{0,30}anwesend\s[^:]{5,}"
)
"""Attendance in a sentence, which opens the list."""


def tells(line: Line) -> bool:
    """Whether a sentence says who was there: "Anwesend unter dem Vorsitz von … waren die Ratsmitglieder …"."""
    return bool(_TOLD.match(line.text)) and len(line.text) > 40


def tell(state: State, line: Line) -> None:
    """The first line of such a sentence; the rest of its paragraph follows."""
    state.attendance.append(([], ()))
    state.attendance.append(([(line.indent, line.passage)], ()))
    state.telling = True


def in_header(state: State, line: Line) -> bool:
    """Whether a line is the head of a column that stands below another: "Name", "Fraktion", "anwesend"."""
    cells = state.attendance[-1][0] if state.attendance and not line.blank_before else []
    return (
        len(cells) == 1
        and _column(state.style, cells[0][1]) is not None
        and _column(state.style, line.passage) is not None
    )


def _column(style: Style, passage: Passage) -> str | None:
    return style.columns.get(normalised(passage.text))


def begins_table(state: State, line: Line) -> bool:
    """Whether a line is the head of a table of people that no heading announces: "Name", "Stelle", "anwesend"."""
    kinds = [_column(state.style, passage) for _, passage in line.columns()] if "\t" in line.text else []
    return "name" in kinds and "status" in kinds and kinds.count(None) < 2


def opens(state: State, line: Line, following: Line | None) -> bool:
    """A heading such as "Stimmberechtigte Mitglieder" opens an attendance list of its own."""
    if not (state.fields or state.title) or following is None or following.blank_before or line.text.endswith(":"):
        return False
    word = normalised(unbracketed(line.text))
    return len(word) > 3 and state.style.groups.get(word) in _LISTED


def read(state: State, line: Line, following: Line | None, patterns: ItemPatterns) -> None:
    """A line of the lists; a labelled one is a field, that of another part ends them."""
    if (_LEGEND.match(line.text) and line.blank_before) or (state.legend and not line.blank_before):
        state.legend.append(line.passage)
        return
    if state.telling and not line.blank_before:
        append_below(state.attendance[-1][0], [(line.indent, line.passage)])
        return
    state.telling = False
    if _side_by_side(state.style, line.columns()):
        state.attendance.append((line.columns(), ()))
        return
    label = labelled(line.text)
    if label and label["colon"]:
        name = state.style.field(label["label"])
        if name in ("members", "guests", "staff", "excused", "absent", "attendance") and label["value"].strip():
            state.fields.append(
                HeadField(name, line.passage.cut(0, label.end("label")), line.passage.cut(label.start("value")))
            )
            return
        if name in ("date", "place", "start", "end", "chair", "minutes", "attachments", "distribution", "next"):
            state.part = "head"
            head.read(state, line, following, patterns)
            return
    state.attendance.append((line.columns(), (line.passage,) if not line.bullet and line.blank_before else ()))


_PROSE = re.compile(
    r"(?:(?:Der|Die|Herr|Frau)\s)?[A-ZÄÖÜ]\S+(?:\s\S+){0,4}\s(?:eröffnete?t?|begrüßte?t?|stellte?t?|heißt|hieß|teilte?t?)\s"
)


def ends(line: Line) -> bool:
    """Whether a sentence about the session, set off, ends the lists: "Der Vorsitzende eröffnet die Sitzung …"."""
    return line.blank_before and len(line.text) > 40 and bool(_PROSE.match(line.text))


def _side_by_side(style: Style, cells: Sequence[Cell]) -> bool:
    """“entschuldigt:    unentschuldigt:”: headings of lists that stand beside each other."""
    return len(cells) > 1 and all(_status_word(style, passage) for _, passage in cells)


def _status_word(style: Style, passage: Passage) -> bool:
    return style.groups.get(normalised(passage.text)) in ("present", "excused", "absent")


@dataclass(slots=True)
class _Table:
    """What stands above the rows that come next."""

    section: tuple[Passage, ...] = ()
    group: tuple[Passage, ...] = ()
    beside: bool = False
    """The group stands in a cell beside the people, not in a line above them."""
    faction: tuple[Passage, ...] = ()
    columns: tuple[tuple[int, str | None], ...] = ()
    """Where each column begins, and what its head says of it."""
    states: tuple[Cell, ...] = ()
    """Columns for ticks, each headed by what a tick in it says: "anwesend", "entschuldigt"."""
    abreast: tuple[Cell, ...] = ()
    """Headings of lists that stand beside each other."""
    role: tuple[Passage, ...] = ()
    """“stv. Vorsitzender” above a name, inside a group."""
    others: frozenset[str] = frozenset()
    """Groups besides the members that the list of those present has had."""
    torn: bool = False
    """The columns have fallen apart: which tick stands in which, nobody can tell."""

    @property
    def headings(self) -> tuple[Passage, ...]:
        return self.section + self.group + self.role + self.faction


def rows(state: State) -> list[Attendee]:
    """The rows of the lists, continuation lines joined to the cells above them."""
    table = _Table()
    pending: list[tuple[list[Cell], _Table]] = []
    for cells, heading in _without_torn_headers(state):
        if not cells:
            others = table.others
            table = _Table(torn=True) if heading is _TORN else _Table(heading, others=others)
        elif not _heads(state.style, table, cells, bool(heading)):
            cells = _without_group(state.style, table, cells)
            above = pending[-1][0] if pending and not heading else None
            if above and (3 < cells[0][0] < TAB or open_ended(above[0][1].text)) and _below(above, cells):
                append_below(above, cells)
            else:
                pending.append((list(cells), replace(table)))
    bare = unticked(state.style, [(cells, above.columns) for cells, above in pending])
    return [
        replace(attendee, unticked=index in bare)
        for index, (cells, above) in enumerate(pending)
        for attendee in _attendees(state.style, cells, above)
    ]


def _heads(style: Style, table: _Table, cells: list[Cell], set_off: bool) -> bool:
    """Whether a row is the head of a table, or a heading; then it is noted."""
    if _side_by_side(style, cells):
        table.abreast = tuple(cells)
        return True
    if len(cells) > 1:
        kinds = tuple(_column(style, passage) for _, passage in cells)
        ticks = [cell for cell in cells if _status_word(style, cell[1])]
        if sum(kind is not None for kind in kinds) < max(len(cells) - 1, 2) and not (
            "name" in kinds and len(ticks) > 1
        ):
            return False
        table.columns = tuple((column, kind) for (column, _), kind in zip(cells, kinds, strict=True))
        table.states = tuple(ticks) if len(ticks) > 1 else ()
        return True
    if _is_group(style, cells[0][1], set_off):
        _after_the_away(style, table, style.groups.get(normalised(cells[0][1].text), ""), set_off)
        table.group, table.faction, table.role, table.abreast = (cells[0][1],), (), (), ()
    elif _ROLE_ALONE.fullmatch(cells[0][1].text):
        table.role = (cells[0][1],)
    elif not style.result_minutes and party_heading(cells[0][1].text):
        table.faction = (cells[0][1],)
    else:
        return False
    return True


def _without_group(style: Style, table: _Table, cells: list[Cell]) -> list[Cell]:
    """The cells of a row without the group that stands beside its people: "Mitglieder", "Anja Muster, Ole Probe"."""
    if len(cells) == 2 and not table.columns and normalised(cells[0][1].text) in style.groups:
        table.group, table.faction, table.beside = (cells[0][1],), (), True
        return cells[1:]
    if table.beside and len(cells) > 1:
        table.group, table.beside = (), False
    return cells


def _after_the_away(style: Style, table: _Table, group: str, set_off: bool) -> None:
    """Administration and guests behind those who were away were there, unless a list of them has come already.

    They stand below a table with ticks, not in it.
    """
    if group not in ("staff", "guest", "other"):
        return
    table.states = ()
    away = [p for p in table.section if style.section(unbracketed(p.text)) in ("excused", "absent")]
    if not away:
        table.others |= {group}
    elif set_off and group not in table.others:
        table.section = ()


def _attendees(style: Style, cells: list[Cell], table: _Table) -> Iterator[Attendee]:
    """The row as one entry, or as one for each of the lists that stand beside each other."""
    if not table.abreast:
        yield _attendee(style, cells, table)
        return
    for cell in cells:
        under = tuple(head for column, head in table.abreast if abs(column - cell[0]) <= 3)
        sure = len(under) == 1
        yield Attendee((cell[1],), table.headings + (under if sure else ()), (), not sure)


def _attendee(style: Style, cells: list[Cell], table: _Table) -> Attendee:
    """A row under its headings; a tick is read as the head of its column, if it stands under one."""
    headings = table.headings
    unsure = table.torn
    if table.states:
        ticks = [cell for cell in cells if style.marks.get(normalised(cell[1].text)) == "present"]
        under = [head for column, _ in ticks for head in table.states if _stands_under(head, column)]
        unsure = len(ticks) != 1 or len(under) != 1
        headings += tuple(passage for _, passage in under) if not unsure else ()
        cells = [cell for cell in cells if cell not in ticks]
    cells, columns = _in_order(cells, table)
    if table.states and columns and columns[0] == "name":
        cells = [cell for cell, column in zip(cells, columns, strict=True) if column]
        columns = tuple(column for column in columns if column)
    return Attendee(tuple(p for _, p in cells), headings, columns, unsure)


def _stands_under(head: Cell, column: int) -> bool:
    """Whether a column begins below the word at the head, at most two characters off."""
    return head[0] - 2 <= column <= head[0] + len(head[1]) + 1


def _in_order(cells: list[Cell], table: _Table) -> tuple[list[Cell], tuple[str | None, ...]]:
    """The cells of a row, the name first, and what the head of the table says of each; nothing if they do not fit."""
    heads = dict(table.columns)
    if len(cells) > 1 and all(column in heads for column, _ in cells):
        kinds = [heads[column] for column, _ in cells]
    elif len(heads) == len(cells):
        kinds = list(heads.values())
    else:
        return cells, ()
    named = list(zip(kinds, cells, strict=True))
    if "given" in kinds and "name" in kinds:
        given, (column, family) = dict(named)["given"], dict(named)["name"]
        whole = (column, join((given[1], family)))
        named = [(kind, whole if kind == "name" else cell) for kind, cell in named if kind != "given"]
    if "name" in kinds:
        named.sort(key=lambda each: each[0] != "name")
    return [cell for _, cell in named], tuple(kind for kind, _ in named)


_ROLE_ALONE = re.compile(r"(?:(?:stv|stellv)\w*\.?\s)?(?:[\w-]+)?[Vv]orsitzende[rn]?(?:/r)?:?")

_TORN = (Passage("", (), ""),)
"""Stands for the heading of a table whose columns have fallen apart."""


def _without_torn_headers(state: State) -> Iterator[tuple[list[Cell], tuple[Passage, ...]]]:
    """The rows, with a head whose columns stand below each other as the beginning of a table of its own."""
    found = state.attendance
    index = 0
    while index < len(found):
        run = 0
        kinds = []
        while index + run < len(found) and len(found[index + run][0]) == 1:
            kind = _column(state.style, found[index + run][0][0][1])
            if kind is None:
                break
            kinds.append(kind)
            run += 1
        if run > 2 and "name" in kinds and "status" in kinds:
            yield [], _TORN
        else:
            run = 0
        yield from found[index + run : index + run + 1]
        index += run + 1


def _is_group(style: Style, passage: Passage, set_off: bool) -> bool:
    text = unbracketed(passage.text)
    words = re.split(r"\s+und\s+|\s*/\s*", text)
    if (
        _ADMINISTRATION.fullmatch(text)
        or normalised(text) in style.groups
        or all(normalised(word) in style.groups for word in words)
    ):
        return True
    return text.endswith(":") and len(text) < 60


def _below(above: Sequence[Cell], cells: Sequence[Cell]) -> bool:
    first = 0 if open_ended(above[0][1].text) else 1
    return all(any(abs(column - other) <= 2 for other, _ in above[first:]) for column, _ in cells)
