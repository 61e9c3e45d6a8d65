"""The open questions of the resolver, brought before people, and what they answer.

:mod:`.questions` says what is to be asked of whom and in which order, :mod:`.sides` what the protocols say of either
side, :mod:`.desk` ties them to a store and a file of judgements. Ways to ask: :mod:`.listing` (a table, JSON),
:mod:`.dialogue` (a terminal, pair by pair), :mod:`.page` (an HTML page to work through offline). Answers that come as a
file or as options go through :mod:`.judging`.
"""
