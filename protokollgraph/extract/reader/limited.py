"""Strangers' files in a process of their own: a reader that crashes, hangs or swallows memory takes nothing with it.

The process stays for the next file, because starting one takes a hundred times as long as reading a page. It is started
anew after it died, and it dies when a file takes too long.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from protokollgraph.errors import FormatError
from protokollgraph.extract.reader.content import Content
from protokollgraph.model import Finding, Severity, Span

_ROOT = str(Path(__file__).resolve().parents[3])
"""Where this package lies, installed or not."""
MAX_MEMORY = 2_000_000_000
"""Bytes of address space that the process may use, where the system can hold it to that."""


def limited(reader: str, data: bytes, seconds: float) -> Content:
    """What ``reader``, a "module:function" from bytes to Content, makes of ``data`` in at most so many seconds.

    FormatError if it refuses, takes longer, or its process dies.
    """
    with _LOCK:
        own = _PROCESSES.setdefault(os.getpid(), _Process())
        fresh = not own.used
        answer = own.ask(reader, data, seconds)
        if answer is None and not fresh and not own.timed_out:
            # what earlier files left behind may be to blame
            answer = own.ask(reader, data, seconds)
    if answer is None:
        if own.timed_out:
            raise FormatError(f"takes longer than {seconds:.0f} seconds to read.", "It may be damaged; print it anew.")
        raise FormatError("makes its reader crash.", "It may be damaged; print it anew or save its text.")
    if "problem" in answer:
        raise FormatError(answer["problem"], answer["remedy"])
    return _content(answer)


class _Process:
    """The process that reads, and what is told to it and by it."""

    def __init__(self) -> None:
        self.used = False
        self.timed_out = False
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, reader: str, data: bytes, seconds: float) -> dict[str, Any] | None:
        """The answer, None if the process died or had to be ended."""
        process = self._started()
        expired = threading.Event()

        def end() -> None:
            expired.set()
            process.kill()

        timer = threading.Timer(seconds, end)
        timer.daemon = True
        timer.start()
        try:
            answer = _exchange(process, reader, data)
        except (OSError, ValueError):
            answer = None
        finally:
            timer.cancel()
            timer.join()
        self.timed_out = expired.is_set() and answer is None
        self.used = answer is not None
        if answer is None or expired.is_set():
            self.close()
        return answer

    def close(self) -> None:
        """End the process."""
        process, self._process, self.used = self._process, None, False
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                _there(pipe).close()
        process.wait()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._process = subprocess.Popen(
                # -P: what lies in the folder that the user is in must not be imported
                [sys.executable, "-P", "-m", "protokollgraph.extract.reader.worker", str(MAX_MEMORY)],
                env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (_ROOT, os.environ.get("PYTHONPATH"))))},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process


_LOCK = threading.Lock()
_PROCESSES: dict[int, _Process] = {}
"""By the process that asks: a forked one must not talk to its parent's."""


@atexit.register
def close() -> None:
    """End the process that this one has started, if there is one."""
    own = _PROCESSES.pop(os.getpid(), None)
    if own:
        own.close()


def _exchange(process: subprocess.Popen[bytes], reader: str, data: bytes) -> dict[str, Any] | None:
    """Send a line that says what to do and the bytes; the answer is one line of JSON."""
    sink, source = _there(process.stdin), _there(process.stdout)
    sink.write(json.dumps({"reader": reader, "size": len(data)}).encode() + b"\n")
    sink.write(data)
    sink.flush()
    line = source.readline()
    answer = json.loads(line) if line.endswith(b"\n") else None
    return answer if isinstance(answer, dict) else None


def _there(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise ValueError("the process has no pipe")
    return pipe


def as_json(content: Content) -> dict[str, Any]:
    """The content as values of JSON; :func:`limited` makes it a Content again."""
    return asdict(content)


def _content(answer: dict[str, Any]) -> Content:
    notes = tuple(map(_note, answer["notes"]))
    return Content(answer["text"], tuple(answer["pages"]), notes, answer["paragraphs"])


def _note(note: dict[str, Any]) -> Finding:
    span = Span(**note["span"]) if note["span"] else None
    return Finding(note["code"], note["message"], Severity(note["severity"]), span)
