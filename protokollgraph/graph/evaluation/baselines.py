"""The release gate: figures that were reached once, below which no relation may fall.

A baseline is a JSON file: set, relation, figures. It is written with one relation a line, so that a change of it can be
reviewed::

    {
     "gold": {
      "meeting": {"precision": 1.0, "recall": 0.98, "f1": 0.9899, "facts": 57},
      …
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import msgspec

from protokollgraph.errors import UsageError
from protokollgraph.graph.evaluation.figures import Evaluation, Figures
from protokollgraph.graph.evaluation.relation import Relation

TOLERANCE = 0.0
"""So much a figure may fall."""
DIGITS = 4
"""Figures are kept and compared with so many decimals."""
_HINT = "Write one with: protokollgraph evaluate GOLD_DIR --write-baseline FILE."
_NAMES = {"precision": "precision", "recall": "recall", "f1": "F1"}


@dataclass(frozen=True, slots=True)
class Reached:
    """The figures of one relation."""

    precision: float
    recall: float
    f1: float
    facts: float = 0
    """Of the gold; told, not compared."""

    @classmethod
    def of(cls, figures: Figures) -> Reached:
        """As they are kept."""
        return cls(*(round(each, DIGITS) for each in (figures.precision, figures.recall, figures.f1, figures.facts)))


Baseline: TypeAlias = Mapping[str, Mapping[Relation, Reached]]
"""Set to relation to figures."""


@dataclass(frozen=True, slots=True)
class Fall:
    """A relation that fell in a set."""

    name: str
    relation: Relation
    before: Reached
    now: Reached

    def __str__(self) -> str:
        fell = (
            f"{label} {getattr(self.before, key):.{DIGITS}f} → {getattr(self.now, key):.{DIGITS}f}"
            for key, label in _NAMES.items()
            if getattr(self.now, key) < getattr(self.before, key) - TOLERANCE
        )
        return f"{self.name}: {self.relation} fell: {', '.join(fell)}."


def read(path: Path) -> Baseline:
    """The baseline in a file. UsageError if there is none, or something else."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return msgspec.convert(data, dict[str, dict[Relation, Reached]])
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}.", _HINT) from error
    except json.JSONDecodeError as error:
        raise UsageError(f"{path}, line {error.lineno}: is no JSON: {error.msg}.", _HINT) from error
    except (msgspec.ValidationError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: is no baseline: {error}.", _HINT) from error


def write(evaluations: Iterable[Evaluation], path: Path) -> None:
    """Put the figures into the file; other sets that stand there stay. UsageError if it is something else."""
    sets = dict(read(path)) if path.is_file() else {}
    for each in evaluations:
        sets[each.name] = {relation: Reached.of(figures) for relation, figures in each.relations.items()}
    path.write_text("".join(_lines(sets)), encoding="utf-8")


def fallen(evaluations: Sequence[Evaluation], baseline: Baseline) -> tuple[Fall, ...]:
    """The relations that fell. UsageError if the baseline lacks one of the sets."""
    for each in evaluations:
        if each.name not in baseline:
            raise UsageError(f"The baseline has no figures of {each.name!r}.", _HINT)
    return tuple(fall for each in evaluations for fall in _fallen(each, baseline[each.name]))


def _fallen(evaluation: Evaluation, reached: Mapping[Relation, Reached]) -> Iterator[Fall]:
    for relation in Relation:
        figures = evaluation.relations.get(relation, Figures())
        now = Reached.of(figures)
        before = reached.get(relation)
        if before is None:  # wrong facts where there were none, and the gold has none either
            if figures.wrong and not figures.facts:
                yield Fall(evaluation.name, relation, Reached(1.0, 0.0, 0.0), now)
        elif any(getattr(now, key) < getattr(before, key) - TOLERANCE for key in _NAMES):
            yield Fall(evaluation.name, relation, before, now)


def _lines(sets: Baseline) -> Iterator[str]:
    yield "{\n"
    for number, name in enumerate(sorted(sets), 1):
        rows = [f"  {json.dumps(key)}: {json.dumps(_plain(sets[name][key]))}" for key in Relation if key in sets[name]]
        inside = "{\n" + ",\n".join(rows) + "\n }" if rows else "{}"
        yield f" {json.dumps(name, ensure_ascii=False)}: {inside}{',' if number < len(sets) else ''}\n"
    yield "}\n"


def _plain(reached: Reached) -> object:
    return msgspec.to_builtins(reached)
