"""Readers as a stranger's file can make them: one hangs, one dies, one swallows memory."""

from __future__ import annotations

import os
import sys
import time

from protokollgraph.extract.reader.content import Content


def good(data: bytes) -> Content:
    return Content(str(len(data)))


def chatty(data: bytes) -> Content:
    sys.stdout.write("nothing of import\n")
    sys.stdout.flush()
    return good(data)


def hang(_: bytes) -> Content:
    time.sleep(600)
    return Content("")


def crash(_: bytes) -> Content:
    os.abort()


def fail(_: bytes) -> Content:
    raise RuntimeError("a defect")


def swallow(_: bytes) -> Content:
    return Content(str(len(bytearray(20_000_000_000))))
