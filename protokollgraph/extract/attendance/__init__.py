"""Attendance: who was there, excused or absent, in which capacity, for whom."""

from __future__ import annotations

from protokollgraph.extract.attendance.councils import administration
from protokollgraph.extract.attendance.record import read

__all__ = ["administration", "read"]
