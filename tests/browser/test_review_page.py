"""The review page in a browser: questions answered by keys and buttons, and the file that comes of it taken over."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "handler": "<img src=x onerror=alert(1)>",
    "end of data": "</script><script>alert(1)</script>",
    "right to left": "\u202eEsrever \u2066Omen",
    "long": "Ernestine " + "Wagenknechtshausen-" * 26,
    "prototype": "__proto__ {n} $& constructor",
    "columns": "Ruth\tQuandel\nsame\tperson/a",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from review_world import build_store

    return build_store(tmp_path_factory.mktemp("review"))


@pytest.fixture(scope="module")
def file(store: Path) -> Path:
    """The page of one question about three women, which is three pairs."""
    return write(store, store.parent / "questions.html")


def write(store: Path, out: Path, judgements: Path | None = None) -> Path:
    from protokollgraph.graph.review.desk import review
    from protokollgraph.graph.review.page.writing import write_page

    write_page(review(store, judgements), out)
    return out


def states(page: Page) -> list[str]:
    """How the pairs stand in the list."""
    classes = [entry.get_attribute("class") or "" for entry in page.locator(".entry").all()]
    return [each.removeprefix("entry is-") for each in classes]


def again(watched: Any) -> None:
    """Load the page once more, which is the one request that it may cause."""
    watched.page.reload()
    watched.page.wait_for_selector("html[data-ready]", state="attached")
    assert watched.requests.pop() == watched.page.url


def saved(page: Page, folder: Path) -> Path:
    """The file that the button saves."""
    with page.expect_download() as downloading:
        page.click("#save")
    path = folder / downloading.value.suggested_filename
    downloading.value.save_as(path)
    return path


def test_the_page_shows_both_sides(file: Path, visit: Callable[..., Any]) -> None:
    page = visit(file).page
    assert page.title() == "Wer ist wer? Offene Fragen"
    assert page.inner_text("#summary") == "3 von 3 Paaren offen"
    asked = page.text_content("#asked") or ""
    assert asked.startswith("„\u2068Ruth Quandel\u2069“ kommt mit verschiedenen Organisationen vor.")
    assert page.locator(".side").count() == 2
    assert "Kreisbank AG" in page.inner_text(".side >> nth=0")
    assert "Bürgermeisterin, Stadt Musterau" in page.inner_text(".side >> nth=1")
    marked = page.locator(".side >> nth=0 >> .passage mark").all_inner_texts()
    assert marked
    assert set(marked) <= {"Ruth Quandel", "Frau Quandel"}
    assert "Ergebnisprotokoll der 4. Sitzung der Werkstatt 6 · 11.06.2024" in page.inner_text("figcaption >> nth=0")
    assert page.locator(".tag").all_inner_texts() == ["bei beiden", "bei beiden"]
    assert page.inner_text(".together") == "Kein Protokoll nennt beide."
    assert page.locator("#save").is_disabled()


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        pytest.param("j", ["same", "open", "open"], id="ja"),
        pytest.param("Y", ["same", "open", "open"], id="yes"),
        pytest.param("n", ["different", "open", "open"], id="no"),
        pytest.param("u", ["unsure", "open", "open"], id="unsure"),
        pytest.param("jn", ["same", "different", "follows-different"], id="different-follows"),
        pytest.param("jj", ["same", "same", "follows-same"], id="the-same-follows"),
        pytest.param("nnj", ["different", "different", "same"], id="nothing-follows"),
        pytest.param("x", ["open", "open", "open"], id="no-answer"),
    ],
)
def test_keys_answer_and_what_follows_is_shown(
    file: Path, visit: Callable[..., Any], keys: str, found: list[str]
) -> None:
    page = visit(file).page
    for key in keys:
        page.keyboard.press(key)
    assert states(page) == found
    left = found.count("open")
    assert page.inner_text("#summary").startswith(f"{left} von 3 Paaren offen")
    assert page.locator("#done").is_visible() == (left == 0)
    assert page.evaluate("document.querySelector('progress').value") == 3 - left


def test_the_same_key_again_takes_the_answer_back(file: Path, visit: Callable[..., Any]) -> None:
    page = visit(file).page
    page.keyboard.press("n")
    page.keyboard.press("ArrowLeft")
    assert page.get_attribute("[data-answer=different]", "aria-pressed") == "true"
    page.keyboard.press("n")
    assert states(page) == ["open", "open", "open"]


def test_arrows_buttons_and_the_list_lead_from_pair_to_pair(file: Path, visit: Callable[..., Any]) -> None:
    page = visit(file).page
    position = "#pair .position"
    page.keyboard.press("ArrowRight")
    assert page.inner_text(position).startswith("Frage 2 von 3")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert page.inner_text(position).startswith("Frage 3 von 3")
    page.click("#on")
    assert page.inner_text(position).startswith("Frage 1 von 3")
    page.click("#back")
    page.click(".entry >> nth=1")
    assert page.inner_text(position).startswith("Frage 2 von 3")
    assert page.get_attribute(".entry >> nth=1", "aria-current") == "true"


def test_an_answer_against_others_is_refused(file: Path, visit: Callable[..., Any]) -> None:
    page = visit(file).page
    for key in "jj":
        page.keyboard.press(key)
    page.click(".entry >> nth=2")
    assert page.inner_text("#follows") == "Aus anderen Antworten folgt: dasselbe."
    page.keyboard.press("n")
    assert "folgt das Gegenteil" in page.inner_text("#follows")
    assert states(page) == ["same", "same", "follows-same"]


def test_what_was_answered_is_remembered(file: Path, visit: Callable[..., Any]) -> None:
    watched = visit(file)
    page = watched.page
    page.fill("#who", "Ada Muth")
    page.fill("#why", "ein Büro")
    page.click("[data-answer=same]")
    again(watched)
    assert states(page) == ["same", "open", "open"]
    assert page.input_value("#who") == "Ada Muth"
    page.click(".entry >> nth=0")
    assert page.input_value("#why") == "ein Büro"


def test_storage_that_holds_something_else_or_is_refused(file: Path, visit: Callable[..., Any]) -> None:
    watched = visit(file)
    page = watched.page
    shelf = "protokollgraph-review-" + page.evaluate("JSON.parse(document.getElementById('data').textContent).id")
    for kept in ("[]", "no json", "null", '{"given": {"a b": {"answer": "same"}}}', '{"given": {"a b": null}}'):
        page.evaluate("([shelf, kept]) => localStorage.setItem(shelf, kept)", [shelf, kept])
        again(watched)
        assert states(page) == ["open", "open", "open"]
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused') }})")
    again(watched)
    assert "merkt sich die Antworten nicht" in page.inner_text("#summary")
    page.keyboard.press("j")
    assert states(page) == ["same", "open", "open"]


def test_the_file_of_answers_is_taken_over(store: Path, file: Path, visit: Callable[..., Any], tmp_path: Path) -> None:
    from click.testing import CliRunner
    from review_world import BANK, BASE, TOWN, TRAINS

    from protokollgraph.cli import main
    from protokollgraph.graph.judgements import journal

    page = visit(file).page
    page.fill("#who", "Ada \t Muth")
    page.keyboard.press("Escape")
    page.fill("#why", "ein\tBüro")
    page.click("[data-answer=same]")
    page.keyboard.press("u")
    assert page.inner_text("#save") == "Antworten speichern (2)"
    answers = saved(page, tmp_path)
    assert re.fullmatch(r"antworten-\d{4}-\d\d-\d\d\.tsv", answers.name)
    assert page.inner_text("#saved code") == f"protokollgraph review --batch {answers.name}"
    judgements = tmp_path / "judgements.tsv"
    command = ["review", "--batch", str(answers), "--store", str(store), "--judgements", str(judgements)]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 0, done.stderr
    found = journal.entries(judgements, BASE)
    assert [(each.word, set(each.iris)) for each in found] == [("same", {TOWN, BANK}), ("unsure", {BANK, TRAINS})]
    assert [each.who for each in found] == ["Ada   Muth", "Ada   Muth"]
    assert found[0].reason == "ein Büro"
    assert found[1].reason.startswith("gefragt: Ruth Quandel is the name of people")
    age = datetime.now(UTC) - datetime.fromisoformat(found[0].when)
    assert abs(age.total_seconds()) < 600
    assert CliRunner().invoke(main, command).stdout == "2 said before\n"


def test_what_is_judged_already_is_taken_into_account(store: Path, tmp_path: Path, visit: Callable[..., Any]) -> None:
    from review_world import BANK, TOWN, TRAINS

    from protokollgraph.graph.judgements.judgement import Kind
    from protokollgraph.graph.review.judging import Signature, judge

    judgements = tmp_path / "judgements.tsv"
    judge(store, judgements, [(Kind.DIFFERENT, TOWN, BANK)], Signature("Ada", datetime.now(UTC)))
    page = visit(write(store, tmp_path / "rest.html", judgements)).page
    assert states(page) == ["open", "open"]
    page.keyboard.press("j")
    assert states(page) == ["same", "follows-different"]
    assert TRAINS in page.inner_text("#pair")


def test_who_is_meant_is_settled_by_one_answer(tmp_path: Path, visit: Callable[..., Any]) -> None:
    from review_world import BANK, TOWN, TRAINS, UEBIGAU, ZEISIG, ask, build_store

    from protokollgraph.graph.resolution import Question

    store = build_store(tmp_path)
    ask(
        store,
        Question("Quandel is named without a given name: are they one?", (TOWN, BANK, TRAINS), "surname-only", 5, TOWN),
        Question("What is this?", (UEBIGAU, ZEISIG), "a kind of tomorrow", 1),
    )
    page = visit(write(store, tmp_path / "who.html")).page
    assert states(page) == ["open", "open", "open"]
    page.keyboard.press("j")
    assert states(page) == ["same", "settled", "open"]
    assert "Ist dasselbe gemeint?" in page.inner_text("#asked")
    page.click(".entry >> nth=1")
    assert page.inner_text("#follows").startswith("Erledigt")
    page.keyboard.press("n")
    assert states(page) == ["same", "different", "open"]
    page.select_option("#kinds", index=2)
    assert states(page) == ["open"]


def test_a_record_can_only_be_the_one(tmp_path: Path, visit: Callable[..., Any]) -> None:
    from review_world import BANK, BASE, TOWN, ask, build_store

    from protokollgraph.graph.judgements.journal import parse
    from protokollgraph.graph.resolution import Question

    store, records = build_store(tmp_path), (("https://register.example/7", "Ruth Quandel", "people.csv"),)
    ask(store, *(Question("Listed?", (iri,), "authority", 2, iri, records) for iri in (TOWN, BANK)))
    page = visit(write(store, tmp_path / "listed.html")).page
    assert "steht vielleicht in einer Normdatei" in page.inner_text("#asked")
    assert "people.csv" in page.inner_text(".side >> nth=1")
    assert page.locator("[data-answer=different]").is_disabled()
    page.keyboard.press("n")
    assert states(page) == ["open", "open"]
    page.keyboard.press("j")
    assert states(page) == ["same", "open"]
    page.fill("#who", "Ada")
    (judgement,) = parse(saved(page, tmp_path).read_bytes(), "answers", BASE)
    assert (judgement.word, judgement.subject, judgement.object) == ("same-as", BANK, records[0][0])


def test_the_language_switches_everywhere(file: Path, visit: Callable[..., Any]) -> None:
    page = visit(file).page
    page.click("#language")
    assert page.get_attribute("html", "lang") == "en"
    assert page.title() == "Who is who? Open questions"
    assert page.inner_text("#summary") == "3 of 3 pairs open"
    assert page.inner_text("[data-answer=same]").split() == ["Yes,", "one", "person", "Y"]
    assert "No protocol names both." in page.inner_text("#pair")
    page.click("#language")
    assert page.inner_text("[data-answer=same]").split() == ["Ja,", "eine", "Person", "J"]


def test_typing_a_name_or_a_reason_answers_nothing(file: Path, visit: Callable[..., Any]) -> None:
    page = visit(file).page
    page.click("#who")
    page.keyboard.type("Juna")
    page.keyboard.press("Tab")
    page.keyboard.press("g")
    page.keyboard.type("nun ja")
    assert states(page) == ["open", "open", "open"]
    page.keyboard.press("Enter")
    page.keyboard.press("n")
    assert states(page) == ["different", "open", "open"]
    page.click(".entry >> nth=0")
    assert page.input_value("#why") == "nun ja"


def test_light_and_dark_follow_the_system_and_the_button(file: Path, visit: Callable[..., Any]) -> None:
    page = visit(file, dark=True).page
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("#theme")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)" != dark


@pytest.mark.parametrize("width", [360, 820, 1100])
def test_a_narrow_screen_has_everything_without_scrolling_sideways(
    file: Path, visit: Callable[..., Any], width: int
) -> None:
    page = visit(file, width=width, height=800).page
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for name in ("#save", "#who", "[data-answer=same]", "[data-answer=unsure]", "#why"):
        box = page.locator(name).bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_name_is_shown_and_not_run(name: str, tmp_path: Path, visit: Callable[..., Any]) -> None:
    from review_world import BANK, BASE, TOWN

    from protokollgraph.graph.judgements.journal import parse
    from protokollgraph.graph.passages import Protocol
    from protokollgraph.graph.resolution import Question
    from protokollgraph.graph.review.desk import Review
    from protokollgraph.graph.review.page.writing import write_page
    from protokollgraph.graph.review.questions import pairs
    from protokollgraph.graph.review.sentences import Excerpt
    from protokollgraph.graph.review.sides import Line, Passage, Side

    passage = Passage(Excerpt(name, name, name), Protocol("p", name, name, "2024-02-31"), name, 2)
    lines = (Line("post", name, name, name, 1), Line(name, name, "", "", 2))
    side = Side(BANK, "person", name, (name,), 1, ("p",), name, name, lines, ((name, 1),), (passage,))
    question = Question(f"{name}: are they one?", (BANK, TOWN), "namesakes", 1)
    review = Review(BASE, (question,), tuple(pairs([question], {})), {BANK: side, TOWN: side})
    write_page(review, tmp_path / "hostile.html")
    page = visit(tmp_path / "hostile.html").page
    assert page.locator("h3 bdi").first.text_content() == name
    assert page.locator("mark").first.text_content() == name
    assert page.locator("img, iframe, object, svg[onload]").count() == 0
    assert page.locator("script").count() == 2
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.fill("#who", "Ada")
    page.keyboard.press("Tab")
    page.click("[data-answer=different]")
    answers = saved(page, tmp_path)
    (judgement,) = parse(answers.read_bytes(), answers.name, BASE)
    assert (judgement.word, judgement.who, set(judgement.iris)) == ("different", "Ada", {BANK, TOWN})


def test_without_questions_it_says_so(tmp_path: Path, visit: Callable[..., Any]) -> None:
    from review_world import ask, build_store

    store = build_store(tmp_path)
    ask(store)
    page = visit(write(store, tmp_path / "none.html")).page
    assert "Keine offenen Fragen" in page.inner_text("#empty h2")
    assert page.locator("main").is_hidden()
    page.click("#language")
    assert "No open questions" in page.inner_text("#empty h2")


def test_the_policy_stops_what_is_put_into_the_page(file: Path, visit: Callable[..., Any]) -> None:
    watched = visit(file)
    script = "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s);"
    assert watched.page.evaluate(f"() => {{ {script} return window.ran === undefined; }}")
    assert any("Content Security Policy" in error for error in watched.errors)
    watched.errors.clear()


def test_every_control_has_a_name(file: Path, visit: Callable[..., Any]) -> None:
    page = visit(file).page
    nameless = """() => [...document.querySelectorAll("button, input, select")].filter((element) =>
      !element.textContent.trim() && !element.labels?.length && !element.getAttribute("aria-label")).length"""
    assert page.evaluate(nameless) == 0


def test_pairs_of_the_same_names_can_be_told_apart_in_the_list(file: Path, visit: Callable[..., Any]) -> None:
    page = visit(file).page
    told = page.locator(".entry .names").all_inner_texts()
    assert len(set(told)) == 3
    assert all(each.startswith("Ruth Quandel") for each in told)


def test_when_all_is_answered_the_end_comes_into_view(file: Path, visit: Callable[..., Any]) -> None:
    page = visit(file).page
    for key in "nnn":
        page.keyboard.press(key)
    box = page.locator("#done").bounding_box()
    assert box
    assert box["y"] + box["height"] <= 900
