"""Authority files: lists of known organisations, bodies, people, projects, programmes and places, given by the user.

:mod:`.lists` reads them from tables (:mod:`.table`) and RDF (:mod:`.statements`) into the values of :mod:`.records`;
:mod:`.documents` hands them to the resolver as documents of their own, so that mentions are linked to them by the same
rules as to each other. A list states nothing itself: what no protocol speaks of does not come into the graph.
"""
