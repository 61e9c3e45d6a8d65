"""OParl objects in the making: their addresses, and what all of them have in common.

The address of an object follows from the IRI of its node: ``<base>meeting/rat/2024-01-24`` is described at
``<base>oparl/meeting/rat/2024-01-24.json``. The IRI itself is the object's ``web``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

Object: TypeAlias = dict[str, Any]
"""An OParl object as JSON has it."""

VERSION = "https://schema.oparl.org/1.1/"
"""The version of OParl, as its objects name it."""

_FOLDER = "oparl/"


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of everything below one base."""

    base: str

    def of(self, iri: str) -> str:
        """The address of the object that describes a node."""
        return f"{self.base}{_FOLDER}{iri.removeprefix(self.base)}.json"

    def each(self, iris: Iterable[str]) -> list[str]:
        return [self.of(iri) for iri in iris]

    def page(self, name: str, number: int = 1) -> str:
        """The address of a page of a list; the first one has no number."""
        return self.of(f"{self.base}{name}" if number == 1 else f"{self.base}{name}-{number}")

    def path(self, address: str) -> str:
        """Where the object of an address lies in the folder, with slashes."""
        return address.removeprefix(f"{self.base}{_FOLDER}")

    @property
    def system(self) -> str:
        return self.of(f"{self.base}system")

    @property
    def body(self) -> str:
        return self.of(f"{self.base}body")

    def thing(self, kind: str, iri: str, properties: Mapping[str, Any]) -> Object:
        """An object of a class for a node; properties without a value are left out."""
        own = {"id": self.of(iri), "type": VERSION + kind}
        said = {name: value for name, value in properties.items() if value not in (None, "", [], {})}
        return own | said | {"web": iri}
