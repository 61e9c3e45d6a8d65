"""The programmes that fund projects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from protokollgraph.extract import hints
from protokollgraph.extract.draft import Draft, Unit, evidence
from protokollgraph.extract.words import load
from protokollgraph.model import EntityKind, ProjectFact


@cache
def known() -> frozenset[str]:
    """The abbreviations of programmes that need no introduction."""
    return frozenset(load("programmes")["known"])


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    shorts = "|".join(re.escape(p) for p in sorted(load("programmes")["known"], key=len, reverse=True))
    nouns = "|".join(load("programmes")["nouns"])
    return (
        re.compile(
            rf"(?<![\w-])(?P<short>{shorts})-(?:Strukturf\w+-)?(?:[Pp]rojekt|[Vv]orhaben|Antrag|Förder|Mittel|Skizze)"
        ),
        re.compile(rf"(?<![\w-])(?P<long>(?:{nouns})(?:s|es)?\s+„(?P<name>[^„“”]{{3,80}})[“”])"),
        re.compile(rf"\((?:[^()]*[,;]\s*)?(?P<short>{shorts})(?:\s*[,;][^()]*)?\)"),
        re.compile(
            r"(?:aus|über|durch|mit|im|nach)\s+(?:(?:dem|der|den|das|Mitteln\s+(?:aus\s+)?(?:dem|des|der)?)\s*)?"
            rf"(?:(?:{nouns})s?\s+)?(?P<short>{shorts})(?:-?(?:[Ff]örderung|Mitteln?|Programm|Richtlinie|struktur\w*"
            r"|förderung))?(?![\w])"
        ),
        re.compile(
            rf"(?:Programm|Förderprogramm|Förderung|Finanzierung|Fördermittel)\s*:\s*(?P<short>{shorts})(?![\w])"
        ),
        re.compile(rf"(?:^|,\s)(?P<short>{shorts})(?=\s?(?:,|\.|;|$))"),
    )


_PROGRAMME = hints.bit(lambda: ("rogramm", *known()))
_DENIED = re.compile(r"\b(?:nicht|kein\w*|statt|anstelle)\b[^.]{0,20}$")
_ASKED = re.compile(r"(?:^|[\s(])[Oo]b\s[^;?!]*$")
"""“Ob eine Förderung … möglich ist”: what is only asked funds nothing."""
_IMPOSSIBLE = re.compile(
    r"[^.;,]{0,30}\b(?:nicht\s(?:mehr\s)?(?:möglich|förderfähig|vorgesehen)|ausgeschlossen|unzulässig)\b"
)


def _named(text: str) -> Iterator[re.Match[str]]:
    if not hints.of(text) & _PROGRAMME:
        return
    for pattern in _patterns():
        match = pattern.search(text)
        if match and _ASKED.search(text[: match.start()]):
            continue
        if match and not _DENIED.search(text[: match.start()]) and not _IMPOSSIBLE.match(text[match.end() :]):
            yield match


def fact(draft: Draft, unit: Unit, start: int, end: int, project: str) -> ProjectFact | None:
    """The programme that a sentence says the project is funded from."""
    match = next(_named(unit.passage.text[start:end]), None)
    if match is None:
        return None
    groups = match.groupdict()
    if groups.get("long"):
        noun = re.sub(r"(?<=programm)(?:e?s)$", "", match["long"].split(" ")[0])
        name, group = f"{noun} „{match['name']}“", "long"
        aliases: tuple[str, ...] = (match["name"],)
    else:
        name, group, aliases = match["short"], "short", ()
        if re.match(r"-?[Ii]nfra", match.string[match.end("short") :]) and name == "GRW":
            name = "GRW-Infrastruktur"
    key = draft.gazetteer.thing(EntityKind.PROGRAMME, name, *aliases)
    named = evidence(unit.passage, "projects.programme", start=start + match.start(group), end=start + match.end(group))
    draft.gazetteer.mention(key, named)
    where = evidence(unit.passage, "projects.programme", start=start, end=end)
    return ProjectFact(project, where, programme=key)
