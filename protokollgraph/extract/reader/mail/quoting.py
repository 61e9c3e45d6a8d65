"""What somebody wrote in a mail himself: other mails that are quoted below or between, and his signature, set apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from protokollgraph.extract.words import load

_QUOTED = re.compile(r"\s?>")
_SIGNATURE = re.compile(r"-- ?\r?$|\u2014 ?$")
_LINES_OF_HEAD = 6
_LINES_OF_INTRODUCTION = 3


@dataclass(frozen=True, slots=True)
class Own:
    """What the sender wrote, and how many lines of other mails and of his signature were set apart."""

    text: str
    quoted: int = 0
    signature: int = 0


def own(text: str) -> Own:
    """The sender's own lines.

    What he wrote between or below lines that are marked as quoted stays; below the head of a mail that is quoted
    without marks, everything is that mail's.
    """
    lines = text.splitlines()
    kept: list[str] = []
    quoted = signature = 0
    at = 0
    signed = False
    while at < len(lines):
        line = lines[at]
        introduced = _introduction(lines, at)
        if introduced and _QUOTED.match(_next_filled(lines, at + introduced)):
            quoted += introduced
            at += introduced
            signed = False
        elif introduced or _is_border(line) or _is_head(lines, at):
            return Own(_joined(kept), quoted + _filled(lines[at:]), signature)
        elif _QUOTED.match(line):
            quoted += 1
            at += 1
            signed = False
        else:
            signed = signed or bool(_SIGNATURE.match(line))
            signature += signed
            if not signed:
                kept.append(line)
            at += 1
    return Own(_joined(kept), quoted, signature)


def _next_filled(lines: list[str], at: int) -> str:
    return next((lines[index] for index in range(at, len(lines)) if lines[index].strip()), "")


def _joined(lines: list[str]) -> str:
    return "\n".join(lines).strip("\n") + "\n"


def _filled(lines: list[str]) -> int:
    return sum(bool(line.strip()) for line in lines)


def _introduction(lines: list[str], at: int) -> int:
    """Over how many lines a quoted mail is introduced from here on; 0 if it is not."""
    pattern = _words()["introduction"]
    if not lines[at].startswith(_words()["begins"]):
        return 0
    for count in range(1, _LINES_OF_INTRODUCTION + 1):
        if pattern.fullmatch(" ".join(line.strip() for line in lines[at : at + count])):
            return count
    return 0


def _is_border(line: str) -> bool:
    stripped = line.strip(" \t-_*:")
    return stripped in _words()["borders"] and (stripped != line.strip() or line.rstrip().endswith(":"))


def _is_head(lines: list[str], at: int) -> bool:
    """Whether the head of a quoted mail begins: "Von: …", "Gesendet: …", "An: …"."""
    if not _words()["from"].match(lines[at]):
        return False
    below = lines[at + 1 : at + _LINES_OF_HEAD]
    return sum(bool(_words()["more"].match(line)) for line in below) > 1


@cache
def _words() -> dict[str, Any]:
    data = load("mail")

    def label(names: list[str]) -> re.Pattern[str]:
        return re.compile(rf"\*?(?:{'|'.join(map(re.escape, names))})\s?:\*?\s")

    return {
        "borders": frozenset(data["borders"]),
        "introduction": re.compile(data["introduction"]),
        "begins": tuple(f"{word} " for word in data["begins"]),
        "from": label(data["from"]),
        "more": label(data["more"]),
    }
