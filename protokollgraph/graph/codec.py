"""Extractions as JSON bytes and back, for the state beside the store. Lossless: ``decode(encode(x)) == x``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from protokollgraph.errors import StoreError
from protokollgraph.model import Extraction

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
        raise StoreError(f"A kept document cannot be read: {error}", "Remove the store and build again.") from error


@cache
def _decoder() -> msgspec.json.Decoder[Extraction]:
    import msgspec

    return msgspec.json.Decoder(Extraction)
