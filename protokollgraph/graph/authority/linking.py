"""The records of one run, while the resolver finds out whom they are: linked to a resource, or to nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from protokollgraph.graph.authority.documents import Listed
from protokollgraph.graph.authority.links import Known, described
from protokollgraph.graph.authority.questions import named, questions, told
from protokollgraph.graph.matching.handout import Cluster, Member
from protokollgraph.graph.resolution import DocumentEntities, Question, Resource
from protokollgraph.model import Entity


class Linking:
    """Records by the entities that they are in the documents of their lists."""

    def __init__(self, records: Mapping[tuple[str, str], Listed], documents: Sequence[DocumentEntities]) -> None:
        self._records = records
        self._documents = documents
        self._of_resource: dict[str, tuple[Sequence[Entity], list[Known]]] = {}
        """IRI to the entities of documents, and the records that these are linked to."""
        self._alone: dict[int, list[Known]] = {}
        """Cluster, in the family that is at hand, to records that nothing is linked to."""
        self._unlinked: list[Known] = []
        self._asked: dict[str, set[str]] = {}

    def link(self, root: int, members: Sequence[Member], iri: str | None, cluster: Cluster | None) -> str:
        """Note the records of a cluster and the resource that it is, if any; the IRI that ties its entities together.

        Where nothing is linked, that IRI only stands for the record while people are told apart.
        """
        known = list(self._known(members))
        if iri is not None and cluster is not None:
            self._alone.pop(root, None)
            self._of_resource[iri] = [entity for _, entity in cluster.members], known
            return iri
        self._alone[root] = known
        self._unlinked += known
        n, entity = members[0]
        return f"{self._documents[n].sha256}/{entity.key}"

    def _known(self, members: Iterable[Member]) -> Iterator[Known]:
        for n, entity in members:
            listed = self._records.get((self._documents[n].sha256, entity.key))
            if listed is not None:
                yield listed, entity

    def described(self, resources: Iterable[Resource]) -> tuple[Resource, ...]:
        """The resources with what the records say that they are linked to."""
        return tuple(
            described(each, *self._of_resource[each.iri]) if each.iri in self._of_resource else each
            for each in resources
        )

    def told(self, iris: Iterable[str], roots: Iterable[int]) -> tuple[str, tuple[tuple[str, str, str], ...]]:
        """What a question about resources says of records that it is about too, and these; empty if there are none."""
        records = [listed for root in roots for listed, _ in self._alone.get(root, ())]
        for iri in iris:
            self._asked.setdefault(iri, set()).update(listed.list for listed in records)
        return (f" Listed are {told(records)}." if records else ""), named(records)

    def questions(self, resources: Iterable[Resource], mentions: Mapping[str, int]) -> Iterator[Question]:
        """What is open about records that nothing is linked to; ``mentions`` by IRI."""
        settled = {iri: set(lists) for iri, lists in self._asked.items()}
        for iri, (_, known) in self._of_resource.items():
            settled.setdefault(iri, set()).update(listed.list for listed, _ in known)
        return questions(self._unlinked, resources, settled, mentions)
