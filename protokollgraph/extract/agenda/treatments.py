"""The treatments of items as running text."""

from __future__ import annotations

import re

from protokollgraph.extract import names, posts
from protokollgraph.extract.agenda import presenters
from protokollgraph.extract.draft import Draft, Unit, evidence
from protokollgraph.extract.passage import SOFT_BREAK, Passage
from protokollgraph.extract.segment import Section
from protokollgraph.model import Treatment


def read(draft: Draft, section: Section) -> None:
    """The treatment as a whole, its blocks as running text; a first line that only names people presents the item."""
    passages = [
        section.mark,
        *([section.heading] if section.heading else []),
        *(b.passage for b in section.blocks),
        *(t.row for t in section.tasks),
    ]
    first = passages[0].origin[0]
    last = max(max(p.origin[0], p.origin[-1]) for p in passages if p)
    source = section.mark.source
    whole = Passage(source[first : last + 1], range(first, last + 1), source)
    draft.treatments.append(Treatment(section.number, evidence(whole, "segment.treatment", 0.98)))
    if section.heading:
        draft.units.append(Unit(section.heading.squeeze(), section.number, title=True))
    for index, block in enumerate(section.blocks):
        if index == 0 and not block.bullet and block.part is None and _is_presenter_line(block.passage):
            for line in posts.people(block.passage.cut(0, _soft_end(block.passage.text))):
                presenters.presents(
                    draft,
                    section.number,
                    line,
                    section.heading.text if section.heading else "",
                    "agenda.heading-people",
                )
            continue
        if presenters.nobody(block.passage.text):
            continue
        draft.units.append(Unit(block.passage, section.number, block.bullet, part=block.part))


def _soft_end(text: str) -> int:
    at = text.find(SOFT_BREAK)
    return at if at > 0 else len(text)


def _is_presenter_line(passage: Passage) -> bool:
    """A line under a heading that names people with what they are, and says nothing of them."""
    text = passage.text[: _soft_end(passage.text)].strip()
    if len(text) > 400 or (text.endswith(".") and not re.search(r"e\. ?V\.$", text)):
        return False
    if re.search(
        r"\b(?:wird|werden|wurde|wurden|hat|haben|ist|sind|stellt|berichtet|begrüßt|eröffnet|erläutert|informiert|dass"
        r"|nimmt)\b",
        text,
    ):
        return False
    found = names.full_at(text, 0)
    return found is not None and (
        found.end == len(text)
        or text[found.end :].lstrip()[:1] in (",", "(", "–", "-", ";", "/")
        or re.match(r"\s+und\s", text[found.end :]) is not None
    )
