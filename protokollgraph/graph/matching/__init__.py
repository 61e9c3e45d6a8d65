"""What the resolver compares with: names folded and read, comparators, constrained clusters.

:mod:`.fold` makes spellings comparable, :mod:`.naming` reads names of organisations, bodies, projects and programmes,
:mod:`.given` compares names of people, :mod:`.person` holds what is known of one; :mod:`.clusters` joins under
constraints. :mod:`.things` and :mod:`.people` are the two stages that put these together, :mod:`.sittings` names
meetings and what belongs to one of them, :mod:`.handout` chooses canonical names and slugs for what they found.

A comparator is a small pure function of two names; it returns a :class:`~.given.Match`, which carries a score and the
reason in words, or ``None``.
"""
