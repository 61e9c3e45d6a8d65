"""What the gold says of a document, as facts to be compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from protokollgraph.graph.evaluation.facts import GAP, Act, Fact, Facts, Slot
from protokollgraph.graph.evaluation.gold import Decision, Gold, Project, Task
from protokollgraph.graph.evaluation.relation import Relation
from protokollgraph.graph.evaluation.spelling import Aliases, folded, only
from protokollgraph.model import Outcome, Span


def expected(gold: Gold, text: str) -> Facts:
    """The facts of the gold; ``text`` is the document's, in which they are looked up."""
    return _Expected(gold, text).facts()


def places(text: str, words: str) -> Iterator[Span]:
    """Everywhere where the words stand."""
    start = text.find(words)
    while start >= 0:
        yield Span(start, start + len(words))
        start = text.find(words, start + 1)


class _Expected:
    def __init__(self, gold: Gold, text: str) -> None:
        self.gold = gold
        self.text = text
        self.aliases = Aliases(each.names for each in (*gold.organisations, *gold.projects, *gold.persons))

    def facts(self) -> Facts:
        projects = [name for project in self.gold.projects for name in self.aliases.of(project.name)]
        simple = {
            Relation.MEETING: self._meeting(),
            Relation.DUTIES: self._duties(),
            Relation.PERSONS: (self._named(each.name, optional=each.optional) for each in self.gold.persons),
            Relation.TITLES: self._titles(),
            Relation.POSTS: self._posts(),
            Relation.ATTENDANCE: self._attendance(),
            Relation.ORGANISATIONS: self._organisations(),
            Relation.PROJECTS: (self._named(each.name, optional=each.optional) for each in self.gold.projects),
            Relation.PROJECT_FACTS: (fact for each in self.gold.projects for fact in self._of_project(each)),
            Relation.AGENDA: self._agenda(),
            Relation.CONTRIBUTORS: self._contributors(),
        }
        return Facts(
            {relation: tuple(facts) for relation, facts in simple.items()},
            tuple(self._decision(each, frozenset(projects)) for each in self.gold.decisions),
            tuple(map(self._task, self.gold.tasks)),
        )

    def _meeting(self) -> Iterator[Fact]:
        meeting = self.gold.meeting
        values: dict[str, object] = {
            "date": meeting.date,
            "start": meeting.start,
            "end": meeting.end,
            "number": meeting.number,
            "place": meeting.place,
        }
        if meeting.previous:
            near = meeting.previous
            values |= {"previous.date": near.date, "previous.number": near.number, "previous.place": near.place}
        if meeting.next:
            values |= {"next.date": meeting.next.date, "next.place": meeting.next.place}
        if meeting.body:
            yield self._fact((only("body"), self.aliases.of(meeting.body)), ("body", meeting.body), meeting.body)
        for slot, value in values.items():
            if value not in (None, ""):
                yield self._fact((only(slot), only(str(value))), (slot, str(value)), str(value))

    def _duties(self) -> Iterator[Fact]:
        for duty, name in (("chair", self.gold.duties.chair), ("minutes", self.gold.duties.minutes)):
            if name:
                yield self._fact((only(duty), self.aliases.of(name)), (duty, name), name)

    def _titles(self) -> Iterator[Fact]:
        for person in self.gold.persons:
            if person.title:
                slots = (self.aliases.of(person.name), only(person.title))
                yield self._fact(slots, (person.title, person.name), person.name, optional=person.optional)

    def _posts(self) -> Iterator[Fact]:
        for person in self.gold.persons:
            for post in (post for post in person.posts if post.organisation):
                assert post.organisation is not None
                role = None if post.role is None else only(post.role)
                yield self._fact(
                    (self.aliases.of(person.name), role, self.aliases.of(post.organisation)),
                    (person.name, post.role or "any function", post.organisation),
                    person.name,
                    optional=person.optional or post.optional,
                )

    def _attendance(self) -> Iterator[Fact]:
        for each in self.gold.attendance:
            slots = (self.aliases.of(each.person), only(each.status))
            arguable = each.optional or each.inferred
            yield self._fact(slots, (each.person, each.status), each.person, optional=arguable)

    def _organisations(self) -> Iterator[Fact]:
        """Bodies count where they act: here they are neither missing nor wrong."""
        for each in self.gold.organisations:
            yield self._named(each.name, optional=each.optional or each.type == "body")
        for body in (self.gold.meeting.body, *(each.body for each in self.gold.decisions)):
            if body:
                yield self._named(body, optional=True)

    def _of_project(self, project: Project) -> Iterator[Fact]:
        name, names = project.name, self.aliases.of(project.name)
        said = {"programme": project.programme, "sponsor": project.sponsor, "lead": project.lead}
        for slot, value in said.items():
            if value:
                slots = (names, only(slot), self.aliases.of(value))
                yield self._fact(slots, (name, slot, value), name, optional=project.optional)
        if project.budget and not project.optional:
            amount = str(float(project.budget.amount))
            yield self._fact((names, only("budget"), only(amount)), (name, "budget", amount), name)

    def _agenda(self) -> Iterator[Fact]:
        for each in self.gold.agenda:
            slots = (only(each.number), only(each.title))
            yield self._fact(slots, (each.number, each.title), each.title, optional=each.optional)

    def _contributors(self) -> Iterator[Fact]:
        for item in self.gold.agenda:
            for name in item.contributors:
                slots = (only(item.number), self.aliases.of(name))
                yield self._fact(slots, (item.number, name), name, optional=item.optional)

    def _decision(self, decision: Decision, projects: frozenset[str]) -> Act:
        votes = decision.votes
        said: dict[str, object] = {
            "outcome": decision.outcome,
            "majority": decision.majority,
            "date": decision.date,
            "votes for": votes.yes if votes else None,
            "votes against": votes.no if votes else None,
            "abstentions": votes.abstain if votes else None,
        }
        values = {key: frozenset() if value is None else only(str(value)) for key, value in said.items()}
        values["kind"] = frozenset((decision.kind, *decision.alt_kinds))
        values["addressee"] = self._any_of(decision.addressee)
        if decision.outcome != Outcome.WITHDRAWN:  # whoever withdrew it: nobody decided
            values["body"] = self._any_of(decision.body)
        project = next((each for each in decision.about if folded(each) in projects), None)
        if project:
            values["project"] = self.aliases.of(project)
        names: dict[str, object] = {"addressee": decision.addressee, "body": decision.body, "project": project}
        kinds = " or ".join((decision.kind, *decision.alt_kinds))
        shown = {key: str(value) for key, value in (said | names | {"kind": kinds}).items() if value is not None}
        return self._act(decision, values, shown)

    def _task(self, task: Task) -> Act:
        due = task.due.isoformat() if task.due else None
        values = {"assignee": self._any_of(task.assignee), "due": frozenset([due]) if due else frozenset()}
        return self._act(task, values, {"assignee": task.assignee or "", "due": due or ""})

    def _act(self, quoted: Decision | Task, values: dict[str, frozenset[str]], shown: dict[str, str]) -> Act:
        spans = tuple(span for quote in quoted.quotes for span in places(self.text, quote))
        return Act(spans, values, shown, quoted.quote, quoted.optional)

    def _any_of(self, name: str | None) -> frozenset[str]:
        return self.aliases.of(name) if name else frozenset()

    def _named(self, name: str, *, optional: bool = False) -> Fact:
        return self._fact((self.aliases.of(name),), (name,), name, optional=optional)

    def _fact(self, slots: tuple[Slot, ...], shown: Iterable[str], words: str, *, optional: bool = False) -> Fact:
        """A fact with its place, which is that of ``words``."""
        start = self.text.find(words)
        return Fact(slots, GAP.join(shown), None if start < 0 else start, optional)
