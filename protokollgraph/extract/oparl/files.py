"""What hangs on others: File, of papers, meetings and agenda items; LegislativeTerm, of a Body."""

from __future__ import annotations

from protokollgraph.extract.oparl.collection import Collection
from protokollgraph.extract.oparl.objects import Thing
from protokollgraph.model import Attachment, EntityKind, Evidence, LegislativeTerm

_PROPERTIES = {
    "Paper": ("mainFile", "auxiliaryFile"),
    "Meeting": ("invitation", "resultsProtocol", "verbatimProtocol", "auxiliaryFile"),
    "AgendaItem": ("resolutionFile", "auxiliaryFile"),
}
"""Where each class has its files."""


def attachments(found: Collection) -> tuple[Attachment, ...]:
    """The files of papers, meetings and items, each once; a file without an address can lead nobody anywhere."""
    files: dict[tuple[str, str | None, str | None], Attachment] = {}
    for kind, properties in _PROPERTIES.items():
        for owner in found.of(kind):
            for thing in _files(found, owner, properties):
                each = _attachment(found, owner, thing)
                if each is not None:
                    files.setdefault((each.address, each.paper, each.place), each)
    return tuple(files.values())


def _files(found: Collection, owner: Thing, properties: tuple[str, ...]) -> list[Thing]:
    inner = [each for name in properties for each in owner.things(name) if not each.deleted]
    outer = (found.at("File", address) for name in properties for address in owner.addresses(name))
    starts = {each.node.start for each in inner}
    return [*inner, *(each for each in outer if each is not None and each.node.start not in starts)]


def _attachment(found: Collection, owner: Thing, thing: Thing) -> Attachment | None:
    address = thing.address("accessUrl") or thing.address("downloadUrl")
    paper = found.entity(EntityKind.PAPER, owner.id, owner.evidence("id", "file-of")) if owner.kind == "Paper" else None
    if address is None or owner.id is None:
        return None
    return Attachment(
        address,
        thing.evidence("accessUrl" if "accessUrl" in thing.members else "downloadUrl", "file"),
        thing.text("name") or thing.text("fileName"),
        thing.text("mimeType"),
        thing.day("date"),
        paper.key if paper else None,
        None if paper else owner.id,
    )


def terms(found: Collection) -> tuple[LegislativeTerm, ...]:
    """The terms of office that stand in a Body or refer to one."""
    stated: dict[int, LegislativeTerm] = {}
    for body in found.of("Body"):
        for thing in found.within(body, "legislativeTerm", "LegislativeTerm", "body"):
            stated[thing.node.start] = _term(found, thing, body.id, body.evidence("id", "body-id"))
    for thing in found.of("LegislativeTerm"):
        if thing.node.start not in stated:
            where = thing.evidence("body", "term-body")
            stated[thing.node.start] = _term(found, thing, thing.address("body"), where)
    return tuple(each for each in stated.values() if each.name)


def _term(found: Collection, thing: Thing, body: str | None, named: Evidence) -> LegislativeTerm:
    whole = found.entity(EntityKind.ORGANISATION, body, named) if body else None
    return LegislativeTerm(
        thing.text("name") or "",
        thing.evidence("name", "legislative-term"),
        thing.day("startDate"),
        thing.day("endDate"),
        whole.key if whole else None,
        thing.id,
    )
