"""Libraries that come with an extra: imported when a format needs them, with a message that names the extra."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from protokollgraph.errors import FormatError


def library(module: str, extra: str) -> ModuleType:
    """The module, or a FormatError that says how to install the ``extra`` it comes with."""
    try:
        return import_module(module)
    except ImportError as error:
        raise FormatError(
            f"needs {module.partition('.')[0]}, which is not installed.",
            f'Install it with pip install "protokollgraph[{extra}]".',
        ) from error
