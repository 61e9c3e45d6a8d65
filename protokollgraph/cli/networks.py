"""The commands of the network: who is tied to whom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from protokollgraph.cli.program import ANY_OUTPUT, DAY, bold, main, or_none, reader, screen_width, with_settings
from protokollgraph.errors import UsageError

if TYPE_CHECKING:
    from protokollgraph.graph.configuration import Configuration


EMPTY = "The network is empty: no protocol states a tie for these limits. Choose other names, kinds or days."


@main.command()
@click.option("-o", "--output", type=ANY_OUTPUT, help="File or folder to write; - is standard output.")
@click.option("--around", metavar="NAME", help="Only what lies around this person, organisation, body or project.")
@click.option("--hops", type=click.IntRange(min=1), default=1, show_default=True, help="How far around.")
@click.option("--between", nargs=2, metavar="NAME NAME", help="How these two are connected; as text without -o.")
@click.option("--kind", "kinds", multiple=True, callback=or_none, help="Only this kind of node; can be repeated.")
@click.option("--from", "since", type=DAY, metavar="YYYY-MM-DD", help="Only what happened on this day or later.")
@click.option("--to", "until", type=DAY, metavar="YYYY-MM-DD", help="Only what happened on this day or before.")
@click.option("--together", type=click.IntRange(min=1), help="Tie people who were at so many meetings both, too.")
@click.option(
    "--format",
    help="html, svg, png, gexf, graphml, json; csv, neo4j (folders).  [default: as the output is called, or html]",
)
@click.option("--title", default="Netzwerk der Protokolle", show_default=True, help="Title of the page or picture.")
@click.option("--language", default="de", show_default=True, help="Language of the page at first sight: de or en.")
@click.option("--view", help="What a picture shows: overview, people, projects, bodies, decisions, together.")
@click.option("--dark", is_flag=True, help="Draw a picture for dark paper.")
@click.option("--width", type=click.IntRange(min=1), metavar="PIXELS", help="Width of a PNG.")
@click.option(
    "--pages", metavar="ADDRESS", help="Link to the pages of entities, such as ../{path}.html or https://…/{path}."
)
@with_settings
def network(output: Path | None, settings: Configuration, **options: Any) -> int:
    """Write who is tied to whom as a page to explore.

    One HTML file that works offline; SVG or PNG for a report; GEXF with time for Gephi, GraphML, JSON; or a folder: CSV
    for spreadsheets, files that Neo4j imports. --between tells the shortest connections of two actors on the terminal,
    each step with the sentence it rests on, or writes only what lies on them; the exit code is 1 if there are none,
    or if the network is empty. A picture of a very large network shows what has the most meetings; the command says
    what is left out.

    \b
    Examples:
      protokollgraph network -o network.html
      protokollgraph network -o werkstatt-4.html --around "Werkstatt 4" --hops 2 --from 2024-01-01
      protokollgraph network -o network.svg --view people
      protokollgraph network -o network.gexf
      protokollgraph network --format csv -o network-csv
      protokollgraph network -o network.html --pages "../{path}.html"
      protokollgraph network --between "Madlena Kubašojc" "Radweg Kohlebahntrasse"
    """
    between = options["between"]
    if output is None and between is None:
        raise UsageError("There is no file to write to.", "Give one with -o, or two names with --between.")
    if output is None:
        return _between(settings, between, {name: options[name] for name in ("kinds", "since", "until")})
    from protokollgraph.graph.drawing import draw

    with reader(settings) as graph:
        drawn = draw(graph, output, **options)
    if drawn.left_out:
        click.echo(str(drawn.left_out), err=True)
    if not drawn.nodes:
        click.echo(EMPTY, err=True)
    return int(not drawn.nodes)


def _between(settings: Configuration, names: tuple[str, str], limits: dict[str, Any]) -> int:
    from protokollgraph.graph.measures.connections import connections
    from protokollgraph.graph.measures.connections_text import render_text

    with reader(settings) as graph:
        found = connections(graph, *names, **limits)
    click.echo(render_text(found, width=screen_width(), bold=bold))
    return int(not found.found)


@main.command()
@click.option(
    "--by",
    type=click.Choice(["connects", "ties", "presents", "recurs", "bodies"]),
    help="What to rank by.  [default: an overview of connects, presents and recurs]",
)
@click.option("--kind", "kinds", multiple=True, callback=or_none, help="Rank only this kind of node; can be repeated.")
@click.option("--top", type=click.IntRange(min=1), help="So many places.  [default: 10; 5 in the overview]")
@click.option("--from", "since", type=DAY, metavar="YYYY-MM-DD", help="Only what happened on this day or later.")
@click.option("--to", "until", type=DAY, metavar="YYYY-MM-DD", help="Only what happened on this day or before.")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@with_settings
def rank(by: str | None, top: int | None, form: str, settings: Configuration, **limits: Any) -> None:
    """Rank who connects, who presents, what recurs.

    Each figure with what it means, the facts behind it and a sentence of a protocol. connects: lies on the shortest
    connections of others; ties: is tied to many; presents: presents projects or papers; recurs: comes back in many
    meetings; bodies: appears in the meetings of many bodies.

    \b
    Examples:
      protokollgraph rank
      protokollgraph rank --by presents --top 3
      protokollgraph rank --by ties --kind organisation --from 2024-01-01 --format csv
    """
    from protokollgraph.graph.measures import ranking_text
    from protokollgraph.graph.measures.ranking import rankings

    with reader(settings) as graph:
        found = rankings(graph, by and (by,), top=top or (10 if by else 5), **limits)
    if form == "table":
        click.echo(ranking_text.render_text(found, width=screen_width(), bold=bold))
    else:
        click.echo({"csv": ranking_text.as_csv, "json": ranking_text.as_json}[form](found), nl=False)
