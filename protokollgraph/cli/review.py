"""``protokollgraph review``: what the resolver could not settle, and what people say of it."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from protokollgraph.cli.program import (
    INPUT,
    JUDGEMENTS,
    OUTPUT,
    bold,
    main,
    screen_width,
    show,
    with_settings,
    written,
)
from protokollgraph.errors import UsageError

if TYPE_CHECKING:
    from protokollgraph.graph.configuration import Configuration
    from protokollgraph.graph.review.desk import Review

_WISHES = ("same", "different", "unsure", "split", "rename", "hide", "same_as")
"""Options that judge, in the order in which their judgements are written."""
_Command = TypeVar("_Command", bound=Callable[..., Any])
_HANDED_IN = (*_WISHES, "batch", "take_back")


def _wish(name: str, metavar: str, help: str) -> Callable[[_Command], _Command]:
    """An option that judges, with one or two values."""
    return click.option(f"--{name}", nargs=len(metavar.split()), multiple=True, metavar=metavar, help=help)


@main.command()
@click.option("--list", "list_", is_flag=True, help="List the open questions and ask nothing.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), help="Of the list; JSON has both contexts.")
@click.option("--kind", "kinds", multiple=True, help="Only this kind of question; can be repeated.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many questions, the weightiest.")
@click.option("--all", "unsure_too", is_flag=True, help="Also what somebody was not sure of.")
@click.option("--html", type=OUTPUT, metavar="FILE", help="Write a page to answer them offline.")
@click.option("--batch", type=INPUT, metavar="FILE", help="Take over the judgements in a file.")
@_wish("same", "A B", "A and B are one.")
@_wish("different", "A B", "A and B are never one.")
@_wish("unsure", "A B", "Nobody can tell: do not ask again.")
@_wish("split", "A DOCUMENT", "Who is taken for A in this document is somebody else.")
@_wish("rename", "A NAME", "This is the name of A.")
@_wish("hide", "A", "Do not show A.")
@_wish("same-as", "A IRI", "Another register calls A so.")
@click.option("--take-back", type=click.IntRange(min=1), metavar="LINE", help="Take back the judgement in this line.")
@click.option("--reason", default="", metavar="TEXT", help="Why; goes with each judgement.")
@click.option("--by", metavar="NAME", help="Who judges.  [default: the login name]")
@click.option("--judgements", type=INPUT, help=JUDGEMENTS)
@with_settings
def review(settings: Configuration, judgements: Path | None, **options: Any) -> None:
    """Answer the questions that the documents leave open: are these two one?

    Shows what the protocols say of both, asks on a terminal, and adds each answer to the file of judgements; in a pipe
    the questions are listed. The options from --same on judge without being asked: A and B are names as explain takes
    them, or IRIs. All of them can be repeated. The next build applies what was judged.

    \b
    Examples:
      protokollgraph review
      protokollgraph review --html questions.html
      protokollgraph review --batch answers.tsv
      protokollgraph review --same "LMBV" organisation/lausitzer-gesellschaft --reason "one letterhead"
    """
    from protokollgraph.graph.review import listing
    from protokollgraph.graph.review.desk import review as library_call

    path = judgements or settings.journal
    by, reason, html, form = (options.pop(name) for name in ("by", "reason", "html", "form"))
    list_ = options.pop("list_") or form is not None
    handed_in = {name: given for name in _HANDED_IN if (given := options.pop(name))}
    if len({name if name in ("batch", "take_back") else "judge" for name in handed_in}) + bool(html) + list_ > 1:
        raise UsageError("These options do different things.", "Judge, take over, list or write a page, one at a time.")
    if handed_in:
        click.echo(_judged(settings.store, path, handed_in, by, reason))
        return
    found = library_call(settings.store, path, **options)
    if html is not None:
        _page(found, html)
    elif form == "json":
        show(listing.as_json(found.open(), found.sides))
    elif not found.questions:
        click.echo("No question is open.")
    elif not list_ and sys.stdin.isatty() and sys.stdout.isatty():
        _ask(found, path, by, reason)
    else:
        show(listing.table(found.open()))


def _judged(store: str, path: Path, handed_in: Mapping[str, Any], by: str | None, reason: str) -> str:
    """Write what the options say, and tell what was written."""
    from protokollgraph.graph.judgements.judgement import Kind
    from protokollgraph.graph.review import judging

    signature = judging.Signature(_who(by), datetime.now().astimezone(), reason)
    if batch := handed_in.get("batch"):
        content = sys.stdin.buffer.read() if str(batch) == "-" else batch.read_bytes()
        name = "standard input" if str(batch) == "-" else str(batch)
        done = judging.take_over(store, path, content, name, signature)
    elif line := handed_in.get("take_back"):
        done = judging.take_back(store, path, line, signature)
    else:
        wishes = [(Kind(name.replace("_", "-")), *_two(each)) for name in _WISHES for each in handed_in.get(name, ())]
        done = judging.judge(store, path, wishes, signature)
    return judging.told(done, path)


def _two(given: str | tuple[str, str]) -> tuple[str, str]:
    """Subject and object; --hide has no object."""
    return (given, "") if isinstance(given, str) else given


def _ask(found: Review, path: Path, by: str | None, reason: str) -> None:
    """Ask on the terminal, answer by answer."""
    from protokollgraph.graph.judgements import journal
    from protokollgraph.graph.judgements.judgement import Judgement
    from protokollgraph.graph.judgements.settled import Judgements
    from protokollgraph.graph.review.dialogue import Dialogue

    who = _who(by)

    def judge(judgement: Judgement) -> Judgements:
        return journal.append(path, [judgement], found.base, who=who, now=datetime.now().astimezone())

    dialogue = Dialogue(found, judge, click.echo, click.getchar, reason, screen_width(), bold)
    click.echo(dialogue.run())
    if dialogue.given:
        click.echo(f"Written to {path}. The next protokollgraph build applies what is new.")


def _page(found: Review, out: Path) -> None:
    from protokollgraph.graph.review.page.writing import write_page

    written(out, partial(write_page, found))
    if str(out) != "-":
        count = len(found.questions)
        click.echo(f"{count} open {'question' if count == 1 else 'questions'} in {out}: open it in a browser, offline.")
        click.echo("What it saves is taken over with: protokollgraph review --batch FILE")


def _who(by: str | None) -> str:
    """Who judges; UsageError if nobody is logged in."""
    try:
        return by or getpass.getuser()
    except (KeyError, OSError, ImportError) as error:
        raise UsageError("Nobody is logged in.", "Say who judges with --by.") from error
