"""A world whose truth is known: people, organisations and bodies that meet, and the documents that speak of them.

Regions are made one by one, each out of its own seed, so that the number of people, of bodies and of documents grows
together and no region depends on how many there are. :func:`benchmarks.world.documents.documents` is the way in.
"""
