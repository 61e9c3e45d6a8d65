"""The file of the review page: nothing that runs but its own script, no text that becomes markup."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from review_world import BANK, TOWN, TRAINS

from protokollgraph.errors import GraphError, UsageError
from protokollgraph.graph.judgements.judgement import Judgement, Kind
from protokollgraph.graph.judgements.settled import settle
from protokollgraph.graph.passages import Protocol
from protokollgraph.graph.resolution import Question
from protokollgraph.graph.review.desk import Review
from protokollgraph.graph.review.page.writing import page, words, write_page
from protokollgraph.graph.review.questions import pairs
from protokollgraph.graph.review.sentences import Excerpt
from protokollgraph.graph.review.sides import Line, Passage, Side

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\u2028&\"'$title"


def review_of(name: str = "Ruth Quandel", said: tuple[Judgement, ...] = ()) -> Review:
    question = Question(f"{name}: are they one?", (BANK, TOWN, TRAINS), "namesakes", 6)
    side = Side(
        "",
        "person",
        name,
        (name,),
        2,
        lines=(Line("post", name, "2024-01-24", "2024-01-24", 1),),
        bodies=((name, 1),),
        passages=(Passage(Excerpt("Es spricht ", name, "."), Protocol("p", name, name, "2024-01-24"), page=3),),
    )
    return Review(
        "https://x.example/id/",
        (question,),
        tuple(pairs([question], {})),
        dict.fromkeys(question.iris, side),
        settle(said),
    )


def data_of(text: str) -> dict[str, object]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert found
    loaded: dict[str, object] = json.loads(found[1])
    return loaded


def test_only_its_own_script_and_style_may_run() -> None:
    text = page(review_of())
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    rules = dict(rule.split(" ", 1) for rule in policy[1].split("; "))
    assert rules["default-src"] == "'none'"
    for tag, rule in (("script", "script-src"), ("style", "style-src")):
        blocks = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        hashes = [f"'sha256-{b64encode(sha256(block.encode()).digest()).decode()}'" for block in blocks]
        assert rules[rule].split() == hashes
        assert len(blocks) == 1
    assert not re.search(
        r"\bon\w+=|<link|<iframe|https?://(?!www\.w3\.org/2000/svg|x\.example)",
        re.sub(r"<script.*</script>", "", text, flags=re.DOTALL),
    )


def test_no_text_becomes_markup() -> None:
    text = page(review_of(HOSTILE))
    assert "alert(1)</script>" not in text
    assert "<img" not in text
    assert text.count("<script") == 2
    entities = data_of(text)["entities"]
    assert isinstance(entities, dict)
    assert entities[BANK]["name"] == HOSTILE


def test_what_is_judged_goes_with_it() -> None:
    said = (Judgement(Kind.SAME, TOWN, "person/x"), Judgement(Kind.DIFFERENT, "person/x", BANK))
    data = data_of(page(review_of(said=said)))
    assert data["judged"] == {"same": [sorted([TOWN, "person/x"])], "different": [sorted([BANK, TOWN])]}


def test_the_same_questions_have_the_same_bytes_and_others_another_name() -> None:
    one = page(review_of())
    assert one == page(review_of())
    assert data_of(one)["id"] != data_of(page(review_of(said=(Judgement(Kind.SAME, TOWN, BANK),))))["id"]


def test_both_languages_have_the_same_words() -> None:
    def keys(part: object, path: str = "") -> set[str]:
        return {each for k, v in part.items() for each in keys(v, f"{path}.{k}")} if isinstance(part, dict) else {path}

    german, english = (words()[language] for language in ("de", "en"))
    assert keys(german) == keys(english)
    marked = set(re.findall(r"\{(\w+)\}", json.dumps(german)))
    assert marked == set(re.findall(r"\{(\w+)\}", json.dumps(english)))


@pytest.mark.parametrize(("language", "title"), [("de", "Wer ist wer?"), ("en", "Who is who?")])
def test_language_of_the_first_view(language: str, title: str) -> None:
    text = page(review_of(), language=language)
    assert f'<html lang="{language}">' in text
    assert f"{title} " in text.partition("</h1>")[0].partition("<h1")[2]


def test_what_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="language 'fr'"):
        page(review_of(), language="fr")
    with pytest.raises(GraphError, match="cannot be written"):
        write_page(review_of(), tmp_path / "no" / "page.html")


def test_lone_surrogates_can_be_written(tmp_path: Path) -> None:
    write_page(review_of("Ruth \ud800"), tmp_path / "page.html")
    assert (tmp_path / "page.html").read_bytes().decode("utf-8")
