"""The words of a decision: which act a sentence performs, or that it performs none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from protokollgraph.extract import hints
from protokollgraph.extract.words import load
from protokollgraph.model import DecisionKind, Outcome


@dataclass(frozen=True, slots=True)
class Act:
    """What is done, and where the words for it stand."""

    kind: DecisionKind
    outcome: Outcome
    start: int
    end: int
    words: str


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("…", r"[^;]*?"))


@cache
def _acts() -> list[tuple[DecisionKind, Outcome, re.Pattern[str]]]:
    return [
        (DecisionKind(act["kind"]), Outcome(act["outcome"]), _compiled(pattern))
        for act in load("decisions")["acts"]
        for pattern in act["patterns"]
    ]


@cache
def _shortlist() -> hints.Shortlist:
    return hints.Shortlist([_literal(pattern) for act in load("decisions")["acts"] for pattern in act["patterns"]])


def _literal(pattern: str) -> tuple[str, ...]:
    """Letters of which one stands in every match of a pattern, so that most sentences need no search.

    >>> _literal(r"\\blehn(?:t|en)\\b…\\bab\\b")
    ('lehn',)
    >>> _literal(r"(?:weiter)?(?:verwiesen|überwiesen)")
    ('verwiesen', 'überwiesen')
    """
    plain = re.sub(r"\[[^\]]*\][?*+]?|\(\?[!=<][^()]*\)", " ", pattern)
    groups = [inner.split("|") for inner in re.findall(r"\((?:\?:)?([^()]*)\)(?![?*{])", plain)]
    while (fewer := re.sub(r"\((?:\?:|\?P<\w+>)?[^()]*\)(?:[?*+]|\{[^}]*\})?", " ", plain)) != plain:
        plain = fewer
    longest = max(_letters(plain), key=len, default="")
    if len(longest) > 2:
        return (longest,)
    choices = [[max(_letters(each), key=len, default="") for each in group] for group in groups]
    return tuple(max(choices, key=lambda words: min(map(len, words)), default=[longest]))


def _letters(pattern: str) -> list[str]:
    return re.findall(r"[^\W\d_]{2,}", re.sub(r"\\.|[^\W\d_]\?", " ", pattern))


@cache
def _nominal() -> list[tuple[DecisionKind, Outcome, re.Pattern[str]]]:
    rows = load("decisions")["nominal"]
    return [(DecisionKind(a["kind"]), Outcome(a["outcome"]), _compiled(a["pattern"])) for a in rows]


@cache
def _never() -> re.Pattern[str]:
    return _compiled("|".join(load("decisions")["never"]))


@cache
def _commitment() -> re.Pattern[str]:
    return _compiled("|".join(load("decisions")["commitment"]))


@cache
def label() -> re.Pattern[str]:
    """A label in front of a decision, with its number: "Beschluss 17/2: "."""
    return re.compile(
        rf"{load('decisions')['label']}(?:svorschlag)?"
        r"(?:\s+(?:Nr\.\s*)?(?P<number>(?:[A-ZÄÖÜ]{1,3}[\w]*[ -])?[\w./-]*\d[\w./-]*))?\s*(?:\([^()]*\)\s*)?:\s*"
    )


@cache
def proposed() -> re.Pattern[str]:
    """A label in front of a decision that is only proposed: "Beschlussvorschlag: "."""
    return re.compile(rf"{load('decisions')['proposed']}(?:\s[^:]{{1,30}})?:\s")


@cache
def remark() -> re.Pattern[str]:
    """A label in front of a remark: "Hinweis: "."""
    return re.compile(rf"{load('decisions')['remark']}:\s")


@cache
def vote_label() -> re.Pattern[str]:
    """A label in front of a vote."""
    return re.compile(rf"\(?{load('decisions')['vote_label']}\s*(?::|–|-)\s*")


_SUBORDINATE = re.compile(
    r",\s(?:dass|weil|bis|ob|wenn|falls|sofern|sobald|nachdem|so\s?dass|damit|obwohl|während"
    r"|bevor|da\s(?:die|der|das|es|noch|ein))\b"
)
_LEADING = re.compile(
    r"^(?:Da|Weil|Nachdem|Wenn|Sofern|Falls|Obwohl|Sobald|Während|Bevor|Solange|Ob|Damit|Wird|Werden|Würde|Wurde|Sollte"
    r"|Sollten)\b[^;]*?,\s(?=[a-zäöü])"
)
_RESUMED = re.compile(r",\s(?:wird|werden|wurde|wurden)\s")
_CONDITION = re.compile(r"(?:Wenn|Falls|Sofern|Sobald|Bevor|Solange|Wird|Werden|Würde|Sollten?)\b[^;]*?,\s(?=[a-zäöü])")
_OPEN_VERB = re.compile(r"\b(?:wird|werden|wurden?|hat|haben|ist|sind)$")


def is_conditional(sentence: str) -> bool:
    """Whether a sentence says what happens if something else does."""
    return bool(_CONDITION.match(sentence))


def main_clause(sentence: str) -> tuple[int, int]:
    """Start and end of what a sentence itself says, without clauses that hang on a conjunction at its border."""
    lead = _LEADING.match(sentence)
    start = lead.end() if lead else 0
    cut = _SUBORDINATE.search(sentence, start)
    if cut is None or _resumed(sentence, cut):
        return start, len(sentence)
    return start, cut.start()


def _resumed(sentence: str, cut: re.Match[str]) -> re.Match[str] | None:
    """Where the main clause goes on behind a clause in its middle."""
    if _OPEN_VERB.search(sentence[: cut.start()]):
        return re.compile(r",\s").search(sentence, cut.end())
    return _RESUMED.search(sentence, cut.end())


def masked(sentence: str) -> str:
    """The sentence with a clause in its middle blanked: "Die Frage, ob A, wurde diskutiert" says nothing of A."""
    cut = _SUBORDINATE.search(sentence)
    resumed = _resumed(sentence, cut) if cut else None
    if cut is None or resumed is None:
        return sentence
    return sentence[: cut.start()] + " " * (resumed.start() - cut.start()) + sentence[resumed.start() :]


_NEGATED = re.compile(r"\bnicht\b(?!\s(?:nur|öffentlich|stimmberechtigt|anwesend|mehr\sals|zuletzt))")
_AFFIRMING = (DecisionKind.RECOMMENDATION, DecisionKind.APPROVAL, DecisionKind.CONFIRMATION)
_ASIDE = re.compile(r"\([^()]*\)|„[^“”]*[“”]")
"""Brackets and quotations, which say nothing of the act."""
_WISHED = re.compile(r"\b(?:soll|könnte|kann|möchte|würde|müsste|wäre|hätte|noch\snicht)")
_MAJORITY = re.compile(r"\bf(?:indet|inden|and|anden)\b.*\b(?:Mehrheit|Zustimmung|Billigung)\b", re.DOTALL)


def carries(clause: str) -> bool:
    """Whether a clause says of a motion whether it was carried: "findet keine Mehrheit"."""
    return bool(_MAJORITY.search(clause))


def _negated(found: Act, clause: str) -> Act | None:
    """What "nicht" makes of an act: a withheld consent is a rejection, anything else has not happened."""
    plain = _ASIDE.sub(lambda m: " " * len(m.group()), clause)
    if found.outcome is Outcome.OPEN or not _NEGATED.search(plain):
        return found
    if "nicht" in found.words and found.kind is DecisionKind.REJECTION:
        return found
    if found.kind in _AFFIRMING and found.outcome is Outcome.ADOPTED:
        return Act(DecisionKind.REJECTION, Outcome.REJECTED, found.start, found.end, found.words)
    return None


_ATTRIBUTE = re.compile(r"\b\w+(?:t|en)e[nmrs]?$")


def _is_attribute(match: re.Match[str]) -> bool:
    """Whether it is no act, but what something is like: "das genehmigte Verfahren", "der bewilligten Anträge"."""
    if not _ATTRIBUTE.search(match.group()) or match.group().startswith("lehn"):
        return False
    behind = match.string[match.end() : match.end() + 2]
    return len(behind) == 2 and behind[0] == " " and behind[1].isupper()


_FRONTED = re.compile(r"[A-ZÄÖÜ]\w+(?:t|en)\s(?:wird|werden|wurden?|hat|haben|ist|sind)\b")


def act(clause: str, *, labelled: bool = False) -> Act | None:
    """The act that a clause performs, None if it announces, wishes, denies, or says something else.

    ``labelled`` allows nouns: "Weiterleitung an die Staatskanzlei, einstimmig".
    """
    if _FRONTED.match(clause):
        clause = clause[0].lower() + clause[1:]
    for place in _shortlist().of(clause):
        kind, outcome, pattern = _acts()[place]
        match = pattern.search(clause)
        if match and not _is_attribute(match) and (outcome is Outcome.OPEN or not _denied(clause, outcome)):
            return _negated(Act(kind, outcome, match.start(), match.end(), match.group()), clause)
    if labelled and not _never().search(clause):
        for kind, outcome, pattern in _nominal():
            match = pattern.search(clause)
            if match:
                return Act(kind, outcome, match.start(), match.end(), match.group())
    return None


def _denied(clause: str, outcome: Outcome) -> bool:
    """Whether an act is announced, wished or denied; what is denied may well be rejected or put off."""
    plain = _ASIDE.sub(" ", clause)
    if not _never().search(plain):
        return False
    if re.search(r"\bweder\b", plain):
        return True
    return outcome not in (Outcome.REJECTED, Outcome.POSTPONED) or bool(_WISHED.search(plain))


_PROMISE = hints.bit(["Zusage", "übern", "beteilig", "sagt", "sagen", "sichert"])


def commits(clause: str) -> re.Match[str] | None:
    """The words of a promise."""
    if not hints.of(clause) & _PROMISE:
        return None
    if _never().search(re.sub(r"\([^()]*\)", " ", clause)):
        return None
    return _commitment().search(clause)


@cache
def decidable() -> re.Pattern[str]:
    """Words for what bodies decide on."""
    return re.compile(load("decisions")["decidable"])


@cache
def offices() -> re.Pattern[str]:
    """Words for offices that a body fills by election."""
    return re.compile(load("decisions")["offices"])


_PAST = re.compile(
    r"\b(?:hat|haben|hatte|hatten|wurden?|worden|war|waren|erteilten?|versagten?|sagten?|übergab(?:en)?|lehnten?"
    r"|empfahl(?:en)?|beschloss|stimmten?|bestätigten?|bewilligten?|verwies|vertagten?|stellten?|leiteten?|nahm(?:en)?"
    r"|genehmigten?|wählten?|beauftragten?|befürworteten?|votierten?|sprach(?:en)?)\b"
)
_PASSIVE = re.compile(r"\b(?:wird|werden|wurde|wurden|worden|ist|sind|gilt|gelten)\b")


@cache
def _procedure() -> re.Pattern[str]:
    return re.compile(load("decisions")["procedure"])


def procedure(sentence: str) -> str | None:
    """The words for what is voted on to go on with the session: "Schluss der Debatte"."""
    match = _procedure().search(sentence)
    return match.group() if match else None


@cache
def _putting_off() -> list[tuple[DecisionKind, Outcome, re.Pattern[str]]]:
    rows = load("decisions")["put_off"]
    return [(DecisionKind(a["kind"]), Outcome(a["outcome"]), re.compile(a["pattern"])) for a in rows]


def put_off(motion: str) -> tuple[DecisionKind, Outcome] | None:
    """What a motion asks for that does not settle the matter: "den Punkt zu vertagen"."""
    return next(((kind, outcome) for kind, outcome, pattern in _putting_off() if pattern.search(motion)), None)


def is_past(clause: str) -> bool:
    """Whether a clause reports something done before it was written down."""
    return bool(_PAST.search(clause))


_PERFECT = re.compile(r"\b(?:hat|haben|hatten?)\b")


def is_perfect(clause: str) -> bool:
    """Whether somebody is said to have done something: "hat … beschlossen"."""
    return bool(_PERFECT.search(clause))


_PARTICIPLE = (
    r"\b(?:\w*ge(?:w|l|n|h|f|st|s|b|br|tr|z)\w+(?:t|en)|bestätigt|empfohlen|genehmigt|abgelehnt|vertagt|verwiesen|beschlossen"
    r"|bewilligt|beauftragt|verschoben|angenommen|gewählt)\b(?:\s\([^()]*\))?"
)
_FINITE = re.compile(r"\b(?:hat|haben|hatte|hatten|wird|werden|wurden?|ist|sind)\b")
_NOTE = re.compile(
    rf"{_PARTICIPLE}\W*$"
    rf"|^(?!(?:Der|Die|Das|Eine?|Herr|Frau|Sie|Er|Es)\s).*{_PARTICIPLE}(?:\s*[,;]|\s(?:auf|an|in|zur|zum|mit|bei|am|unter)\s)"
)


def is_passive(clause: str) -> bool:
    """Whether something is done to the subject, or the verb is left out as in notes ("Protokoll bestätigt")."""
    return bool(_PASSIVE.search(clause)) or is_note(clause)


def is_note(clause: str) -> bool:
    """Whether the verb is left out: "Protokoll bestätigt"."""
    return not _FINITE.search(clause) and bool(_NOTE.search(clause))
