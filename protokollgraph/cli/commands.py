"""The commands that build, ask, measure and write."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from protokollgraph.cli.program import (
    ANY_OUTPUT,
    INPUT,
    JUDGEMENTS,
    OUTPUT,
    STYLE,
    bold,
    called,
    complain,
    main,
    progress_bar,
    reader,
    screen_width,
    show,
    with_settings,
)
from protokollgraph.errors import UsageError

if TYPE_CHECKING:
    from protokollgraph.graph.configuration import Configuration


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--jobs", type=click.IntRange(min=1), help="Processes that read documents.  [default: one per core]")
@click.option("--remove-missing", is_flag=True, help="Drop documents that are no longer among the paths.")
@click.option("--style", help=STYLE)
@click.option("--judgements", type=INPUT, help=JUDGEMENTS)
@click.option(
    "--authority", "authorities", multiple=True, help="File of known people and things, or a shipped list; repeatable."
)
@with_settings
def build(
    paths: tuple[str, ...],
    jobs: int | None,
    remove_missing: bool,
    style: str | None,
    judgements: Path | None,
    authorities: tuple[str, ...],
    settings: Configuration,
) -> int:
    """Read documents into the graph.

    PATH is a file, a folder, a pattern ("protocols/**/*.pdf"), the address of a file on the web, or - for standard
    input. Only what changed is written. Documents that cannot be read are named, the others are built all the same; the
    exit code is then 1.

    \b
    Examples:
      protokollgraph build protocols/ --store graph-store
      protokollgraph build "protocols/**/*.txt" https://www.example.org/minutes.pdf
      protokollgraph build protocols/ --authority towns.csv --authority lausitz-werkstaetten
    """
    from protokollgraph.graph import overview
    from protokollgraph.graph.build import build as library_call

    jobs = jobs or settings.jobs
    with progress_bar() as progress:
        report = library_call(
            paths,
            settings.store,
            jobs=jobs,
            remove_missing=remove_missing,
            base=settings.base,
            styles=settings.selection(style),
            register=settings.register,
            judgements=judgements or settings.judged,
            authorities=(*settings.authorities, *authorities),
            progress=progress,
        )
    complain(map(str, report.failed))
    click.echo(overview.of_build(report, settings.store))
    return int(report.exit_code)


@main.command()
@click.argument("file")
@click.option("--style", help=STYLE)
@with_settings
def check(file: str, style: str | None, settings: Configuration) -> None:
    """Show what is understood of one document.

    Head, people with their posts, plan against result, decisions, tasks, and what was not understood. Nothing is
    stored; --store is accepted because every command has it. FILE may be an address, - is standard input.

    \b
    Example:
      protokollgraph check protocols/werkstatt-1-2024-02-15.txt
      protokollgraph check minutes.txt --style our-minutes.yml
    """
    from protokollgraph.extract import reader
    from protokollgraph.extract.extractor import extract
    from protokollgraph.graph.check import report

    styles = settings.selection(style)
    document = reader.read(file)
    click.echo(
        report(extract(document, styles=styles.styles(), style=styles.name), width=screen_width(), bold=bold), nl=False
    )


@main.command()
@click.argument("text", required=False, metavar="[QUERY]")
@click.option("--name", help="Answer a shipped question.")
@click.option("--file", type=INPUT, help="Read the query from a file.")
@click.option("--list", "list_", is_flag=True, help="List the shipped questions and their parameters.")
@click.option("--param", "params", multiple=True, metavar="NAME=VALUE", help="Limit a question; can be repeated.")
@click.option(
    "--format",
    "form",
    help="table, data, json, xml, csv, tsv; for CONSTRUCT and DESCRIBE ttl, nt, rdfxml, jsonld.  "
    "[default: table on a terminal, else data: JSON or Turtle]",
)
@with_settings
def query(
    text: str | None,
    name: str | None,
    file: Path | None,
    list_: bool,
    params: tuple[str, ...],
    form: str | None,
    settings: Configuration,
) -> None:
    """Answer a SPARQL query, or a shipped question.

    The prefixes of the ontology (pg:, org:, foaf: ...) need no declaration. - reads the query from standard input.

    \b
    Examples:
      protokollgraph query --list
      protokollgraph query --name open-tasks
      protokollgraph query 'SELECT ?day { ?m a pg:Meeting ; dct:date ?day }' --format csv
    """
    from protokollgraph.graph import overview
    from protokollgraph.graph import query as library

    if list_:
        show(overview.of_questions())
        return
    if sum(each is not None for each in (text, name, file)) != 1:
        raise UsageError("Give one query: as text, with --file or with --name.", "See protokollgraph query --list.")
    values = dict(map(_pair, params))
    form = form or ("table" if sys.stdout.isatty() else "data")
    with reader(settings) as graph:
        if name is not None:
            answer = library.run_shipped(graph, name, format=form, values=values)
        else:
            answer = library.run(graph, _query_text(text, file), format=form, values=values)
    show(answer)


@main.command()
@click.argument("name")
@with_settings
def explain(name: str, settings: Configuration) -> None:
    """Show everything known of one actor, project or decision.

    With the sentences that it rests on and the protocols in which they stand.

    \b
    Example:
      protokollgraph explain "Annegret Wuschech-Kollmann"
    """
    from protokollgraph.graph.explain import explain as library_call
    from protokollgraph.graph.explanation_text import render_text

    with reader(settings) as graph:
        click.echo(render_text(library_call(graph, name), width=screen_width()).rstrip("\n"))


@main.command()
@click.option("-o", "--output", default="-", type=ANY_OUTPUT, help="File to write; - is standard output.  [default: -]")
@click.option(
    "--format", "form", default="nq", show_default=True, help="nq, trig, ttl, jsonld, rdfxml, graphml or oparl."
)
@with_settings
def export(output: Path, form: str, settings: Configuration) -> None:
    """Write the whole graph in a standard format.

    The same documents give the same bytes, in whatever order they were built. OParl is a folder of JSON files for a
    web server, unless the output ends in .json or is standard output.

    \b
    Examples:
      protokollgraph export --format trig -o graph.trig
      protokollgraph export --format oparl -o oparl/
    """
    from protokollgraph.graph.export import export as library_call

    with reader(settings) as graph:
        library_call(graph, form, output)


@main.command()
@click.argument("folders", nargs=-1, required=True, type=INPUT, metavar="GOLD_DIR...")
@click.option("--graph", type=INPUT, help="Score this export (N-Quads, TriG or JSON-LD) of the same documents.")
@click.option(
    "--errors",
    metavar="[RELATION]",
    is_flag=False,
    flag_value="all",
    help="List what is missing and what is wrong, of one relation or of all.",
)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--baseline", type=INPUT, help="Compare with the figures in this file: no relation may fall below them.")
@click.option("--write-baseline", type=OUTPUT, metavar="FILE", help="Write the figures into this file.")
@with_settings
def evaluate(
    folders: tuple[Path, ...],
    graph: Path | None,
    errors: str | None,
    form: str,
    baseline: Path | None,
    write_baseline: Path | None,
    settings: Configuration,
) -> int:
    """Measure precision and recall against annotated protocols.

    GOLD_DIR holds protocols (NAME.txt) with what a careful reader found in them (NAME.json) and who is who across them
    (entities.json). They are built into a store of their own that is gone afterwards, unless --store or --graph names
    one that was made of them. With --baseline the exit code is 1 if a figure of any relation fell.

    \b
    Examples:
      protokollgraph evaluate gold/ --errors posts
      protokollgraph evaluate gold/ --baseline baseline.json
    """
    from protokollgraph.graph.evaluation import baselines, report
    from protokollgraph.graph.evaluation import evaluate as library_call

    relations = report.relations(errors) if errors else ()
    expected = baselines.read(baseline) if baseline else None
    store = click.get_current_context().params["store"]
    evaluations = library_call(folders, store=store, graph=graph, settings=settings)
    if form == "json":
        click.echo(report.as_json(evaluations, relations), nl=False)
    else:
        click.echo(report.as_text(evaluations, relations, bold=bold))
    absent = [
        f"{each.name}: {file} is not in the graph: its facts are missing."
        for each in evaluations
        for file in each.absent
    ]
    complain(absent)
    fallen = baselines.fallen(evaluations, expected) if expected is not None else ()
    complain(map(str, fallen))
    if write_baseline and not absent:
        baselines.write(evaluations, write_baseline)
    return int(bool(absent or fallen))


@main.command()
@click.option("--folder", default="demo", type=INPUT, help="Where to put everything.  [default: demo/]")
@with_settings
def demo(folder: Path, settings: Configuration) -> None:
    """Try everything on five fictional protocols.

    Builds a graph of them in the folder, asks three questions and writes a network page. The store is the one in the
    folder; of the settings only the base is used.

    \b
    Example:
      protokollgraph demo --folder demo
    """
    from protokollgraph.graph.demo import demo as library_call

    for part in library_call(folder, base=settings.base, program=called(), width=screen_width(), bold=bold):
        click.echo(part)


def _pair(param: str) -> tuple[str, str]:
    name, equals, value = param.partition("=")
    if not (name and equals):
        raise UsageError(f"--param {param!r} has no value.", "Write it as name=value.")
    return name, value


def _query_text(text: str | None, file: Path | None) -> str:
    """The query as given, from a file, or from standard input for ``-``."""
    source = "-" if text == "-" else file
    if source is None:
        return text or ""
    try:
        with click.open_file(str(source), encoding="utf-8") as stream:
            return str(stream.read())
    except UnicodeDecodeError as error:
        raise UsageError(f"{source} is no text in UTF-8.", "Save the query as UTF-8.") from error
