"""The language of the graph: namespaces, IRIs, and the packaged vocabulary, concepts, shapes and JSON-LD context.

:mod:`~protokollgraph.ontology.namespaces` holds every namespace, :mod:`~protokollgraph.ontology.iris` builds every IRI,
:mod:`~protokollgraph.ontology.schema` reads the packaged files. None of them imports an RDF library.
"""
