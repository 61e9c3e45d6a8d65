"""The process that reads strangers' files, see ``limited``: one request after the other from standard input."""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module
from typing import Any

from protokollgraph.errors import FormatError
from protokollgraph.extract.reader.limited import as_json


def main(max_memory: int) -> None:
    """Answer until the input ends. Whatever a library prints goes nowhere."""
    _hold_to(max_memory)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    for line in iter(sys.stdin.buffer.readline, b""):
        request = json.loads(line)
        data = sys.stdin.buffer.read(request["size"])
        answers.write(json.dumps(_answer(request["reader"], data)).encode() + b"\n")
        answers.flush()


def _answer(reader: str, data: bytes) -> dict[str, Any]:
    module, _, name = reader.partition(":")
    try:
        return as_json(getattr(import_module(module), name)(data))
    except FormatError as error:
        return {"problem": error.problem, "remedy": error.remedy}
    except MemoryError:
        return {"problem": "needs more memory than is allowed.", "remedy": "Save its text, or a smaller part of it."}


def _hold_to(max_memory: int) -> None:
    """Limit the address space, where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (max_memory, max_memory))


if __name__ == "__main__":
    main(int(sys.argv[1]))
