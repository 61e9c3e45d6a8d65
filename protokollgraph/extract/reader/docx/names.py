"""Names of Office Open XML (ISO/IEC 29500), as lxml writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
APP = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute of an element that may be missing."""
    if element is None:
        return None
    found = element.get(W + name)
    return None if found is None else str(found)


def number(element: Element | None, name: str = "val") -> int | None:
    """An attribute that is a whole number; None for anything else."""
    text = value(element, name)
    return int(text) if text is not None and text.lstrip("-").isdecimal() and len(text) < 10 else None


def switched_on(element: Element | None) -> bool | None:
    """A property such as ``w:b``: on when it is there, unless it says otherwise; None if it is not there."""
    if element is None:
        return None
    return value(element) not in ("0", "false", "off", "none")
