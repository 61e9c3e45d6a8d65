"""Settings from a file, and what is said about wrong ones."""

from pathlib import Path

import pytest

from protokollgraph.errors import UsageError
from protokollgraph.graph.configuration import Configuration, load


def test_without_a_file_there_are_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load() == Configuration(base=None, store="graph-store", jobs=None)


def test_file_in_the_working_folder_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("protokollgraph.toml").write_text("jobs = 3\n", encoding="utf-8")
    assert load().jobs == 3


def test_store_is_relative_to_the_file(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('store = "graphs/one"\nbase = "https://data.example.org/id/"\n', encoding="utf-8")
    assert load(file) == Configuration(base="https://data.example.org/id/", store=str(tmp_path / "graphs" / "one"))


def test_store_that_is_asked_for_goes_before_the_file(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('store = "one"\njobs = 2\n', encoding="utf-8")
    assert load(file, store="two") == Configuration(store="two", jobs=2)


def test_own_styles_are_relative_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "ours.yml").write_text("name: ours\nextends: common\n", encoding="utf-8")
    file = tmp_path / "settings.toml"
    file.write_text('styles = ["ours.yml"]\nstyle = "ours"\n', encoding="utf-8")
    selection = load(file).selection()
    assert selection.name == "ours"
    assert "ours" in {style.name for style in selection.styles()}


def test_judgements_are_read_beside_the_settings_if_they_are_there(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("jobs = 2\n", encoding="utf-8")
    assert load(file).judged is None
    assert load(file).journal == tmp_path / "judgements.tsv"
    (tmp_path / "judgements.tsv").touch()
    assert load(file).judged == tmp_path / "judgements.tsv"


def test_judgements_that_are_set_are_read_in_any_case(tmp_path: Path) -> None:
    # A slip in the name must not undo in silence what people have judged.
    file = tmp_path / "settings.toml"
    file.write_text('judgements = "who/is-who.tsv"\n', encoding="utf-8")
    assert load(file).judged == load(file).journal == tmp_path / "who" / "is-who.tsv"


def test_without_settings_judgements_are_in_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load().judged is None
    Path("judgements.tsv").touch()
    assert load().judged == load().journal == Path("judgements.tsv")


def test_address_of_a_server_stays(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('store = "https://data.example.org/sparql"\n', encoding="utf-8")
    assert load(file).store == "https://data.example.org/sparql"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("base", "is no TOML", id="no-toml"),
        pytest.param('bass = "x"', "no setting 'bass'", id="unknown-setting"),
        pytest.param('base = "data"', "base is no IRI", id="base-relative"),
        pytest.param('base = "https://data.example.org/id"', "base is no IRI", id="base-without-slash"),
        pytest.param('base = "https://data.example.org/i d/"', "base is no IRI", id="base-with-blank"),
        pytest.param("base = 1", "base is no IRI", id="base-number"),
        pytest.param("jobs = 0", "no number of processes", id="no-jobs"),
        pytest.param("jobs = true", "no number of processes", id="jobs-true"),
        pytest.param("store = 1", "store is no path", id="store-number"),
        pytest.param("style = 1", "style is no name", id="style-number"),
        pytest.param('styles = "a.yml"', "styles is no list", id="styles-text"),
        pytest.param('judgements = ["a.tsv"]', "judgements is no path", id="judgements-list"),
        pytest.param('folder = "a"', "no setting 'folder'", id="what-is-no-setting"),
    ],
)
def test_wrong_settings_are_named(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        load(file)


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere\.toml: No such file"):
        load(tmp_path / "nowhere.toml")


def test_authority_files_are_relative_to_the_file_and_shipped_ones_have_names(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('authorities = ["lists/towns.csv", "lausitz-werkstaetten"]\n', encoding="utf-8")
    assert load(file).authorities == (tmp_path / "lists" / "towns.csv", "lausitz-werkstaetten")
