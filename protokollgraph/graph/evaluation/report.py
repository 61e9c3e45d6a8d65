"""An evaluation as text for readers and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Sequence

from protokollgraph.errors import UsageError
from protokollgraph.graph.evaluation.figures import Deviation, Evaluation, Figures
from protokollgraph.graph.evaluation.relation import Relation
from protokollgraph.graph.layout import one_line, table

ALL = "all"
_MACRO = "macro F1"


def relations(name: str) -> tuple[Relation, ...]:
    """The relation of this name, with blanks or hyphens; all of them for "all". UsageError if there is none."""
    if name == ALL:
        return tuple(Relation)
    known = {relation.replace(" ", "-"): relation for relation in Relation}
    wanted = name.strip().casefold().replace(" ", "-")
    if wanted not in known:
        raise UsageError(f"There is no relation {name!r}.", f"There are: {', '.join(known)}; --errors alone takes all.")
    return (known[wanted],)


def as_text(
    evaluations: Sequence[Evaluation], errors: Collection[Relation] = (), *, bold: Callable[[str], str] = str
) -> str:
    """A table of figures: all those of one set, or the F1 of several beside each other; then the errors asked for."""
    figures = _of_one(evaluations[0], bold) if len(evaluations) == 1 else _of_several(evaluations, bold)
    return "\n".join([figures, *(_errors(evaluations, errors, bold) if errors else ())])


def _of_one(evaluation: Evaluation, bold: Callable[[str], str]) -> str:
    header = ("relation", "precision", "recall", "F1", "facts", "missing", "wrong")
    rows = [
        (relation, *map(_decimal, (each.precision, each.recall, each.f1)), *map(_whole, _counts(each)))
        for relation, each in evaluation.relations.items()
    ]
    return table(header, [*rows, (_MACRO, "", "", _decimal(evaluation.macro_f1), "", "", "")], bold=bold)


def _counts(figures: Figures) -> tuple[float, float, float]:
    return figures.facts, figures.missing, figures.wrong


def _of_several(evaluations: Sequence[Evaluation], bold: Callable[[str], str]) -> str:
    known = [relation for relation in Relation if any(relation in each.relations for each in evaluations)]
    rows = [
        (
            relation,
            *(_decimal(each.relations[relation].f1) if relation in each.relations else "" for each in evaluations),
        )
        for relation in known
    ]
    macro = (_MACRO, *(_decimal(each.macro_f1) for each in evaluations))
    return table(("F1", *(each.name for each in evaluations)), [*rows, macro], bold=bold)


def _errors(
    evaluations: Sequence[Evaluation], relations: Collection[Relation], bold: Callable[[str], str]
) -> Iterator[str]:
    """The errors, relation by relation, each with its file and line."""
    known = {
        relation: [(each.name, error) for each in evaluations for own, error in each.deviations if own == relation]
        for relation in relations
    }
    if not any(known.values()):
        yield f"\nNo errors in {', '.join(relations) if len(relations) == 1 else 'any relation'}."
    for relation, errors in known.items():
        if errors:
            yield "\n" + bold(f"{relation}: {len(errors)} error{'s' if len(errors) > 1 else ''}")
        for name, error in errors:
            file = f"{name}/{error.file}" if len(evaluations) > 1 else error.file
            where = f"{file}:{error.place}" if error.place else file
            yield f"  {error.what:9}  {one_line(where)}  {_said(error)}"


def _said(deviation: Deviation) -> str:
    if deviation.expected and deviation.found:
        return f"{one_line(deviation.expected)} ≠ {one_line(deviation.found)}"
    return one_line(deviation.expected or deviation.found)


def _decimal(figure: float) -> str:
    return f"{figure:.3f}"


def _whole(count: float) -> str:
    return f"{count:.1f}".removesuffix(".0")


def as_json(evaluations: Sequence[Evaluation], errors: Collection[Relation] = ()) -> str:
    """``{"sets": [{"name", "macro_f1", "absent", "relations": {…}, "errors": […]}]}``; errors only of ``errors``."""
    return json.dumps({"sets": [_set(each, errors) for each in evaluations]}, ensure_ascii=False, indent=1) + "\n"


def _set(evaluation: Evaluation, errors: Collection[Relation]) -> dict[str, object]:
    told: dict[str, object] = {
        "name": evaluation.name,
        "macro_f1": round(evaluation.macro_f1, 4),
        "absent": list(evaluation.absent),
        "relations": {relation: _figures(each) for relation, each in evaluation.relations.items()},
    }
    if errors:
        told["errors"] = [_error(*each) for each in evaluation.deviations if each[0] in errors]
    return told


def _figures(figures: Figures) -> dict[str, float]:
    names = ("precision", "recall", "f1", "facts", "missing", "wrong")
    return {name: round(getattr(figures, name), 4) for name in names}


def _error(relation: Relation, deviation: Deviation) -> dict[str, object]:
    return {
        "relation": relation,
        "what": deviation.what,
        "file": deviation.file,
        "place": deviation.place,
        "expected": deviation.expected,
        "found": deviation.found,
    }
