"""Word lists, loaded once: each function returns one of the data files beside this module."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def load(name: str) -> Mapping[str, Any]:
    """The YAML file ``name.yml`` of this folder."""
    text = (files(__name__) / f"{name}.yml").read_text("utf-8")
    data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if not isinstance(data, dict):
        raise TypeError(f"words/{name}.yml must be a table")
    return data


@cache
def given_names() -> Mapping[str, str]:
    """Given name → f, m or u (both)."""
    text = (files(__name__) / "given-names.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return dict(rows)
