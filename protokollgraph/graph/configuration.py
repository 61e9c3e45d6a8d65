"""What a user sets once for all commands: a TOML file, ``protokollgraph.toml`` in the working folder or ``--config``.

::

    base = "https://data.example.org/id/"   # first part of all IRIs
    store = "graph-store"                   # folder of the graph, relative to this file, or address of a server
    jobs = 2                                # processes that read documents
    style = "niederschrift-sh"              # style of all documents; otherwise each shows its own
    styles = ["our-minutes.yml"]            # own styles, relative to this file
    judgements = "judgements.tsv"           # who is who, as people have judged it, relative to this file
    register = "register.jsonl"             # IRIs that were handed out; without it they are kept in the store
    authorities = ["towns.csv"]             # lists of known people and things, relative to this file, or shipped ones
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from urllib.parse import urlsplit

from protokollgraph.errors import UsageError
from protokollgraph.extract.style import Selection

DEFAULT_FILE = Path("protokollgraph.toml")
DEFAULT_STORE = "graph-store"
DEFAULT_JUDGEMENTS = "judgements.tsv"


@dataclass(frozen=True, slots=True)
class Configuration:
    """Settings; None where the user leaves the choice to the program."""

    base: str | None = None
    store: str = DEFAULT_STORE
    jobs: int | None = None
    style: str | None = None
    styles: tuple[Path, ...] = ()
    judgements: Path | None = None
    """The file that is set; :attr:`judged` is the one to read, :attr:`journal` the one to write."""
    register: Path | None = None
    """The file of IRIs that were handed out; None for the one in the store."""
    authorities: tuple[str | Path, ...] = ()
    """Files, and names of shipped lists."""
    folder: Path = field(default=Path(), compare=False)
    """The folder of the file of settings, no setting itself."""

    @property
    def journal(self) -> Path:
        """The file that judgements are added to; without a setting ``judgements.tsv`` beside the settings."""
        return self.judgements or self.folder / DEFAULT_JUDGEMENTS

    @property
    def judged(self) -> Path | None:
        """The file of judgements to read; None if none is set and none stands where it would be looked for."""
        return self.journal if self.judgements or self.journal.is_file() else None

    def selection(self, style: str | None = None) -> Selection:
        """The styles to read with; ``style`` takes precedence over the one that is set. StyleError if it is none."""
        return Selection.of(style or self.style, self.styles)


def load(path: Path | None = None, *, store: str | None = None) -> Configuration:
    """The settings in ``path``; without one those in ``protokollgraph.toml`` here, if there is such a file.

    ``store`` takes precedence over the one in the file. UsageError if the file is missing, is no TOML, or holds a
    setting that does not exist.
    """
    if path is None and DEFAULT_FILE.is_file():
        path = DEFAULT_FILE
    settings = Configuration() if path is None else _checked(path, _settings(path))
    return replace(settings, store=store) if store else settings


def _settings(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}.", "Name a configuration file that can be read.") from error
    except ValueError as error:
        raise UsageError(f"{path} is no TOML: {error}.", 'Write settings as: base = "https://…/".') from error


def _checked(path: Path, settings: dict[str, object]) -> Configuration:
    known = [each.name for each in fields(Configuration) if each.name != "folder"]
    for name in settings:
        if name not in known:
            raise UsageError(f"{path}: there is no setting {name!r}.", f"Settings are: {', '.join(known)}.")
    base, store, jobs, style, styles, judgements, register, authorities = (settings.get(name) for name in known)
    if base is not None and not (isinstance(base, str) and _is_base(base)):
        raise UsageError(f"{path}: base is no IRI that others can be put behind.", "It must be http(s) and end in /.")
    if store is not None and not (isinstance(store, str) and store):
        raise UsageError(f"{path}: store is no path.", 'Write it as: store = "graph-store".')
    if jobs is not None and not (isinstance(jobs, int) and not isinstance(jobs, bool) and jobs > 0):
        raise UsageError(f"{path}: jobs is no number of processes.", "Write it as: jobs = 2.")
    if style is not None and not (isinstance(style, str) and style):
        raise UsageError(f"{path}: style is no name of a style.", 'Write it as: style = "niederschrift".')
    if styles is not None and not (isinstance(styles, list) and all(isinstance(each, str) for each in styles)):
        raise UsageError(f"{path}: styles is no list of files.", 'Write it as: styles = ["our-minutes.yml"].')
    if judgements is not None and not (isinstance(judgements, str) and judgements):
        raise UsageError(f"{path}: judgements is no path.", 'Write it as: judgements = "judgements.tsv".')
    if register is not None and not (isinstance(register, str) and register):
        raise UsageError(f"{path}: register is no path.", 'Write it as: register = "register.jsonl".')
    if authorities is not None and not (isinstance(authorities, list) and all(isinstance(a, str) for a in authorities)):
        raise UsageError(f"{path}: authorities is no list of files.", 'Write it as: authorities = ["towns.csv"].')
    return Configuration(
        base=base,
        store=_located(store or DEFAULT_STORE, path),
        jobs=jobs,
        style=style,
        styles=tuple(path.parent / each for each in styles or ()),
        judgements=path.parent / judgements if judgements else None,
        register=path.parent / register if register else None,
        authorities=tuple(path.parent / each if set("./") & set(each) else each for each in authorities or ()),
        folder=path.parent,
    )


def _located(store: str, beside: Path) -> str:
    """The store as seen from here: a folder is relative to the configuration file, an address stays."""
    return store if store.startswith(("http://", "https://")) else str(beside.parent / store)


def _is_base(text: str) -> bool:
    parts = urlsplit(text)
    printable = text.isascii() and text.isprintable() and not set(text) & set('<>"{}|\\^` ')
    return printable and parts.scheme in ("http", "https") and bool(parts.netloc) and text.endswith(("/", "#"))
