"""Who is tied to whom, read from the store: one SPARQL question per relation (``*.rq``), facts with their passages."""
