"""OParl as files: a folder that a web server hands out as it is, or everything in one JSON text."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from protokollgraph.errors import UsageError
from protokollgraph.graph.oparl.objects import Addresses, Object

PAGE = 100
"""Objects of a list page; OParl 1.1 leaves the number to the server."""

_MARK = "system.json"


def as_text(system: Object, body: Object, lists: dict[str, Sequence[Object]]) -> bytes:
    """Everything in one list, for other programs."""
    return _json({"data": [system, body, *(each for name in sorted(lists) for each in lists[name])]})


def write(folder: Path, addresses: Addresses, system: Object, body: Object, lists: dict[str, Sequence[Object]]) -> None:
    """Write the folder as a whole; an earlier export there is replaced. UsageError if something else lies there."""
    if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not (folder / _MARK).is_file())):
        raise UsageError(f"{folder} holds something else.", "Give an empty or a new folder with -o, or a file *.json.")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        try:
            for path, content in _files(addresses, system, body, lists):
                (made / path).parent.mkdir(parents=True, exist_ok=True)
                (made / path).write_bytes(_json(content))
            made.chmod(0o755)
            if folder.exists():
                shutil.rmtree(folder)
            os.replace(made, folder)  # noqa: PTH105 - a folder takes the place of another
        finally:
            shutil.rmtree(made, ignore_errors=True)
    except OSError as error:
        raise UsageError(f"{folder} cannot be written: {error.strerror}.", "Give another place with -o.") from error


def _files(
    addresses: Addresses, system: Object, body: Object, lists: dict[str, Sequence[Object]]
) -> Iterator[tuple[str, Object]]:
    """Path in the folder and content: objects one by one, then the pages of lists."""
    for each in (system, body, *_with_inner([each for name in sorted(lists) for each in lists[name]])):
        yield addresses.path(each["id"]), each
    for name, objects in sorted({**lists, "bodies": [body]}.items()):
        yield from _pages(addresses, name, objects)


def _with_inner(objects: Sequence[Object]) -> Iterator[Object]:
    """Objects, and those that stand in them: each has an address of its own."""
    seen: set[str] = set()
    waiting = list(reversed(objects))
    while waiting:
        each = waiting.pop()
        if each.get("id", "") in seen or "type" not in each:
            continue
        seen.add(each["id"])
        yield each
        for value in reversed(each.values()):
            inner = value if isinstance(value, list) else [value]
            waiting.extend(one for one in reversed(inner) if isinstance(one, dict))


def _pages(addresses: Addresses, name: str, objects: Sequence[Object]) -> Iterator[tuple[str, Object]]:
    last = max(1, -(-len(objects) // PAGE))
    for number in range(1, last + 1):
        links = {
            "first": addresses.page(name),
            "self": addresses.page(name, number),
            "last": addresses.page(name, last),
        }
        if number > 1:
            links["prev"] = addresses.page(name, number - 1)
        if number < last:
            links["next"] = addresses.page(name, number + 1)
        pagination = {
            "totalElements": len(objects),
            "elementsPerPage": PAGE,
            "currentPage": number,
            "totalPages": last,
        }
        data = list(objects[(number - 1) * PAGE : number * PAGE])
        yield addresses.path(links["self"]), {"data": data, "pagination": pagination, "links": links}


def _json(content: Object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
