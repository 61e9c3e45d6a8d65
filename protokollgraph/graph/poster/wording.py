"""The words on a picture, in German or English: what it shows, of which time, from how many protocols."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from protokollgraph.errors import UsageError
from protokollgraph.graph.interchange.flat import is_day
from protokollgraph.graph.page.views.ties import TOGETHER
from protokollgraph.graph.page.writing import words as words_of_page
from protokollgraph.graph.poster.scene import Scene


class Wording:
    """The words of one language. UsageError if there are none."""

    def __init__(self, language: str) -> None:
        if language not in _words():
            raise UsageError(
                f"There are no words in the language {language!r}.", f"Choose from: {', '.join(_words())}."
            )
        self.language = language
        self.own: Mapping[str, Any] = _words()[language]
        self.page: Mapping[str, Any] = words_of_page()[language]

    def view(self, scene: Scene) -> str:
        """The name of the view."""
        return str(self.page["view_names"].get(scene.view, scene.view))

    def size(self, scene: Scene) -> str:
        """How many nodes and ties there are."""
        key = "size_one_tie" if len(scene.ties) == 1 else "size"
        return self._filled(key, nodes=self.count(len(scene.items)), ties=self.count(len(scene.ties)))

    def period(self, scene: Scene) -> str:
        """From the first protocol to the last; empty if none has a day."""
        first, last = scene.about["first"], scene.about["last"]
        if not first:
            return ""
        if first == last:
            return self.day(first)
        return str(self.page["period"]).format(first=self.day(first), last=self.day(last))

    def notes(self, scene: Scene, unnamed: int) -> list[str]:
        """What stands below: from which protocols the picture is, what its ties mean, what it leaves out."""
        meaning = self.own["together" if scene.view == TOGETHER else "stated"]
        return [line for line in (self._source(scene), meaning, self._left_out(scene), self._unnamed(unnamed)) if line]

    def _left_out(self, scene: Scene) -> str:
        if not (missing := scene.about["left_out"]):
            return ""
        numbers = {name: self.count(missing[name]) for name in ("nodes", "edges")}
        told = str(self.page["left_out"]).format(**numbers)
        return f"{told[:1].upper()}{told[1:]}."

    def _source(self, scene: Scene) -> str:
        protocols, period = scene.about["protocols"], self.period(scene)
        key = "source" if period else "source_undated"
        key += "_one" if protocols == 1 else ""
        return self._filled(key, protocols=self.count(protocols), period=period)

    def _unnamed(self, number: int) -> str:
        if not number:
            return ""
        return self._filled("unnamed_one" if number == 1 else "unnamed", n=self.count(number))

    def meetings(self, number: int) -> str:
        """A number of meetings."""
        return self._filled("meeting" if number == 1 else "meetings", n=self.count(number))

    def description(self, scene: Scene) -> str:
        """The picture in words, for whoever does not see it."""
        names = "; ".join(item.name for item in scene.items[:5])
        return self._filled("description", view=self.view(scene), size=self.size(scene), names=names)

    def day(self, iso: str) -> str:
        """A day as readers of the language write it; what is no day of the calendar stays as it is."""
        if not is_day(iso):
            return iso
        found, months = date.fromisoformat(iso), self.own["months"]
        name = months[found.month - 1] if months else ""
        return str(self.own["day"]).format(day=found.day, month=found.month, year=found.year, name=name)

    def count(self, number: int) -> str:
        """A number with its thousands apart."""
        return f"{number:,}".replace(",", self.own["thousands"])

    def _filled(self, key: str, **values: str) -> str:
        return str(self.own[key]).format(**values)


@cache
def _words() -> dict[str, dict[str, Any]]:
    content: dict[str, dict[str, Any]] = json.loads(
        files(__package__).joinpath("words.json").read_text(encoding="utf-8")
    )
    return content
