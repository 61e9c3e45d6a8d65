"""The whole graph as one file, in the formats of others. The same quads give the same bytes, in any order.

N-Quads, TriG and JSON-LD keep the named graphs; Turtle and RDF/XML merge them; GraphML holds the network of
``graph.network``, not the quads; OParl (``graph.oparl``) is what council information systems publish, in a folder.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import IO

import pyoxigraph

from protokollgraph.errors import UsageError
from protokollgraph.graph.store import ReadableStore
from protokollgraph.ontology.namespaces import PG, PREFIXES, RDF

_RDF_TYPE = f" <{RDF.type}> ".encode()
_PG_TYPE = f" <{RDF.type}> <{PG}".encode()
_NOT_IN_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
"""Characters that XML 1.0 cannot hold in any way (section 2.2); they become U+FFFD."""
_XMLNS = re.compile(rb' xmlns:[\w.-]+="[^"]*"')


def export(store: ReadableStore, format: str, out: str | Path | IO[bytes]) -> None:
    """Write everything in one of :data:`FORMATS` to a file, to standard output (``-``) or to something open.

    OParl is a folder, unless ``out`` ends in ``.json``. A file or folder appears whole or not at all. UsageError if the
    format is not known or it cannot be written.
    """
    writer = _WRITERS.get(format)
    if writer is None:
        raise UsageError(f"There is no export format {format!r}.", f"There are: {', '.join(FORMATS)}.")
    if not isinstance(out, (str, Path)):
        writer(store, out)
    elif format == "oparl" and str(out) != "-" and Path(out).suffix != ".json":
        from protokollgraph.graph import oparl

        oparl.write(store, Path(out))
    elif str(out) == "-":
        writer(store, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    else:
        with _whole_file(Path(out)) as file:
            writer(store, file)


def _nquads(store: ReadableStore, file: IO[bytes]) -> None:
    file.writelines(sorted(store.dump().splitlines(keepends=True)))


def _trig(store: ReadableStore, file: IO[bytes]) -> None:
    lines = sorted(store.dump().splitlines(keepends=True), key=lambda line: (_graph(line), _types_first(line)))
    quads = pyoxigraph.parse(b"".join(lines), format=pyoxigraph.RdfFormat.N_QUADS)
    _turtle_like(quads, pyoxigraph.RdfFormat.TRIG, store.base, file)


def _turtle(store: ReadableStore, file: IO[bytes]) -> None:
    _turtle_like(_merged(store), pyoxigraph.RdfFormat.TURTLE, store.base, file)


def _rdf_xml(store: ReadableStore, file: IO[bytes]) -> None:
    xml = pyoxigraph.serialize(_merged(store), format=pyoxigraph.RdfFormat.RDF_XML, prefixes=PREFIXES) or b""
    start, root, rest = xml.partition(b">\n")  # the declaration; then the root with its namespaces, in no order
    head, end, body = rest.partition(b">")
    names = sorted(_XMLNS.findall(head))
    head = _XMLNS.sub(b"", head) + b"".join(names)
    file.write(start + root + head + end + _NOT_IN_XML.sub("\ufffd".encode(), body).replace(b"\r", b"&#13;"))


def _json_ld(store: ReadableStore, file: IO[bytes]) -> None:
    from protokollgraph.graph import jsonld

    lines = sorted(store.dump().splitlines(keepends=True), key=lambda line: (_graph(line), _types_first(line)))
    quads = pyoxigraph.parse(b"".join(lines), format=pyoxigraph.RdfFormat.N_QUADS)
    file.writelines(jsonld.document(quads, store.base))


def _graphml(store: ReadableStore, file: IO[bytes]) -> None:
    from protokollgraph.graph.interchange.graphml import as_graphml
    from protokollgraph.graph.network import network

    file.write(as_graphml(network(store)))


def _oparl(store: ReadableStore, file: IO[bytes]) -> None:
    from protokollgraph.graph import oparl

    file.write(oparl.text(store))


_WRITERS: dict[str, Callable[[ReadableStore, IO[bytes]], None]] = {
    "nq": _nquads,
    "trig": _trig,
    "ttl": _turtle,
    "jsonld": _json_ld,
    "rdfxml": _rdf_xml,
    "graphml": _graphml,
    "oparl": _oparl,
}
FORMATS = tuple(_WRITERS)


def _merged(store: ReadableStore) -> Iterator[pyoxigraph.Triple]:
    """The triples of all graphs, each one once, by subject, types first."""
    lines = sorted((line.rpartition(b" <")[0] + b" .\n" for line in store.dump().splitlines()), key=_types_first)
    triples = b"".join(line for line, _ in groupby(lines))
    return (quad.triple for quad in pyoxigraph.parse(triples, format=pyoxigraph.RdfFormat.N_TRIPLES))


def _graph(line: bytes) -> bytes:
    return line.rpartition(b" <")[2]


def _types_first(line: bytes) -> bytes:
    """A key that sorts by subject, the types of a subject before all else and ours before others."""
    return line.replace(_PG_TYPE, b" \x01", 1).replace(_RDF_TYPE, b" \x02", 1)


def _turtle_like(
    statements: Iterable[pyoxigraph.Triple] | Iterable[pyoxigraph.Quad],
    format: pyoxigraph.RdfFormat,
    base: str,
    file: IO[bytes],
) -> None:
    """Serialise, with a head of our own: the serializer writes the prefixes in no order and relative to the base."""
    text = pyoxigraph.serialize(statements, format=format, prefixes=PREFIXES, base_iri=base) or b""
    body = text.split(b"\n", len(PREFIXES) + 1)[-1]
    prefixes = "".join(f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n" for prefix in sorted(PREFIXES))
    file.write(f"@base <{base}> .\n{prefixes}\n".encode() + body)


@contextmanager
def _whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A file beside ``path`` that takes its place at the end; nothing is left of it if something fails."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as file:
            yield file
        part.replace(path)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.", "Give another place with -o.") from error
    finally:
        part.unlink(missing_ok=True)
