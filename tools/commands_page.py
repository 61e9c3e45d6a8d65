"""Writes docs/commands.md from the help of the commands; ``--check`` only compares.

The help is the one source, so that page and program cannot differ.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from protokollgraph.cli import main as program

PAGE = Path(__file__).resolve().parent.parent / "docs" / "commands.md"
HEAD = """\
# Commands

<!-- Made from the help by `make docs`; edit protokollgraph/cli, not this page. -->

Each command is also one call of the library: `protokollgraph.build`, `protokollgraph.query` and so on.
`-` stands for standard input or standard output. On a terminal results come as tables, in a pipe as plain data.

| exit code | means |
|---|---|
| 0 | done |
| 1 | done, with documents that failed or rules broken |
| 2 | wrong use: an option, a name, a query or a configuration |
| 3 | the store could not be used |
| 130 | stopped with Ctrl-C |
"""


def page() -> str:
    """The page: exit codes, then the help of the program and of each command."""
    context = click.Context(program, info_name="protokollgraph", terminal_width=100, **program.context_settings)
    return HEAD + "".join(_sections(program, context))


def _sections(group: click.Group, context: click.Context) -> Iterator[str]:
    yield _section("protokollgraph", group.get_help(context))
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is not None:
            yield _section(name, command.get_help(click.Context(command, info_name=name, parent=context)))


def _section(title: str, text: str) -> str:
    return f"\n## {title}\n\n```text\n{text.rstrip()}\n```\n"


def main(arguments: list[str]) -> int:
    """Write the page, or compare it; 1 if it is out of date."""
    wanted = page()
    if arguments != ["--check"]:
        PAGE.write_text(wanted, encoding="utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == wanted:
        return 0
    print(f"{PAGE.name} is not what the help says: run make docs", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
