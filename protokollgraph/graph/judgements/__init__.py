"""What people have judged: who is who, what things are called, what is not shown.

:mod:`.judgement` holds the values, :mod:`.rows` reads and writes one judgement as a line, :mod:`.journal` the file of
them, to which lines are only ever added, and :mod:`.settled` says what stands after the last word on everything.

Nothing here knows the resolver or the graph. Whether anybody has the IRIs that a judgement names is the resolver's to
find out; :meth:`~.settled.Judgements.uses` tells it which they are.
"""
