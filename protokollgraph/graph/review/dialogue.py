"""Questions and answers on a terminal, one key for each answer.

Every answer is written at once, so nothing is lost when somebody stops in the middle. The next question is chosen after
each answer, because an answer may imply others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from protokollgraph.errors import JudgementError
from protokollgraph.graph.judgements.judgement import Judgement, Kind
from protokollgraph.graph.judgements.settled import Judgements
from protokollgraph.graph.review.card import Style, card
from protokollgraph.graph.review.desk import Review
from protokollgraph.graph.review.questions import Pair

ANSWERS = {"y": Kind.SAME, "j": Kind.SAME, "n": Kind.DIFFERENT, "u": Kind.UNSURE}
"""Key to answer; ``j`` is the German yes."""
_SKIP, _BACK, _QUIT = "s", "b", ("q", "\x03", "\x04", "\x1b")
_KEYS = "[y]es  [n]o  [u]nsure  [s]kip  [b]ack  [q]uit"
_RECORD_KEYS = "[y]es  [s]kip  [b]ack  [q]uit"
_SAID = {Kind.SAME: "yes, one", Kind.DIFFERENT: "no, two", Kind.UNSURE: "unsure"}

Judge = Callable[[Judgement], Judgements]
"""Writes a judgement and returns what stands then."""


@dataclass(slots=True)
class Dialogue:
    """A talk about a review. ``show`` prints lines, ``key`` waits for keys and raises EOFError at the end of input."""

    review: Review
    judge: Judge
    show: Callable[[str], None]
    key: Callable[[], str]
    reason: str = ""
    """Goes with every answer; without one the question itself does."""
    width: int = 100
    bold: Style = str
    given: list[Judgement] = field(default_factory=list, init=False)
    """The answers that were written and not taken back."""
    _judgements: Judgements = field(default_factory=Judgements, init=False)
    _past: set[tuple[str, str]] = field(default_factory=set, init=False)
    _typed: str = field(default="", init=False)

    def run(self) -> str:
        """Ask until nothing is left or nobody wants to go on; what came of it, in words."""
        self._judgements = self.review.judgements
        while left := self._left():
            self._show(left)
            if not self._answered(left[0]):
                break
        return self._summary()

    def _left(self) -> list[Pair]:
        return [pair for pair in self.review.open(self._judgements) if pair.key not in self._past]

    def _show(self, left: list[Pair]) -> None:
        pair = left[0]
        rule = f"── {len(left)} left · {pair.question.kind} · {pair.question.weight} mentions "
        self.show(f"\n{rule.ljust(self.width, '─')}")
        sides = self.review.sides
        self.show(card(pair, sides[pair.one], sides[pair.other], width=self.width, bold=self.bold))
        self.show(f"\n{self.bold('Are they one?')}  {_RECORD_KEYS if pair.of_record else _KEYS}")

    def _answered(self, pair: Pair) -> bool:
        """Wait for a key that means something; False to stop."""
        while True:
            key = self._next_key()
            if key in _QUIT:
                return False
            if key in ANSWERS and (ANSWERS[key] is Kind.SAME or not pair.of_record):
                self._say(ANSWERS[key], pair)
            elif key == _SKIP:
                self._past.add(pair.key)
                self.show("  skipped")
            elif key == _BACK and self.given:
                self._take_back()
            elif key == _BACK and self._past:
                self._past.clear()
            else:
                continue
            return True

    def _next_key(self) -> str:
        """One key; several that came at once are taken one after the other, arrows and the like are none."""
        while not self._typed:
            try:
                found = self.key()
            except (EOFError, KeyboardInterrupt):
                return _QUIT[0]
            self._typed = found.lower() if len(found) == 1 or not found.startswith("\x1b") else ""
        key, self._typed = self._typed[0], self._typed[1:]
        return key

    def _say(self, kind: Kind, pair: Pair) -> None:
        reason = self.reason or f"asked: {pair.question.text}"
        judgement = Judgement(kind, *pair.key, reason=reason)
        if pair.of_record:
            judgement = Judgement(Kind.SAME_AS, pair.one, pair.other, reason=reason)
        self._past.add(pair.key)
        try:
            self._judgements = self.judge(judgement)
        except JudgementError as error:
            self.show(f"  not written: {error}")
            return
        self.given.append(judgement)
        self.show(f"  {_SAID[kind]}")

    def _take_back(self) -> None:
        last = self.given.pop()
        self._judgements = self.judge(last.reversed())
        self._past.discard((min(last.subject, last.object), max(last.subject, last.object)))
        self.show("  taken back")

    def _summary(self) -> str:
        if not self.given:
            return "Nothing was answered."
        counts = Counter(each.kind for each in self.given)
        told = ", ".join(f"{counts[kind]} {kind}" for kind in Kind if counts[kind])
        left = len(self.review.open(self._judgements))
        return f"{len(self.given)} answered ({told}), {left or 'none'} left."
