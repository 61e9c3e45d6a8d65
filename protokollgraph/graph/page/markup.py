"""What every page of the package has: data that cannot become markup, words, and a policy that allows no other script.

Whatever a protocol says reaches a page as JSON in a ``<script type="application/json">`` block, escaped so that it
cannot end the block, and is shown by the page's script as text nodes only. The Content-Security-Policy allows exactly
the scripts and the style of the file, by hash: even if a text became markup, it could not run or load anything.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from html import escape
from typing import Any

_MARKED = re.compile(r'(<[^<>]*\bdata-word="([a-z_]+)"[^<>]*>)')
_IN_SCRIPT = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_ESCAPED = re.compile("[<>&\u2028\u2029]")


def as_json(data: Mapping[str, Any]) -> str:
    """JSON that cannot end or open anything in HTML, wherever its texts come from."""
    plain = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _ESCAPED.sub(lambda found: _IN_SCRIPT[found.group()], plain)


def closed(parts: Iterable[str]) -> str:
    """Parts of a script, in the order in which they need each other, as one that shares nothing with others."""
    script = "\n".join(parts)
    return f'(() => {{\n"use strict";\n{script}\n}})();'


def worded(template: str, own: Mapping[str, Any]) -> str:
    """The template with its words filled in, so that the page can be read before, and without, its script."""
    return _MARKED.sub(lambda found: found.group(1) + escape(str(own[found.group(2)])).replace("$", "$$"), template)


def policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """The Content-Security-Policy of a page that has these scripts and styles and needs nothing else."""
    allowed = {"default-src": ["'none'"], "img-src": ["data:"], "base-uri": ["'none'"], "form-action": ["'none'"]}
    allowed |= {"script-src": [_hash(each) for each in scripts], "style-src": [_hash(each) for each in styles]}
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in sorted(allowed.items()))


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
