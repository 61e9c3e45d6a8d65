"""What a user is told in short: how a build went, which questions there are."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from protokollgraph.graph.layout import one_line
from protokollgraph.graph.query import Table
from protokollgraph.graph.shipped import shipped_queries

if TYPE_CHECKING:
    from protokollgraph.graph.build_report import BuildReport

SHOWN = 20
"""So many findings are shown one by one; of the others only the number."""


def of_build(report: BuildReport, store: str) -> str:
    """Counts, then the findings: first how many of each kind, then the gravest with their documents."""
    counts = {
        "added": report.added,
        "changed": report.changed,
        "unchanged": report.unchanged,
        "removed": report.removed,
        "missing but kept (drop them with --remove-missing)": report.missing,
        "failed": report.failed,
    }
    told = ", ".join(f"{len(names)} {label}" for label, names in counts.items() if names) or "no documents"
    lines = [f"{told}: {report.quads} statements in {store} ({report.seconds:.1f} s)"]
    if report.questions:
        lines.append(f"Who is who: {report.questions} open questions; protokollgraph review asks them.")
    return "\n".join([*lines, *_findings(report)])


def _findings(report: BuildReport) -> list[str]:
    if not report.findings:
        return []
    kinds = Counter(f"{finding.code} ({finding.severity})" for _, finding in report.findings)
    head = ", ".join(f"{count} × {kind}" for kind, count in sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0])))
    grave = [(name, finding) for name, finding in report.findings if finding.severity != "notice"]
    lines = [f"  {one_line(name)}: {finding.severity}: {one_line(finding.message)}" for name, finding in grave[:SHOWN]]
    more = [f"  … and {len(grave) - SHOWN} more"] if len(grave) > SHOWN else []
    return [
        f"Findings: {head}",
        *lines,
        *more,
        "  protokollgraph check FILE shows all of one document with their lines.",
    ]


def of_questions() -> Table:
    """The shipped questions: name, what they answer, what they can be limited to."""
    rows = ((each.name, each.title_en, ", ".join(p.name for p in each.parameters)) for each in shipped_queries())
    return Table(("name", "question", "parameters"), tuple(rows))
