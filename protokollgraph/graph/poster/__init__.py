"""One view of the network as a picture that stands still, for a report: SVG, and PNG made of it.

It has the places, shapes, colours and frames of the page (:mod:`protokollgraph.graph.page`) and, because nobody can
zoom or click, a legend, the period and the source on it.
"""
