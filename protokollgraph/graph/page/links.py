"""Where the page links to: pages of entities by a template, and what entities are in other registers.

Only addresses of the web (``http``, ``https``) and relative ones become links. Whatever else a template or a register
holds (``javascript:``, ``file:``, another host without a scheme) does not reach the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from protokollgraph.errors import UsageError

_WEB = re.compile(r"https?://[^\s\x00-\x20\x7f<>\"\\^`{|}/?#][^\s\x00-\x20\x7f<>\"\\^`{|}]*", re.IGNORECASE)
_RELATIVE = re.compile(r"(?!//)(?![^/?#]*:)[^\s\x00-\x20\x7f<>\"\\^`{|}]+")
"""Without a colon in its first part, which would be a scheme (RFC 3986, section 4.2), and without a host."""
_PLACE = re.compile(r"\{([^{}]*)\}")
_PLACES = ("path", "iri")
_REMEDY = "Write for example https://data.example.org/id/{path}.html, or ../{path}.html for pages beside this one."


@dataclass(frozen=True, slots=True)
class Pages:
    """Where the pages of entities are.

    UsageError if ``template`` has neither placeholder, or if what comes of it would be no address of the web and no
    relative one.

    >>> Pages("../{path}.html", "https://protokolle.example/id/").page_of("https://protokolle.example/id/person/anke-zaue")
    '../person/anke-zaue.html'
    """

    template: str
    """``{path}`` stands for the part of an IRI after the base, ``{iri}`` for the whole IRI, percent-encoded."""
    base: str
    """What the IRIs of the graph begin with."""

    def __post_init__(self) -> None:
        places = _PLACE.findall(self.template)
        if not places or set(places) - {*_PLACES}:
            raise UsageError(
                f"The address {self.template!r} needs {{path}} or {{iri}}, and nothing else in braces.", _REMEDY
            )
        example = _PLACE.sub("x", self.template)
        if not (_RELATIVE.fullmatch(example) or _WEB.fullmatch(example)):
            raise UsageError(
                f"{self.template!r} is no address to link to: only http, https and relative ones are.", _REMEDY
            )

    def page_of(self, iri: str) -> str | None:
        """The address of an entity's page; None for an entity of another base, which has no ``{path}``."""
        if "{path}" in self.template and not iri.startswith(self.base):
            return None
        values = {"path": quote(iri.removeprefix(self.base).lstrip("/"), safe="/%"), "iri": quote(iri, safe="")}
        return _PLACE.sub(lambda place: values[place.group(1)], self.template)


def of_the_web(addresses: Iterable[str]) -> list[str]:
    """Those of the addresses that a reader can follow.

    >>> of_the_web(["https://d-nb.info/gnd/1", "javascript:alert(1)", "urn:x:1"])
    ['https://d-nb.info/gnd/1']
    """
    return [address for address in addresses if _WEB.fullmatch(address)]
