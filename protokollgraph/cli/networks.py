"""The commands of the network: who is tied to whom."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from protokollgraph.cli.program import DAY, OUTPUT, main, or_none, reader, with_settings, written

if TYPE_CHECKING:
    from protokollgraph.graph.configuration import Configuration


@main.command()
@click.option("-o", "--output", required=True, type=OUTPUT, help="File to write; - is standard output.")
@click.option("--around", metavar="NAME", help="Only what lies around this person, organisation, body or project.")
@click.option("--hops", type=click.IntRange(min=1), default=1, show_default=True, help="How far around.")
@click.option("--kind", "kinds", multiple=True, callback=or_none, help="Only this kind of node; can be repeated.")
@click.option("--from", "since", type=DAY, metavar="YYYY-MM-DD", help="Only what happened on this day or later.")
@click.option("--to", "until", type=DAY, metavar="YYYY-MM-DD", help="Only what happened on this day or before.")
@click.option("--format", help="html, gexf, graphml or json.  [default: as the file is called, or html]")
@click.option("--title", default="Netzwerk der Protokolle", show_default=True, help="Title of the page.")
@click.option("--language", default="de", show_default=True, help="Language of the page at first sight: de or en.")
@with_settings
def network(output: Path, settings: Configuration, **options: Any) -> None:
    """Write who is tied to whom as a page to explore.

    One HTML file that works offline; or GEXF, GraphML or JSON for other programs.

    \b
    Examples:
      protokollgraph network -o network.html
      protokollgraph network -o werkstatt-4.html --around "Werkstatt 4" --hops 2 --from 2024-01-01
      protokollgraph network -o network.gexf
    """
    from protokollgraph.graph.drawing import draw

    with reader(settings) as graph:
        written(output, partial(draw, graph, **options))
