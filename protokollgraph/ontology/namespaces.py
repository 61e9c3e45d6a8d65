"""Every namespace that the graph uses, as plain strings.

>>> PG.Meeting
'https://w3id.org/protokollgraph/ns#Meeting'
>>> DL["number_of_votes_favor"]
'http://data.europa.eu/eli/eli-draft-legislation-ontology#number_of_votes_favor'
>>> DCT.title
'http://purl.org/dc/terms/title'
"""

from __future__ import annotations

from typing import SupportsIndex


class Namespace(str):
    """A namespace IRI whose attributes and string items are the IRIs of its terms.

    The result is a plain ``str``. A name that ``str`` itself has (``format``, ``count``) needs the item form;
    ``title`` is the one such name that the graph uses, so it has its own property. Terms are not checked here:
    ``protokollgraph.ontology.schema.unknown_terms`` does that for whole graphs.
    """

    __slots__ = ()

    def __getattr__(self, name: str) -> str:
        if name.startswith("__"):
            raise AttributeError(name)
        return self + name

    def __getitem__(self, key: SupportsIndex | slice | str) -> str:
        return self + key if isinstance(key, str) else super().__getitem__(key)

    @property
    def title(self) -> str:  # type: ignore[override]
        """The term ``title``, which ``str.title`` would hide."""
        return self + "title"


PG = Namespace("https://w3id.org/protokollgraph/ns#")
DL = Namespace("http://data.europa.eu/eli/eli-draft-legislation-ontology#")
ELI = Namespace("http://data.europa.eu/eli/ontology#")
ORG = Namespace("http://www.w3.org/ns/org#")
PROV = Namespace("http://www.w3.org/ns/prov#")
OA = Namespace("http://www.w3.org/ns/oa#")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
DCT = Namespace("http://purl.org/dc/terms/")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
SCHEMA = Namespace("https://schema.org/")
FRAPO = Namespace("http://purl.org/cerif/frapo/")
LOCN = Namespace("http://www.w3.org/ns/locn#")
NIF = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
PERSON = Namespace("http://www.w3.org/ns/person#")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")
OWL = Namespace("http://www.w3.org/2002/07/owl#")

PREFIXES: dict[str, str] = {
    "pg": PG,
    "dl": DL,
    "eli": ELI,
    "org": ORG,
    "prov": PROV,
    "oa": OA,
    "foaf": FOAF,
    "dct": DCT,
    "skos": SKOS,
    "schema": SCHEMA,
    "frapo": FRAPO,
    "locn": LOCN,
    "nif": NIF,
    "person": PERSON,
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
    "owl": OWL,
}
"""Prefix to namespace, as used in queries, exports and documentation."""
