"""The commands of the network: who is tied to whom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from protokollgraph.cli.program import ANY_OUTPUT, DAY, main, or_none, reader, with_settings

if TYPE_CHECKING:
    from protokollgraph.graph.configuration import Configuration


@main.command()
@click.option("-o", "--output", required=True, type=ANY_OUTPUT, help="File or folder to write; - is standard output.")
@click.option("--around", metavar="NAME", help="Only what lies around this person, organisation, body or project.")
@click.option("--hops", type=click.IntRange(min=1), default=1, show_default=True, help="How far around.")
@click.option("--kind", "kinds", multiple=True, callback=or_none, help="Only this kind of node; can be repeated.")
@click.option("--from", "since", type=DAY, metavar="YYYY-MM-DD", help="Only what happened on this day or later.")
@click.option("--to", "until", type=DAY, metavar="YYYY-MM-DD", help="Only what happened on this day or before.")
@click.option("--together", type=click.IntRange(min=1), help="Tie people who were at so many meetings both, too.")
@click.option(
    "--format",
    help="html, gexf, graphml or json; csv or neo4j (folders).  [default: as the output is called, or html]",
)
@click.option("--title", default="Netzwerk der Protokolle", show_default=True, help="Title of the page.")
@click.option("--language", default="de", show_default=True, help="Language of the page at first sight: de or en.")
@click.option("--pages", metavar="ADDRESS", help="Link to the pages of entities, such as ../{path}.html or https://…/{path}.")
@with_settings
def network(output: Path, settings: Configuration, **options: Any) -> None:
    """Write who is tied to whom as a page to explore.

    One HTML file that works offline; GEXF with time for Gephi, GraphML, JSON; or a folder: CSV for spreadsheets, files
    that Neo4j imports.

    \b
    Examples:
      protokollgraph network -o network.html
      protokollgraph network -o werkstatt-4.html --around "Werkstatt 4" --hops 2 --from 2024-01-01
      protokollgraph network -o network.gexf
      protokollgraph network --format csv -o network-csv
      protokollgraph network -o network.html --pages "../{path}.html"
    """
    from protokollgraph.graph.drawing import draw

    with reader(settings) as graph:
        draw(graph, output, **options)
