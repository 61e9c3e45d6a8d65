"""From text to statements on one core, beside a small reader that is nothing but regular expressions.

::

    python -m benchmarks.extract [--protocols N]

Both read the same minutes in turn, in one process and one run; only their ratio can be compared between machines.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable, Iterable
from itertools import islice

from benchmarks import generate, minutes
from protokollgraph.extract.extractor import extract
from protokollgraph.model import Document

WARM_UP = 20
ROUNDS = 3

_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_PATTERNS = {
    "date": re.compile(rf"(\d{{1,2}})\. ({_MONTHS}) (\d{{4}})|(\d{{1,2}})\.(\d{{1,2}})\.(\d{{4}})"),
    "body": re.compile(r"(?:Niederschrift|Protokoll|Sitzung)\b.*?\b(?:des|der) ([A-ZÄÖÜ][\w -]+)"),
    "chair": re.compile(r"(?:Vorsitz(?:ende[rn]?)?|Leitung|Moderation): *(.+)"),
    "item": re.compile(r"(?m)^(?:Punkt|TOP|zu TOP)? ?(\d+(?:\.\d+)?)(?: der Tagesordnung)?[.:)]? +(.+)"),
    "paper": re.compile(r"(?:Vorlage|Drucksache|Antrag):? *(\d+/\d+(?:/\d+)?)"),
    "result": re.compile(r"Abstimmungsergebnis: *\n?(.+)"),
    "figures": re.compile(r"(\d+) (Ja|Nein|Stimm|Enthaltung)"),
    "outcome": re.compile(r"zugestimmt|abgelehnt|vertagt|verwiesen|zur Kenntnis|einstimmig|mehrheitlich|empfiehlt"),
}


def baseline(document: Document) -> dict[str, list[object]]:
    """What regular expressions alone find: every match, right or wrong, and of nobody in particular."""
    return {name: pattern.findall(document.text) for name, pattern in _PATTERNS.items()}


def documents(examples: Iterable[generate.Example]) -> list[Document]:
    """The texts as the reader gives them."""
    return [Document(example.name, example.text, f"{number:064x}") for number, example in enumerate(examples)]


def measure(read: Callable[[Document], object], texts: list[Document]) -> float:
    """Seconds of this process for one document: the fastest of some rounds, each of other texts."""
    for text in texts[:WARM_UP]:
        read(text)
    rounds = []
    for number in range(ROUNDS):
        unread = texts[WARM_UP + number :: ROUNDS]
        start = time.process_time()
        for text in unread:
            read(text)
        rounds.append((time.process_time() - start) / len(unread))
    return min(rounds)


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--protocols", type=int, default=400)
    count = WARM_UP + parser.parse_args().protocols
    kinds = {
        "minutes of a council": documents(minutes.minutes(count)),
        "Ergebnisprotokolle": documents(islice(generate.protocols(count), count)),
    }
    print(f"{'':24}{'characters':>11}{'protocols/s':>13}{'baseline/s':>12}{'ratio':>8}")
    for kind, texts in kinds.items():
        alone, ours = measure(baseline, texts), measure(extract, texts)
        size = sum(len(text.text) for text in texts) // len(texts)
        print(f"{kind:24}{size:11,}{1 / ours:13,.0f}{1 / alone:12,.0f}{ours / alone:8.1f}")


if __name__ == "__main__":
    main()
