"""Everything that a review needs in one place: the open questions of a store, both sides of each, what is judged."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from protokollgraph.errors import StoreError, UsageError
from protokollgraph.graph.authority.questions import QUESTION
from protokollgraph.graph.documents import DocumentState
from protokollgraph.graph.judgements import journal
from protokollgraph.graph.judgements.settled import Judgements
from protokollgraph.graph.matching.unsettled import SAID
from protokollgraph.graph.resolution import Question
from protokollgraph.graph.review.questions import Answers, Pair, pairs, relative, still_open, weighed
from protokollgraph.graph.review.sides import PASSAGES, Side, of_record, sides
from protokollgraph.graph.store import GraphStore

KINDS = (*SAID, QUESTION)
"""The kinds of questions that the resolver asks."""


@dataclass(frozen=True, slots=True)
class Review:
    """The questions that are open, the weightiest first."""

    base: str
    """What the IRIs are relative to."""
    questions: tuple[Question, ...]
    asked: tuple[Pair, ...]
    """Each pair of entities that the questions are about, in the order to ask them; some may be judged."""
    sides: Mapping[str, Side] = field(default_factory=dict)
    """Relative IRI to what is known of the entity."""
    judgements: Judgements = field(default_factory=Judgements)
    unsure: bool = False
    """Whether to ask again where somebody was not sure."""

    def open(self, judgements: Judgements | None = None) -> list[Pair]:
        """The pairs that are still to be asked after these judgements; by default after those of the beginning."""
        answers = Answers(self.judgements if judgements is None else judgements)
        return list(still_open(self.asked, answers, unsure=self.unsure))


def review(
    store: str | Path,
    judgements: Path | None = None,
    *,
    kinds: Collection[str] = (),
    limit: int | None = None,
    unsure_too: bool = False,
    passages: int = PASSAGES,
) -> Review:
    """What is open after the last build into the store folder and after the judgements of a file, if there is one.

    ``kinds`` limits it to these kinds of questions, ``limit`` to so many questions; ``unsure_too`` asks again where
    somebody was not sure. ``passages`` is how many are shown of each entity. UsageError for an unknown kind, StoreError
    if the store cannot be used, JudgementError if the file cannot.
    """
    if unknown := sorted(set(kinds) - set(KINDS)):
        raise UsageError(f"There is no kind of question {unknown[0]!r}.", f"There are: {', '.join(KINDS)}.")
    folder = store_folder(store)
    with GraphStore.reader(folder) as graph, DocumentState.reader(folder) as state:
        judged = read_judgements(judgements, graph.base)
        noted = [each for each in relative(state.questions(), graph.base) if not kinds or each.kind in kinds]
        questions = _unanswered(weighed(noted), judged, unsure_too)[:limit]
        texts = Texts(state)
        found = sides(graph, {iri for each in questions for iri in each.iris}, texts.of, passages=passages)
        found |= {record[0]: of_record(*record) for each in questions for record in each.records}
        asked = pairs(questions, {iri: side.mentions for iri, side in found.items()})
        return Review(graph.base, tuple(questions), tuple(asked), found, judged, unsure_too)


def store_folder(store: str | Path) -> Path:
    """The folder of a store; StoreError for a server, which keeps no questions."""
    if str(store).startswith(("http://", "https://")):
        raise StoreError(f"{store} is a server; review needs what build kept in its folder.", "Give a folder.")
    return Path(store)


def read_judgements(path: Path | None, base: str) -> Judgements:
    """What stands by a file of judgements; nothing if there is no such file yet."""
    return journal.read(path, base) if path is not None and path.exists() else Judgements()


def _unanswered(questions: Sequence[Question], judged: Judgements, unsure: bool) -> list[Question]:
    """The questions of which some pair is still to be asked that no earlier question asks, in their order."""
    wanted = {pair.question for pair in still_open(pairs(questions, {}), Answers(judged), unsure=unsure)}
    return [each for each in questions if each in wanted]


class Texts:
    """The texts of the protocols of a store, each read when it is first wanted."""

    def __init__(self, state: DocumentState) -> None:
        self._state = state
        self._names = {entry.graph_iri: entry.name for entry in state.entries()}
        self._read: dict[str, str | None] = {}

    def of(self, protocol: str) -> str | None:
        """The text of the protocol with this IRI, None if the store has it no more."""
        if protocol not in self._read:
            document = self._state.get(self._names[protocol]) if protocol in self._names else None
            self._read[protocol] = None if document is None else document.text
        return self._read[protocol]
