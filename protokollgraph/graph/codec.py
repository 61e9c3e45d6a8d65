"""Extractions as JSON bytes and back, for the state beside the store. Lossless: ``decode(encode(x)) == x``.

What resolution needs of a document is kept beside it in short, with the number of mentions in their place, because it
is read of all documents when one of them changed.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from protokollgraph.errors import StoreError
from protokollgraph.graph.resolution import DocumentEntities
from protokollgraph.model import Evidence, Extraction, Span

if TYPE_CHECKING:
    import msgspec


def encode(extraction: Extraction) -> bytes:
    """JSON in UTF-8: the same extraction gives the same bytes."""
    import msgspec

    return msgspec.json.encode(extraction)


def decode(data: bytes) -> Extraction:
    """The extraction again. StoreError if the bytes are none, as after a change of the model."""
    import msgspec

    try:
        return _decoder().decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _unreadable(error) from error


def encode_entities(document: DocumentEntities) -> bytes:
    """What resolution needs, in short: of the mentions of each entity their number and the first place."""
    import msgspec

    places = [(len(e.mentions), *_place(e.mentions[0])) if e.mentions else (0, 0, 0) for e in document.entities]
    bare = tuple(replace(entity, mentions=()) for entity in document.entities)
    return msgspec.json.encode((replace(document, entities=bare), places))


def decode_entities(data: bytes) -> DocumentEntities:
    """What :func:`encode_entities` has kept; each entity has its first mention as often as it had mentions."""
    import msgspec

    try:
        document, places = _entities_decoder().decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _unreadable(error) from error
    entities = (
        replace(entity, mentions=(Evidence(Span(start, end), ""),) * often) if often else entity
        for entity, (often, start, end) in zip(document.entities, places, strict=True)
    )
    return replace(document, entities=tuple(entities))


def _place(mention: Evidence) -> tuple[int, int]:
    return mention.span.start, mention.span.end


def _unreadable(error: Exception) -> StoreError:
    return StoreError(
        f"A kept document cannot be read: {error}",
        "Build again into a new folder; keep register.jsonl of this one, if it holds one, so that IRIs stay.",
    )


@cache
def _entities_decoder() -> msgspec.json.Decoder[tuple[DocumentEntities, list[tuple[int, int, int]]]]:
    import msgspec

    return msgspec.json.Decoder(tuple[DocumentEntities, list[tuple[int, int, int]]])


@cache
def _decoder() -> msgspec.json.Decoder[Extraction]:
    import msgspec

    return msgspec.json.Decoder(Extraction)
