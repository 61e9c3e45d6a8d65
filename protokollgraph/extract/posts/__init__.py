"""Functions and organisations as printed beside a name: "Referentin, Ministerium für Infrastruktur (MIL)"."""

from __future__ import annotations

from protokollgraph.extract.posts.beside import Post, posts, role_at
from protokollgraph.extract.posts.lines import PersonLine, people, person_line

__all__ = ["PersonLine", "Post", "people", "person_line", "posts", "role_at"]
