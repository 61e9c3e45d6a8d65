"""A graph built of some files, to be asked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from protokollgraph.graph.build import build
from protokollgraph.graph.build_report import BuildReport
from protokollgraph.graph.store import GraphStore
from protokollgraph.ontology.iris import DEFAULT_BASE
from protokollgraph.ontology.namespaces import PREFIXES

PROLOGUE = "".join(f"PREFIX {prefix}: <{namespace}> " for prefix, namespace in PREFIXES.items())


class Built:
    """A graph built of some files, to be asked."""

    def __init__(self, folder: Path, files: Mapping[str, Any]) -> None:
        self.sources, self.store = folder / "files", folder / "store"
        self.sources.mkdir(exist_ok=True)
        for name, content in files.items():
            text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False, indent=1)
            (self.sources / name).write_text(text, encoding="utf-8")
        self.report: BuildReport = build([self.sources], self.store, jobs=1)

    def ask(self, query: str) -> list[tuple[str, ...]]:
        with GraphStore.reader(self.store) as store:
            rows: Any = store.query(PROLOGUE + query)
            return sorted(tuple(each.value.removeprefix(DEFAULT_BASE) for each in row) for row in rows)
