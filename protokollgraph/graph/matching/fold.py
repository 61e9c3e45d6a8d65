"""Spellings made comparable: case, umlauts, accents, quotes and dashes.

>>> fold("Müller"), fold("Mueller"), fold("Kubašojc"), fold("Groß–Köris")
('muller', 'muller', 'kubasojc', 'gross-koris')
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import OSA

_SINGLE = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ı": "i", "\u00ad": None, "’": "'", "‘": "'"}
    | dict.fromkeys("‐‑‒–—−", "-")
    | dict.fromkeys('„“”«»‚"', " ")
)
_WRITTEN_OUT = re.compile(r"(?<![aeouq])([aou])e")
"""ae, oe and ue for umlauts, but not in "Bauer", "neue" or "Quelle"."""
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Lower case without accents; ä and ae, ß and ss are the same; quotes are gone, dashes are hyphens."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_SINGLE))
        text = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_SINGLE)
    else:
        text = text.lower().replace('"', " ")
    return " ".join(_WRITTEN_OUT.sub(r"\1", text).split())


def words(folded: str) -> list[str]:
    """The words of a folded text; hyphens separate, "&" is "und"."""
    return _WORD.findall(folded.replace("&", " und "))


def typos(one: str, other: str, limit: int) -> int | None:
    """How many slips of the pen lie between two words (a swap counts as one); None if more than ``limit``."""
    distance = OSA.distance(one, other, score_cutoff=limit)
    return distance if distance <= limit else None
