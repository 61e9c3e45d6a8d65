"""Which program made a graph: its version, and the rules that it read with."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path


def installed_version() -> str:
    """The version of the installed package; "0" where it runs without being installed."""
    try:
        return version("protokollgraph")
    except PackageNotFoundError:
        return "0"


@cache
def fingerprint() -> str:
    """The version, and a digest of the rules: what other rules have read is read again."""
    digest = hashlib.sha256()
    root = Path(str(files("protokollgraph")))
    for path in sorted(p for part in ("extract", "graph", "ontology") for p in (root / part).rglob("*")):
        if path.suffix in (".py", ".yml", ".tsv"):
            digest.update(path.read_bytes())
    return f"{installed_version()} {digest.hexdigest()[:16]}"
