"""Everything that can go wrong, as one tree.

::

    ProtokollgraphError            exit code 1
    ├── UsageError                 exit code 2: a wrong option, an unknown name
    │   └── GoldError              exit code 2: annotated protocols that cannot be scored
    ├── DocumentError              exit code 1: one document could not be read
    ├── FormatError                exit code 1: the bytes of a document cannot be read; named a DocumentError
    ├── StyleError                 exit code 2: a style file that cannot be used
    ├── JudgementError             exit code 2: a file of judgements that cannot be used
    ├── AuthorityError             exit code 2: authority files that cannot be used
    ├── RegisterError              exit code 3: the register of IRIs cannot be read or written
    ├── QueryError                 exit code 2: a query that does not parse or cannot run
    ├── GraphError                 exit code 1: a file that is no graph, or breaks the shapes
    └── StoreError                 exit code 3: the store cannot be opened, read or written

An error says what is wrong and what to do next; ``str(error)`` is the one line that a user reads.
Only ``cli`` turns errors into terminal output.
"""

from __future__ import annotations

from collections.abc import Sequence


class ProtokollgraphError(Exception):
    """Root of the tree. ``problem`` says what is wrong, ``remedy`` what to do next."""

    exit_code = 1

    def __init__(self, problem: str, remedy: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.problem} {self.remedy}".strip()

    @property
    def lines(self) -> tuple[str, ...]:
        """What a user reads: one line, or one for each of several problems."""
        return (str(self),)


class UsageError(ProtokollgraphError):
    """A wrong option or an unknown name."""

    exit_code = 2


class GoldError(UsageError):
    """Annotated protocols that cannot be scored; ``problems`` are all of them, each a sentence with file and place."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__(" ".join(problems))
        self.problems = tuple(problems)

    @property
    def lines(self) -> tuple[str, ...]:
        return self.problems


class DocumentError(ProtokollgraphError):
    """One document could not be read; the others are not touched by it."""

    def __init__(self, name: str, problem: str, remedy: str = "") -> None:
        super().__init__(f"{name}: {problem}", remedy)
        self.name = name


class FormatError(ProtokollgraphError):
    """What stands in some bytes cannot be read. Whoever knows the document's name makes a DocumentError of it."""


class StyleError(ProtokollgraphError):
    """A style file that cannot be used."""

    exit_code = 2


class JudgementError(ProtokollgraphError):
    """A file of judgements that cannot be used; all its faults at once, because nothing of it is applied by halves.

    ``faults`` holds the number of the line, from 1 (0: of no line of the file), and what is wrong there and what to
    do; the message names the first :attr:`SHOWN` of them.
    """

    exit_code = 2
    SHOWN = 20

    def __init__(self, name: str, faults: Sequence[tuple[int, str]]) -> None:
        said = [f"line {line}: {text}" if line else text for line, text in faults[: self.SHOWN]]
        if len(faults) > self.SHOWN:
            said.append(f"and {len(faults) - self.SHOWN} more")
        super().__init__(f"{name}: {'; '.join(said)}.", "No judgement was applied.")
        self.name = name
        self.faults = tuple(faults)


class AuthorityError(ProtokollgraphError):
    """Authority files that cannot be used; the faults of all of them at once, because nothing is applied by halves.

    ``faults`` holds the name of the file, the number of the line, from 1 (0: of no line), and what is wrong there and
    what to do; the message names the first :attr:`SHOWN` of them.
    """

    exit_code = 2
    SHOWN = 20

    def __init__(self, faults: Sequence[tuple[str, int, str]]) -> None:
        said = [f"{name}, line {line}: {text}" if line else f"{name}: {text}" for name, line, text in faults]
        more = [f"and {len(said) - self.SHOWN} more"] if len(said) > self.SHOWN else []
        super().__init__(f"{'; '.join(said[: self.SHOWN] + more)}.", "No authority file was applied.")
        self.faults = tuple(faults)


class RegisterError(ProtokollgraphError):
    """The register of IRIs cannot be read or written."""

    exit_code = 3


class QueryError(ProtokollgraphError):
    """A query that does not parse or cannot run."""

    exit_code = 2


class GraphError(ProtokollgraphError):
    """A file that is no graph, or a graph that breaks the shapes."""


class StoreError(ProtokollgraphError):
    """The store cannot be opened, read or written."""

    exit_code = 3
