"""The OParl objects of a JSON text, with what their properties hold, whatever types a system gives them.

An object is a JSON object whose ``type`` is the address of an OParl class. It stands alone, in a list, in the ``data``
of a list page, or inside another object. What is no OParl is passed over; what has the wrong type is noted.
Names of classes and properties are those of OParl 1.1 (https://oparl.org/spezifikation/); 1.0 has the same ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from protokollgraph.extract.oparl.positions import Json
from protokollgraph.model import Evidence, Span

_TYPE = re.compile(r"https?://schema\.oparl\.org/1\.[01]/([A-Z]\w+)/?")
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_GERMANY = ZoneInfo("Europe/Berlin")

Note = Callable[[str, str, Json], None]
"""Takes the code of a finding, what is wrong in words, and where."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One OParl object."""

    kind: str
    """Name of its class: "AgendaItem"."""
    id: str | None
    node: Json
    members: Mapping[str, Json]
    """Its properties."""
    note: Note

    @property
    def deleted(self) -> bool:
        return self.flag("deleted") is True

    def text(self, name: str) -> str | None:
        """A property's text on one line, None if there is none; a number counts as its digits."""
        value = self.members.get(name)
        if value is None or value.content is None:
            return None
        if isinstance(value.content, str):
            return " ".join(value.content.split()) or None
        if isinstance(value.content, int) and not isinstance(value.content, bool):
            return str(value.content)
        self._wrong(name, value)
        return None

    def count(self, name: str) -> int | None:
        """A property's figure, from 0 to a million."""
        text = self.text(name)
        return int(text) if text is not None and text.isdecimal() and len(text) < 7 else None

    def flag(self, name: str) -> bool | None:
        """A property's truth value."""
        value = self.members.get(name)
        if value is None or value.content is None:
            return None
        if isinstance(value.content, bool):
            return value.content
        if value.content in ("true", "false"):
            return value.content == "true"
        self._wrong(name, value)
        return None

    def day(self, name: str) -> date | None:
        """A property's day; of a moment, the day that it is in Germany."""
        return found.date() if (found := self.moment(name)) else None

    def moment(self, name: str) -> datetime | None:
        """A property's moment as a clock in Germany shows it; a day is its midnight."""
        text = self.text(name)
        if text is None:
            return None
        try:
            found = datetime.fromisoformat(text)
            return found.astimezone(_GERMANY).replace(tzinfo=None) if found.tzinfo else found
        except (ValueError, OverflowError):
            self._wrong(name, self.members[name])
            return None

    def has_clock(self, name: str) -> bool:
        """Whether a moment says more than the day; midnight is what systems write that know no hour."""
        found = self.moment(name)
        return found is not None and found.time() != time.min

    def addresses(self, name: str) -> list[str]:
        """The addresses that a property refers to: itself, in a list, or as the ids of objects that stand there."""
        value = self.members.get(name)
        if value is None or value.content is None:
            return []
        found: list[str] = []
        for each in _listed(value):
            own = each.content.get("id", each) if isinstance(each.content, dict) else each
            if isinstance(own.content, str) and _ADDRESS.fullmatch(own.content.strip()):
                found.append(own.content.strip())
            elif not (isinstance(own.content, str) and not own.content.strip()):
                self._wrong(name, each)
        return list(dict.fromkeys(found))

    def address(self, name: str) -> str | None:
        """The first address that a property refers to."""
        return next(iter(self.addresses(name)), None)

    def things(self, name: str) -> list[Thing]:
        """The objects that stand in a property; those without a type are taken for ``kind`` by whoever asks."""
        value = self.members.get(name)
        nodes = [] if value is None else _listed(value)
        return [_thing(node, self.note, name) for node in nodes if isinstance(node.content, dict)]

    def evidence(self, name: str, rule: str) -> Evidence:
        """Where a property stands; the object itself if there is no such property or it is empty."""
        value = self.members.get(name)
        place = self.node if value is None or value.start == value.end else value
        return Evidence(Span(place.start, place.end), f"oparl.{rule}")

    def _wrong(self, name: str, value: Json) -> None:
        self.note("oparl-wrong-type", f"“{name}” of {self.kind} is not what OParl says; it was left out", value)


def things(root: Json, note: Note) -> Iterator[Thing]:
    """Every object of a text, outer ones before those inside them, in the order of the text."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node.content, dict):
            if _class_of(node) is not None:
                yield _thing(node, note, "")
            inner = list(node.content.values())
        else:
            inner = _listed(node)
        waiting.extend(each for each in reversed(inner) if _is_container(each))


def _is_container(node: Json) -> bool:
    return isinstance(node.content, (dict, tuple))


def _listed(value: Json) -> list[Json]:
    return list(value.content) if isinstance(value.content, tuple) else [value]


def _class_of(node: Json) -> str | None:
    kind = node.content.get("type") if isinstance(node.content, dict) else None
    match = _TYPE.fullmatch(kind.content) if kind is not None and isinstance(kind.content, str) else None
    return match.group(1) if match else None


def _thing(node: Json, note: Note, property: str) -> Thing:
    members = node.content if isinstance(node.content, dict) else {}
    own = members.get("id")
    address = own.content.strip() if own is not None and isinstance(own.content, str) else ""
    kind = _class_of(node) or property[:1].upper() + property[1:]
    return Thing(kind, address if _ADDRESS.fullmatch(address) else None, node, members, note)
