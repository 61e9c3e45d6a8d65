"""What of a web page is the document: menus, notices and forms around it are left out, never what holds most text.

Portals print attendance lists and agendas as links, so a list of links is no menu for that alone. The words are data
(``words/web.yml``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from protokollgraph.extract import names
from protokollgraph.extract.words import load

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Walk = Callable[["Element"], Iterator[tuple[str, "Element"]]]
"""The elements of a tree, each with "start" and "end", without recursion."""

_MOST = 0.5
"""What holds a larger share of the text is never left out."""
_MAIN = 0.6
"""The element that is called the main one holds at least such a share."""
_LINKED = 0.4
"""Mostly links: such a share of the text."""
_MENU_SHARE, _MENU_LINKS, _MENU_LENGTH = 0.85, 5, 30
"""A menu that nobody calls one: so much of it links, so many, so short on average."""
_TOKEN = re.compile(r"[A-ZÄÖÜ]?[a-zäöüß]+|[A-ZÄÖÜ]+")
_NUMBERED = re.compile(r"\W*(?:TOP|Ö|N|Punkt)?\s*\d|(?:Herrn?|Frau|Dr\.|Prof\.)\s")
_MENU_TAGS = frozenset(("ul", "ol", "div", "td", "p", "table", "section", "font", "center"))


@dataclass(slots=True)
class _Weight:
    """How much text stands in an element, how much of it in links, and in how many."""

    text: int = 0
    linked: int = 0
    links: int = 0
    telling: int = 0
    """Links that number an item or name a person."""


class Furniture:
    """Which elements of a page are left out."""

    def __init__(self, root: Element, walk: Walk) -> None:
        self._weights = _weighed(root, walk)
        self._total = max(1, self._weights[root].text)
        self.main = self._main(root, walk)
        self._semantic = self.main is not root
        self.left_out = 0
        """How many characters of text, links aside, were left out."""

    def holds(self, element: Element) -> bool:
        """True for an element that is left out, with all in it; call it once for each."""
        tag = element.tag
        if element is self.main:
            return False
        if is_unseen(element):
            return True
        weight = self._weights.get(element)
        if weight is None or not isinstance(tag, str) or weight.text > self._total * _MOST:
            return False
        called = _tokens(element)
        mostly_links = weight.linked >= weight.text * _LINKED
        found = (
            tag in _words("tags")
            or str(element.get("role")).lower() in _words("roles")
            or _is_called(called, "names")
            or (mostly_links and (tag in _words("linked_tags") or _is_called(called, "linked_names")))
            or (not self._semantic and _is_menu(tag, weight))
        )
        if found:
            self.left_out += weight.text - weight.linked
        return found

    def _main(self, root: Element, walk: Walk) -> Element:
        """The element that is called the main one, if it holds most of what is no furniture; else the whole page."""
        best: tuple[int, Element] | None = None
        for event, element in walk(root):
            if event == "end" or not isinstance(element.tag, str):
                continue
            semantic = element.tag == "main" or element.get("role") == "main"
            called = semantic or element.tag == "article" or _is_called(_tokens(element), "main")
            weight = self._weights[element]
            plain = weight.text - weight.linked
            whole = self._weights[root].text - self._weights[root].linked
            if (
                called
                and plain >= whole * (_MAIN if not semantic else _MAIN / 2)
                and (best is None or plain >= best[0])
            ):
                best = (plain, element)
        return best[1] if best else root


def _weighed(root: Element, walk: Walk) -> dict[Element, _Weight]:
    found: dict[Element, _Weight] = {}
    open_elements: list[Element] = []
    unseen = 0
    in_link = 0
    for event, element in walk(root):
        if event == "start":
            found[element] = _Weight()
            unseen += element.tag in _words("unseen")
            in_link += element.tag == "a"
            open_elements.append(element)
            _add(found[element], element.text, unseen, in_link)
            continue
        open_elements.pop()
        unseen -= element.tag in _words("unseen")
        own = found[element]
        if element.tag == "a":
            in_link -= 1
            own.links += bool(own.text)
            own.telling += bool(own.text) and _tells("".join(element.itertext()))
        if open_elements:
            above = found[open_elements[-1]]
            above.text += own.text
            above.linked += own.linked
            above.links += own.links
            above.telling += own.telling
            _add(above, element.tail, unseen, in_link)
    return found


def _add(weight: _Weight, text: str | None, unseen: int, in_link: int) -> None:
    if text and not unseen:
        length = len(" ".join(text.split()))
        weight.text += length
        weight.linked += length if in_link else 0


def _tells(text: str) -> bool:
    """Whether a link is no word of a menu: it numbers an item or names a person."""
    words = text.split(maxsplit=1)
    return bool(words) and (bool(_NUMBERED.match(text)) or (len(words) > 1 and names.is_given(words[0].strip(","))))


def _is_menu(tag: str, weight: _Weight) -> bool:
    return (
        tag in _MENU_TAGS
        and weight.links >= _MENU_LINKS
        and weight.linked >= weight.text * _MENU_SHARE
        and weight.linked <= weight.links * _MENU_LENGTH
        and weight.telling * 5 < weight.links
    )


def is_unseen(element: Element) -> bool:
    """Whether a browser prints nothing of an element."""
    style = (element.get("style") or "").replace(" ", "").lower()
    hidden = element.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style
    return hidden or not isinstance(element.tag, str) or element.tag in _words("unseen")


def is_quote(element: Element) -> bool:
    """Whether an element of a mail in HTML is a mail that it quotes."""
    if element.tag == "blockquote" and element.get("type") == "cite":
        return True
    names = f"{element.get('id') or ''} {element.get('class') or ''}".split()
    return any(name.lower() in _words("quotes") for name in names)


def _tokens(element: Element) -> frozenset[str]:
    text = f"{element.get('id') or ''} {element.get('class') or ''}"
    if text == " ":
        return frozenset()
    whole = (re.sub(r"\W|_", "", name).lower() for name in text.split())
    return frozenset((*(token.lower() for token in _TOKEN.findall(text)), *whole))


def _is_called(tokens: frozenset[str], table: str) -> bool:
    if not tokens:
        return False
    words = _words(table)
    return not words.isdisjoint(tokens) or any(
        len(word) > 4 and word in token for token in tokens if len(token) > 5 for word in words
    )


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(load("web")[table])
