"""Functions and organisations as printed beside a name: "Referentin, Ministerium für Infrastruktur (MIL)"."""

from __future__ import annotations

from protokollgraph.extract.posts.beside import Post, posts, role_at
from protokollgraph.extract.posts.lines import STANDS_IN, PersonLine, people, person_line
from protokollgraph.extract.posts.offices import expanded, is_head, is_office, is_seat, office_at
from protokollgraph.extract.posts.organisations import is_press
from protokollgraph.extract.posts.parties import has_none, is_joint_list, is_party
from protokollgraph.extract.posts.parties import heading as party_heading

__all__ = [
    "STANDS_IN",
    "PersonLine",
    "Post",
    "expanded",
    "has_none",
    "is_head",
    "is_joint_list",
    "is_office",
    "is_party",
    "is_press",
    "is_seat",
    "office_at",
    "party_heading",
    "people",
    "person_line",
    "posts",
    "role_at",
]
