"""Who is who: the resolver on a world whose truth is known, beside Splink and beside equality of names.

::

    python -m benchmarks.identities [--people N …] [--seed N] [--splink PYTHON] [--keep FOLDER]

``--people`` is how many mentions of people the documents have, one for each person of each document. Documents are
made, resolved and scored in processes of their own. Splink is not installed with the project: ``--splink`` names the
Python of an environment that has it (``pip install splink``).
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import re
import subprocess
import tempfile
import time
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from benchmarks import phonetic
from benchmarks.pairwise import Figures, figures, pairs, recall
from benchmarks.world.documents import Written, documents
from benchmarks.world.knowable import knowable
from benchmarks.world.minutes import Named
from protokollgraph.graph import codec
from protokollgraph.graph.garbage import no_collection
from protokollgraph.graph.matching.fold import fold
from protokollgraph.graph.matching.naming import organisation
from protokollgraph.graph.resolution import DocumentEntities
from protokollgraph.graph.resolver import resolve
from protokollgraph.model import EntityKind
from protokollgraph.ontology.iris import Iris

TARGET = Figures(0.99, 0.95)


@dataclass(frozen=True, slots=True)
class Run:
    """What one partition cost and how good it is."""

    name: str
    found: Sequence[Hashable]
    seconds: float | None = None
    megabytes: float | None = None
    """Peak of the process."""
    before: float | None = None
    """Of these, what the documents alone take."""


def make(folder: Path, people: int, seed: int) -> None:
    """Write documents, and beside them the truth."""
    with (folder / "documents.jsonl").open("wb") as out, (folder / "truth.jsonl").open("wb") as beside:
        for written in documents(seed, people):
            out.write(codec.encode_entities(written.entities) + b"\n")
            beside.write(msgspec.json.encode((written.people, written.others)) + b"\n")


def read(path: Path) -> Iterator[DocumentEntities]:
    """The documents without their truth, as a build reads what it has kept."""
    decoder = codec.EntitiesDecoder()
    with path.open("rb") as lines:
        for line in lines:
            yield decoder.decode(line)


def read_with_truth(folder: Path) -> list[Written]:
    """The documents with their truth."""
    decoder = msgspec.json.Decoder(tuple[dict[str, Named], dict[str, str]])
    with no_collection(), (folder / "truth.jsonl").open("rb") as lines:
        kept = read(folder / "documents.jsonl")
        return [Written(each, *decoder.decode(line)) for each, line in zip(kept, lines, strict=True)]


def resolve_all(folder: Path) -> None:
    """Resolve the documents; IRIs, seconds and megabytes go into files."""
    with no_collection():
        given = list(read(folder / "documents.jsonl"))
    before, start = _peak_memory(), time.perf_counter()
    found = resolve(given, Iris())
    seconds = time.perf_counter() - start
    cost = {"seconds": seconds, "megabytes": _peak_memory(), "before": before}
    (folder / "entities.json").write_bytes(msgspec.json.encode({k: dict(v) for k, v in found.entities.items()}))
    (folder / "cost.json").write_text(json.dumps(cost))


def _peak_memory() -> float:
    """Megabytes that this process has used at most; what it was started from does not count."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0]) / 1024


def score(folder: Path, splink: str | None) -> None:
    """Print the figures."""
    written = read_with_truth(folder)
    entities = json.loads((folder / "entities.json").read_bytes())
    cost = json.loads((folder / "cost.json").read_text())
    mentions = [named for each in written for named in each.people.values()]
    iris = [entities[each.entities.sha256][key] for each in written for key in each.people]
    runs = [
        Run("resolve", iris, **cost),
        Run("same name (baseline)", [each.printed.full for each in mentions]),
    ]
    if splink is not None:
        runs += _splink(folder, written, splink)
    truth, groups = [each.who for each in mentions], knowable(mentions)
    opened, knowing = groups.count(None), pairs(group for group in groups if group is not None) / pairs(truth)
    print(
        f"\n{len(mentions):,} mentions of {len(set(truth)):,} people in {len(written):,} documents; {opened:,} mentions"
        f" are open, {1 - knowing:.1%} of the pairs cannot be known"
    )
    header = ("precision", "recall", "of all pairs", "seconds", "mentions/s", "MB", "documents")
    print(f"{'':32}" + "".join(f"{title:>13}" for title in header))
    for run in runs:
        print(_row(run, truth, groups))
    _score_others(written, entities)


def _row(run: Run, truth: Sequence[str], groups: Sequence[int | None]) -> str:
    of_all = figures(truth, run.found)
    row = f"{run.name:32}{of_all.precision:13.4f}{recall(groups, run.found):13.4f}{of_all.recall:13.4f}"
    if run.seconds is not None:
        row += f"{run.seconds:13.2f}{len(truth) / run.seconds:13,.0f}"
    for memory in (run.megabytes, run.before):
        row += "" if memory is None else f"{memory:13,.0f}"
    return row


def _score_others(written: Sequence[Written], entities: dict[str, dict[str, str]]) -> None:
    """Organisations and bodies, and projects, beside."""
    for kinds in ((EntityKind.ORGANISATION, EntityKind.BODY), (EntityKind.PROJECT,)):
        keys = [
            (each, key) for each in written for key in each.others if key.partition("/")[0] in {k.value for k in kinds}
        ]
        found = figures(
            [each.others[key] for each, key in keys], [entities[each.entities.sha256][key] for each, key in keys]
        )
        name = " and ".join(kind.value for kind in kinds)
        print(f"{name:32}{found.precision:13.4f}{'':13}{found.recall:13.4f}   ({len(keys):,} mentions)")


def _splink(folder: Path, written: Sequence[Written], python: str) -> Iterator[Run]:
    """What Splink makes of the same mentions, once for each threshold that it was asked for."""
    _write_table(folder / "mentions.tsv", written)
    script = Path(__file__).with_name("identities_splink.py")
    subprocess.run([python, str(script), str(folder)], check=True)
    for result in sorted(folder.glob("splink-*.json")):
        found = json.loads(result.read_text())
        yield Run(f"Splink {found['threshold']}", found["clusters"], found["seconds"], found["megabytes"])


def _write_table(path: Path, written: Sequence[Written]) -> None:
    """A row for each mention, prepared for Splink: folded, without legal forms, with the sound of the name."""
    columns = ("unique_id", "document", "family", "sound", "given", "initial", "gender", "employer", "body")
    with path.open("w", encoding="utf-8") as out:
        out.write("\t".join(columns) + "\n")
        n = 0
        for each in written:
            names = {entity.key: organisation(entity.name).strong for entity in each.entities.entities}
            body = each.entities.meeting.body if each.entities.meeting else None
            posts = [post for post in each.entities.memberships if not post.former and post.organisation != body]
            employers = {post.person: names[post.organisation] for post in reversed(posts)}
            for key, named in each.people.items():
                family, given = fold(named.printed.family), fold(named.printed.given or "")
                row = (n, each.entities.sha256[:12], family, phonetic.cologne(family), "" if "." in given else given)
                gender, employer = named.printed.gender or "", employers.get(key, "")
                more = (given[:1], gender, employer, names[body or ""])
                out.write("\t".join(map(str, row + more)) + "\n")
                n += 1


def main() -> None:
    """Print a table for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, nargs="+", default=[10_000, 30_000])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--splink", metavar="PYTHON")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where documents and results are left")
    options = parser.parse_args()
    for people in options.people:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) if options.keep is None else options.keep / str(people)
            folder.mkdir(parents=True, exist_ok=True)
            _alone(make, folder, people, options.seed)
            _alone(resolve_all, folder)
            _alone(score, folder, options.splink)


def _alone(call: Callable[..., None], *arguments: object) -> None:
    """Call it in a process of its own."""
    process = multiprocessing.get_context("spawn").Process(target=call, args=arguments)
    process.start()
    process.join()
    if process.exitcode:
        raise SystemExit(f"{call.__name__} ended with {process.exitcode}")


if __name__ == "__main__":
    main()
