"""The sentence round a place in a protocol, as somebody wants to read it who has to tell two people apart.

Protocols are lists as much as they are prose: a line that is filled goes on in the next one, a short line ends. Within
what belongs together so, the sentence is taken; a long one is cut at words on both sides. Cells of a row are parted by
a dot in the middle.

>>> text = "Teilnehmende:\\nUte Krahl, Stadt Lauta\\nBernd Noack, Landkreis\\n\\n"
>>> around(text, text.index("Bernd"), text.index("Bernd") + 11)
Excerpt(before='', exact='Bernd Noack', after=', Landkreis')
"""

from __future__ import annotations

import re
from typing import NamedTuple

from protokollgraph.extract import sentences
from protokollgraph.graph.layout import ELLIPSIS
from protokollgraph.graph.readable import plain

LONGEST = 320
"""Longer sentences are cut, in code points."""
_FILLED = 55
"""From so many code points on a line may go on in the next one."""
_CELLS = re.compile(r"(?<=\S) *\t+ *(?=\S)")
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
"""Noncharacters of Unicode, which no text holds: they mark the place while mark-up and line breaks go."""
_REACH = 1200
"""So far around the place lines are looked for."""
_END = re.compile(r"\n|<br\s*/?>|</?(?:p|div|li|ul|ol|tr|td|th|table|h[1-6])\b[^<>]*>", re.IGNORECASE)


class Excerpt(NamedTuple):
    """A sentence in three parts, on one line and without mark-up; the parts put together are the sentence."""

    before: str
    exact: str
    """The place itself, usually a name."""
    after: str

    @property
    def text(self) -> str:
        return self.before + self.exact + self.after


def around(text: str, start: int, end: int, *, longest: int = LONGEST) -> Excerpt:
    """The sentence round ``text[start:end]``, at most about ``longest`` code points and the place itself."""
    left, right = _paragraph(text, start, end)
    left, right = _sentence(text[left:right], start - left, end - left, left)
    marked = "".join((text[left:start], _OPEN, text[start:end], _CLOSE, text[end:right]))
    before, _, rest = plain(_CELLS.sub(" · ", marked)).partition(_OPEN)
    exact, _, after = rest.partition(_CLOSE)
    room = max(0, longest - len(exact))
    kept = min(len(after), max(room // 2, room - len(before)))
    return Excerpt(_cut_before(before, room - kept), exact, _cut_after(after, kept))


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    """From where to where the lines reach that belong together."""
    least, most = max(0, start - _REACH), min(len(text), end + _REACH)
    cuts = [(found.start(), found.end()) for found in _END.finditer(text, least, most)]
    breaks = [cut for cut in cuts if cut[1] <= start or cut[0] >= end]
    starts = [least, *(after for _, after in breaks)]
    ends = [*(before for before, _ in breaks), most]
    lines = list(zip(starts, ends, strict=True))
    own = next(n for n, (left, right) in enumerate(lines) if left <= start and end <= right)
    first = last = own
    while first and _goes_on(text, *lines[first - 1]):
        first -= 1
    while last + 1 < len(lines) and _goes_on(text, *lines[last]):
        last += 1
    return lines[first][0], lines[last][1]


def _goes_on(text: str, left: int, right: int) -> bool:
    return len(text[left:right].strip()) >= _FILLED and text[right : right + 1] == "\n"


def _sentence(block: str, start: int, end: int, offset: int) -> tuple[int, int]:
    """From where to where the sentence reaches, or the sentences that the place touches."""
    touched = [(left, right) for left, right in sentences.split(block) if left < end and right > start]
    if not touched:
        return offset + start, offset + end
    return offset + min(touched[0][0], start), offset + max(touched[-1][1], end)


def _cut_before(part: str, room: int) -> str:
    """The end of a text, from a word on."""
    if len(part) <= room:
        return part
    kept = part[len(part) - room :]
    return f"{ELLIPSIS} {kept.partition(' ')[2]}"


def _cut_after(part: str, room: int) -> str:
    """The beginning of a text, up to a word."""
    if len(part) <= room:
        return part
    return f"{part[:room].rpartition(' ')[0]} {ELLIPSIS}"
