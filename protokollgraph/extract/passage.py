"""Readable text that remembers where each of its code points stands in the source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from protokollgraph.model import Span

SOFT_BREAK = "\x1f"
"""Stands where italics begin or end: white space to every pattern, a border to the reader of agenda lines."""

_SPACE = re.compile(r"\s+")
_LOOSE = re.compile(rf"\s{{2}}|[^\S {SOFT_BREAK}]")
_MARKUP = re.compile(r"<[^<>]*>|&[#\w]+;|[\s\u00ad\u2022\u25aa\uf0b7*#|-]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """``text[i]`` is read from ``source[origin[i]]``; mark-up, hyphens and page furniture are left out.

    ``origin`` is a ``range`` where the passage is contiguous, so that slicing costs nothing. It need not be monotonic:
    a cell of a table continues below the other cells of its row.
    """

    text: str
    origin: Sequence[int]
    source: str = field(repr=False)
    tears: tuple[int, ...] = ()
    """Where other text of the source lies between a code point and the one before it."""

    def __bool__(self) -> bool:
        return bool(self.text)

    def __len__(self) -> int:
        return len(self.text)

    def cut(self, start: int, end: int | None = None) -> Passage:
        """The part from ``start`` to ``end``, without white space around it."""
        part = self.text[start:end]
        tail = part.lstrip()
        start += len(part) - len(tail)
        text = tail.rstrip()
        stop = start + len(text)
        tears = tuple(t - start for t in self.tears if start < t < stop) if self.tears else ()
        return Passage(text, self.origin[start:stop], self.source, tears)

    def insert(self, at: int, text: str) -> Passage:
        """With a sign that the source leaves out, as the comma between surname and given name; ``at`` is above 0."""
        origin = [*self.origin[:at], *([self.origin[at - 1]] * len(text)), *self.origin[at:]]
        tears = tuple(t + len(text) if t > at else t for t in self.tears)
        return Passage(self.text[:at] + text + self.text[at:], origin, self.source, tears)

    def strip(self) -> Passage:
        """Without white space around it."""
        return self.cut(0)

    def pick(self, places: Iterable[int]) -> Passage:
        """The code points at these places alone."""
        kept = list(places)
        return Passage("".join([self.text[i] for i in kept]), [self.origin[i] for i in kept], self.source)

    def squeeze(self) -> Passage:
        """With every run of white space as one space; a soft break stays one."""
        if is_plain(self.text) or not _LOOSE.search(self.text):
            return self
        pieces: list[str] = []
        origin: list[int] = []
        at = 0
        for match in _SPACE.finditer(self.text):
            pieces.append(self.text[at : match.start()])
            origin.extend(self.origin[at : match.start()])
            pieces.append(SOFT_BREAK if SOFT_BREAK in match.group() else " ")
            origin.append(self.origin[match.start()])
            at = match.end()
        pieces.append(self.text[at:])
        origin.extend(self.origin[at:])
        tears = tuple(i for i in range(1, len(origin)) if self._torn(origin[i - 1], origin[i])) if self.tears else ()
        return Passage("".join(pieces), origin, self.source, tears)

    def _torn(self, before: int, here: int) -> bool:
        return here != before + 1 and (here <= before or _interrupts(self.source[before + 1 : here]))

    def split(self, separator: re.Pattern[str]) -> list[Passage]:
        """The parts between the matches of ``separator``, stripped; empty parts too."""
        parts, at = [], 0
        for match in separator.finditer(self.text):
            parts.append(self.cut(at, match.start()))
            at = match.end()
        return [*parts, self.cut(at)]

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Where ``text[start:end]`` stands in the source.

        If other text lies between (a page foot, the next column), the longest uninterrupted part of it.
        ValueError if nothing is asked for.
        """
        stop = len(self.text) if end is None else end
        if stop <= start:
            raise ValueError("an empty stretch has no place in the source")
        inside = [tear for tear in self.tears if start < tear < stop] if self.tears else []
        if not inside:
            return Span(self.origin[start], self.origin[stop - 1] + 1)
        borders = [start, *inside, stop]
        runs = [Span(self.origin[a], self.origin[b - 1] + 1) for a, b in pairwise(borders)]
        return max(runs, key=lambda run: (run.end - run.start, -run.start))


def _interrupts(skipped: str) -> bool:
    return bool(skipped) and not skipped.isspace() and bool(_MARKUP.sub("", skipped))


def whole(source: str, start: int = 0, end: int | None = None) -> Passage:
    """The passage that is ``source[start:end]`` as it stands."""
    stop = len(source) if end is None else end
    return Passage(source[start:stop], range(start, stop), source)


_KEEPS_HYPHEN = re.compile(r"(?:und|oder|bzw\.?|sowie|bis|als|u\.)\b")


def plain(text: str) -> str:
    """Words on one line."""
    return " ".join(text.split())


def is_plain(text: str) -> bool:
    """Whether single spaces are all the white space of a text."""
    return text == " ".join(text.split())


def join(parts: Iterable[Passage], parted_by: str = " ") -> Passage:
    """Lines of one paragraph or cell as one passage: one space between them, hyphens at line ends undone.

    "Tages-" + "ordnung" is "Tagesordnung", "Wuschech-" + "Kolm" keeps its hyphen, "Bau-" + "und" hyphen and space.
    """
    texts: list[str] = []
    origin: list[int] = []
    tears: list[int] = []
    source = ""
    filled = [part for part in parts if part.text]
    if len(filled) == 1:
        return filled[0]
    for part in filled:
        source = part.source
        if texts:
            tail = texts[-1]
            if len(tail) > 1 and tail[-1] in "-\u00ad" and tail[-2].isalpha() and not _KEEPS_HYPHEN.match(part.text):
                if part.text[0].islower() or tail[-1] == "\u00ad":
                    texts[-1] = tail[:-1]
                    origin.pop()
            elif tail[-1:] == "/" and not part.text[0].isspace() and len(tail) > 1 and tail[-2].isalnum():
                pass
            else:
                texts.append(parted_by)
                origin.append(origin[-1] + 1 if origin[-1] + 1 < len(source) else origin[-1])
            between = source[origin[-1] + 1 : part.origin[0]]
            if part.origin[0] <= origin[-1] or _interrupts(between):
                tears.append(len(origin))
        tears.extend(len(origin) + tear for tear in part.tears)
        texts.append(part.text)
        origin.extend(part.origin)
    return Passage("".join(texts), origin, source, tuple(tears))
