"""Where documents come from: files, folders, patterns, standard input, and a server on this machine."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

import pytest

from protokollgraph.errors import DocumentError
from protokollgraph.extract import reader
from protokollgraph.extract.reader import Address, Piped, web

TEXT = "Protokoll der Sitzung vom 5. Mai 2024 im Rathaus Mühlberg\n"


class Server(BaseHTTPRequestHandler):
    """Answers as the path says."""

    def do_GET(self) -> None:
        """One answer for each case below."""
        if self.path.startswith("/to/"):
            self.redirect(self.path.removeprefix("/to/"))
        elif self.path == "/round":
            self.redirect("/round")
        elif self.path == "/gone":
            self.send_error(404, "Not Found")
        elif self.path == "/endless":
            self.answer(None)
            for _ in range(1_000):
                self.wfile.write(b"Protokoll " * 10_000)
        elif self.path == "/drip":
            self.answer(None)
            for _ in range(600):
                self.wfile.write(b"P")
                time.sleep(0.05)
        elif self.path == "/packed":
            self.answer(gzip.compress(TEXT.encode()), ("Content-Encoding", "gzip"))
        elif self.path == "/bomb":
            self.answer(gzip.compress(b"Protokoll " * 10_000_000), ("Content-Encoding", "gzip"))
        elif self.path == "/broken":
            self.answer(b"Protokoll", ("Content-Length", "5000"))
        else:
            self.answer(TEXT.encode())

    def redirect(self, to: str) -> None:
        """Elsewhere."""
        self.send_response(302)
        self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def answer(self, body: bytes | None, *headers: tuple[str, str]) -> None:
        """This body; without one, what is written then."""
        self.send_response(200)
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *_: object) -> None:
        """Nothing."""

    def handle(self) -> None:
        """Whoever asks may go away."""
        try:
            super().handle()
        except ConnectionError:
            self.close_connection = True


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as running:
        running.daemon_threads = True
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()


@pytest.mark.parametrize("path", ["/amt/protokoll%201.txt", "/to//amt/protokoll%201.txt"], ids=["plain", "redirected"])
def test_a_file_on_the_web_is_a_document(server: str, path: str) -> None:
    document = reader.read(server + path)
    assert (document.name, document.text) == ("protokoll 1.txt", TEXT)


def test_a_packed_answer_is_unpacked(server: str) -> None:
    assert reader.read(f"{server}/packed").text == TEXT


NAMES = [
    ("https://a.example/x/protokoll.pdf?id=3#page=2", "protokoll.pdf"),
    ("https://a.example/x/", "x"),
    ("https://a.example/Niederschrift%20M%C3%A4rz.pdf", "Niederschrift März.pdf"),
    ("https://a.example", "a.example"),
]


@pytest.mark.parametrize(("url", "name"), NAMES)
def test_an_address_has_the_name_of_its_file(url: str, name: str) -> None:
    assert Address(url).name == name


REFUSED = [
    ("/gone", "its server answers 404 Not Found"),
    ("/round", "redirect"),
    ("/to/file:///etc/hostname", "not allowed|no address of the web"),
    ("/to/ftp://127.0.0.1/x", "no address of the web"),
    ("/endless", "more than a protocol can have"),
    ("/bomb", "more than a protocol can have"),
    ("/broken", "cannot be fetched"),
]


@pytest.mark.parametrize(("path", "problem"), REFUSED, ids=[path for path, _ in REFUSED])
def test_what_cannot_be_fetched_is_refused_with_the_remedy(server: str, path: str, problem: str) -> None:
    with pytest.raises(DocumentError, match=problem) as caught:
        reader.read(server + path)
    assert caught.value.name == server + path
    assert caught.value.remedy.endswith(".")


def test_a_server_that_takes_its_time_is_not_waited_for(server: str) -> None:
    started = time.monotonic()
    with pytest.raises(DocumentError, match="was not there after 1 seconds"):
        web.fetched(f"{server}/drip", lambda stream: stream.read(), seconds=1)
    assert time.monotonic() - started < 5


def test_a_server_that_is_not_there() -> None:
    with pytest.raises(DocumentError, match="cannot be reached"):
        reader.read("http://127.0.0.1:9/protokoll.txt")


def test_other_schemes_are_not_fetched() -> None:
    with pytest.raises(DocumentError, match="no address of the web"):
        reader.read("file:///etc/hostname")


def test_standard_input_is_a_document_with_a_name_of_its_own() -> None:
    document = reader.read("-", BytesIO(TEXT.encode()))
    assert document.text == TEXT
    assert document.name == Piped(TEXT.encode()).name
    assert document.name.startswith("standard-input-")
    (piped,) = reader.files(["-", "-"], BytesIO(TEXT.encode())).taken[:1]
    assert reader.identity(piped) == document.name


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("a.txt", "b.pdf", "c.png", "2024/d.txt", "2024/mai/e.txt", ".f.txt", "g[1].txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


PATTERNS = [
    ("*.txt", ["a.txt", "g[1].txt"], []),
    ("**/*.txt", ["2024/d.txt", "2024/mai/e.txt", "a.txt", "g[1].txt"], []),
    ("20?4/*", ["2024/d.txt", "2024/mai/e.txt"], []),
    ("*", ["2024/d.txt", "2024/mai/e.txt", "a.txt", "b.pdf", "g[1].txt"], ["c.png"]),
    ("*.png", ["c.png"], []),
    # the name of a file is no pattern
    ("g[1].txt", ["g[1].txt"], []),
    (".*.txt", [], []),
]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("pattern", "taken", "left_out"), PATTERNS, ids=[case[0] for case in PATTERNS])
def test_patterns_are_the_programs_business(pattern: str, taken: list[str], left_out: list[str]) -> None:
    found = reader.files([pattern])
    assert [str(path) for path in found.taken] == taken
    assert [str(path) for path in found.left_out] == left_out
    assert len(found.missing) == (0 if taken else 1)


def test_patterns_may_begin_at_the_root(folder: Path) -> None:
    assert reader.files([str(folder / "20*" / "*.txt")]).taken == (folder / "2024" / "d.txt",)


@pytest.mark.parametrize("pattern", ["x*.txt", "***", "[a"])
def test_a_pattern_that_nothing_fits_is_said(pattern: str, folder: Path) -> None:
    found = reader.files([str(folder / pattern)])
    assert found.taken == ()
    assert [error.name for error in found.missing] == [str(folder / pattern)]


def test_a_huge_text_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "gross.txt"
    with path.open("wb") as stream:
        stream.write(b"Protokoll " * 10_000)
        stream.truncate(200_000_000)
    started = time.monotonic()
    with pytest.raises(DocumentError, match="200 MB"):
        reader.read(path)
    assert time.monotonic() - started < 1
