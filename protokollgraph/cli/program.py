"""What all commands share: the program, its settings, and the one place where errors become terminal output."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from protokollgraph.errors import ProtokollgraphError

if TYPE_CHECKING:
    from protokollgraph.graph.configuration import Configuration
    from protokollgraph.graph.query import Table

STOPPED = 130
"""Exit code after Ctrl-C, as shells have it: 128 + SIGINT."""


class Program(click.Group):
    """The group of commands, with the one place where errors become a line and an exit code."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command and leave the process."""
        try:
            code = super().main(*args, **{"prog_name": "protokollgraph"} | extra | {"standalone_mode": False})
        except ProtokollgraphError as error:
            _fail(*error.lines, code=error.exit_code)
        except click.ClickException as error:
            context = getattr(error, "ctx", None)
            _fail(
                error.format_message() + (f" See {context.command_path} --help." if context else ""),
                code=error.exit_code,
            )
        except click.Abort:
            _fail("Stopped.", code=STOPPED)
        except OSError as error:
            _fail(f"{error.filename or 'Output'}: {error.strerror}. Name a file that can be read or written.", code=2)
        sys.exit(code if isinstance(code, int) else 0)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a reader that went away ("| head") is no error."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # Python flushes standard output once more on its way out, which must not fail again.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        return result


def _fail(*lines: str, code: int) -> NoReturn:
    complain(lines)
    sys.exit(code)


def complain(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(f"protokollgraph: {' '.join(line.split())}", err=True)


class Output(click.Path):
    """A file to write, in a folder that is there, or ``-``."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path; wrong use if nothing can be written there."""
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        if not path.parent.is_dir():
            self.fail(f"There is no folder {str(path.parent)!r}.", param, ctx)
        return path


def or_none(_: click.Context, __: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...] | None:
    return value or None


STYLE = "Name of a style of protocol, or a YAML file of your own.  [default: what the first lines show]"
JUDGEMENTS = "File of judgements.  [default: judgements.tsv beside the settings, or here]"
INPUT = click.Path(path_type=Path)
DAY = click.types.FuncParamType(date.fromisoformat)
OUTPUT = Output(dir_okay=False, writable=True, allow_dash=True, path_type=Path)
ANY_OUTPUT = Output(writable=True, allow_dash=True, path_type=Path)


def with_settings(command: Callable[..., Any]) -> Callable[..., Any]:
    """--store and --config, which every command has, handed to it as ``settings``."""

    @click.option("--store", help="Folder of the graph, or address of a SPARQL server.  [default: graph-store/]")
    @click.option("--config", type=INPUT, help="Settings.  [default: protokollgraph.toml here, if there is one]")
    @wraps(command)
    def configured(*arguments: Any, store: str | None, config: Path | None, **options: Any) -> Any:
        from protokollgraph.graph import configuration

        return command(*arguments, settings=configuration.load(config, store=store), **options)

    return configured


@click.group(
    cls=Program,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="protokollgraph", message="protokollgraph %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """Turn meeting protocols into a knowledge graph to query, look at and publish.

    \b
    First steps:
      protokollgraph demo
      protokollgraph build protocols/
      protokollgraph query --list
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@contextmanager
def reader(settings: Configuration) -> Iterator[Any]:
    from protokollgraph.graph.remote import open_reader

    opened = open_reader(settings.store)
    try:
        yield opened
    finally:
        opened.close()


@contextmanager
def progress_bar() -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar on standard error, if that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label="Reading", file=sys.stderr) as bar:

        def progress(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield progress


def written(output: Path, write: Callable[[Path], object]) -> None:
    """Write to the file, or to standard output for ``-``."""
    if str(output) != "-":
        write(output)
        return
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="protokollgraph-") as folder:
        kept = Path(folder, "output")
        write(kept)
        sys.stdout.buffer.write(kept.read_bytes())


def show(answer: Table | bytes) -> None:
    """Print an answer: data as it is; a table in columns, as wide as the terminal if there is one."""
    if isinstance(answer, bytes):
        sys.stdout.buffer.write(answer if answer.endswith(b"\n") else answer + b"\n")
        return
    from protokollgraph.graph.layout import table

    width = screen_width() if sys.stdout.isatty() else None
    click.echo(table(answer.columns, answer.rows, width=width, bold=bold))


def screen_width() -> int:
    from shutil import get_terminal_size

    return get_terminal_size((100, 24)).columns


def bold(text: str) -> str:
    return click.style(text, bold=True) if sys.stdout.isatty() else text


def called() -> str:
    """How the user called the program, to show commands that can be copied."""
    from shutil import which

    if which("protokollgraph"):
        return "protokollgraph"
    return sys.argv[0] if Path(sys.argv[0]).name == "protokollgraph" else "python -m protokollgraph"
