"""The sound of German names as figures: Kölner Phonetik (Hans Joachim Postel, IBM-Nachrichten 19, 1969).

>>> cologne("müller-lüdenscheidt"), cologne("meyer") == cologne("maier")
('65752682', True)
"""

from __future__ import annotations

import re

_PLAIN = str.maketrans("äöüß", "aous")
_ALWAYS = {"b": "1", "f": "3", "v": "3", "w": "3", "g": "4", "k": "4", "q": "4", "l": "5", "m": "6", "n": "6", "r": "7"}
_ALWAYS |= {"s": "8", "z": "8"} | dict.fromkeys("aeijouy", "0")


def cologne(name: str) -> str:
    """The figures of a name in lower case; other letters than German ones say nothing."""
    letters = re.sub(r"[^a-z]", "", name.translate(_PLAIN))
    padded = f" {letters} "
    sounds = "".join(_sound(padded[n - 1], padded[n], padded[n + 1], n == 1) for n in range(1, len(letters) + 1))
    single = re.sub(r"(.)\1+", r"\1", sounds)
    return single[:1] + single[1:].replace("0", "")


def _sound(before: str, letter: str, after: str, first: bool) -> str:
    match letter:
        case "h":
            return ""
        case "p":
            return "3" if after == "h" else "1"
        case "d" | "t":
            return "8" if after in "csz" else "2"
        case "x":
            return "8" if before in "ckq" else "48"
        case "c":
            hard = after in ("ahkloqrux" if first else "ahkoqux") and before not in "sz"
            return "4" if hard else "8"
        case _:
            return _ALWAYS[letter]
