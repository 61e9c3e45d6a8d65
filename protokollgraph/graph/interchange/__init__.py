"""The network in the formats of other programs, one module each: GEXF, GraphML, node-link JSON, CSV, Neo4j.

Each module makes bytes of the graph that :func:`protokollgraph.graph.network.network` hands out, the same bytes for the
same graph; :mod:`.target` brings them to the disk, whole or not at all.
"""
