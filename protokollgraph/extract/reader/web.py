"""Files on the web, fetched with limits: of time, of bytes, of redirections, of schemes."""

from __future__ import annotations

import gzip
import http.client
import queue
import threading
from collections.abc import Callable
from typing import BinaryIO, cast
from urllib import error, request

from protokollgraph.errors import DocumentError, FormatError

SECONDS = 60.0
"""A file that takes longer is given up."""
SILENCE = 20.0
"""So long a server may say nothing."""
_REDIRECTIONS = 5
_SCHEMES = ("http://", "https://")

Reading = Callable[[BinaryIO], bytes]


def fetched(url: str, reading: Reading, seconds: float = SECONDS) -> bytes:
    """What ``reading`` takes from the file at this address, in at most so many seconds.

    DocumentError if the address cannot be reached, its server refuses, or it takes too long. ``reading`` gets a stream
    and must not read without end.
    """
    if not url.lower().startswith(_SCHEMES):
        raise DocumentError(url, "is no address of the web.", "Only http:// and https:// are fetched.")
    answer: queue.SimpleQueue[bytes | BaseException] = queue.SimpleQueue()

    def fetch() -> None:
        try:
            answer.put(_fetched(url, reading))
        except error.HTTPError as problem:
            problem.close()
            answer.put(problem)
        except (DocumentError, FormatError, OSError, ValueError, http.client.HTTPException) as problem:
            answer.put(problem)

    # names are looked up and answers awaited without a limit that holds, so that is a thread's business
    threading.Thread(target=fetch, daemon=True).start()
    try:
        found = answer.get(timeout=seconds)
    except queue.Empty:
        raise DocumentError(
            url, f"was not there after {seconds:.0f} seconds.", "Fetch it with a browser and give the file."
        ) from None
    if isinstance(found, bytes):
        return found
    raise _explained(url, found) from found


class _Redirections(request.HTTPRedirectHandler):
    max_redirections = _REDIRECTIONS
    max_repeats = 2

    def redirect_request(
        self, req: request.Request, fp: object, code: int, msg: str, headers: object, newurl: str
    ) -> request.Request | None:
        """The same, but nowhere else than on the web."""
        if not newurl.lower().startswith(_SCHEMES):
            raise error.HTTPError(newurl, code, "is no address of the web", headers, fp)  # type: ignore[arg-type]
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def _fetched(url: str, reading: Reading) -> bytes:
    wanted = request.Request(url, headers={"User-Agent": "protokollgraph", "Accept-Encoding": "gzip, identity;q=0.5"})
    opener = request.build_opener(_Redirections)
    with opener.open(wanted, timeout=SILENCE) as response:
        if response.headers.get("Content-Encoding", "").lower() == "gzip":
            with gzip.GzipFile(fileobj=response) as stream:
                return reading(cast(BinaryIO, stream))
        data = reading(response)
        if response.length:
            raise http.client.IncompleteRead(data, response.length)
        return data


def _explained(url: str, problem: BaseException) -> DocumentError:
    if isinstance(problem, DocumentError):
        return problem
    if isinstance(problem, error.HTTPError):
        said = f"its server answers {problem.code} {problem.reason}."
    elif isinstance(problem, error.URLError):
        said = f"cannot be reached ({problem.reason})."
    else:
        said = f"cannot be fetched ({problem})."
    return DocumentError(
        url, " ".join(said.split()), "Check the address, or fetch it with a browser and give the file."
    )
