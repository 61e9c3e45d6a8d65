"""The head of a protocol: body, session number, date, times, place, chair, minute-taker, sessions before and after."""

from __future__ import annotations

from protokollgraph.extract.header.home import settle as settle_home
from protokollgraph.extract.header.meeting import finish, read, signed
from protokollgraph.extract.header.sessions import following

__all__ = ["finish", "following", "read", "settle_home", "signed"]
