"""The commands: each parses its options, calls one function of the library and prints what comes back.

This is the one place that knows click, and the one place that turns errors into terminal output: one line on standard
error and an exit code (0 done; 1 done, with documents that failed or rules broken; 2 wrong use; 3 the store could not
be used; 130 stopped with Ctrl-C). The library is imported inside the commands, so that ``--help`` is quick.
"""

from protokollgraph.cli import commands, networks, review
from protokollgraph.cli.program import main

__all__ = ["commands", "main", "networks", "review"]
