"""What stands after the last word on everything, and what cannot stand."""

from __future__ import annotations

import pytest

from protokollgraph.errors import JudgementError
from protokollgraph.graph.judgements.judgement import Judgement, Kind, means
from protokollgraph.graph.judgements.settled import Judgements, settle


def said(*rows: str) -> list[Judgement]:
    """Judgements in short: "no-same a b" on people, with their lines."""
    found = []
    for line, row in enumerate(rows, 1):
        word, subject, *rest = row.split(maxsplit=2)
        kind = Kind(word.removeprefix("no-"))
        other = "".join(rest)
        if kind in (Kind.SAME, Kind.DIFFERENT, Kind.UNSURE):
            other = f"person/{other}"
        found.append(Judgement(kind, f"person/{subject}", other, taken_back=word.startswith("no-"), line=line))
    return found


def short(pairs: frozenset[tuple[str, str]]) -> list[str]:
    return sorted(" ".join(iri.removeprefix("person/") for iri in pair) for pair in pairs)


def test_nothing_judged_is_the_default() -> None:
    assert settle([]) == Judgements()
    assert not Judgements()
    assert Judgements().same == frozenset()
    assert Judgements().groups() == ()
    assert Judgements().apart() == frozenset()
    assert Judgements().names == {}


@pytest.mark.parametrize(
    ("rows", "same", "different", "unsure"),
    [
        pytest.param(["same a b"], ["a b"], [], [], id="same"),
        pytest.param(["same b a"], ["a b"], [], [], id="pairs-are-sorted"),
        # The last word counts; this is a change of mind, not a contradiction.
        pytest.param(["same a b", "different b a"], [], ["a b"], [], id="then-different"),
        pytest.param(["different a b", "same a b"], ["a b"], [], [], id="then-same"),
        pytest.param(["same a b", "unsure a b"], [], [], ["a b"], id="then-unsure"),
        pytest.param(["same a b", "no-same b a"], [], [], [], id="taken-back"),
        pytest.param(["same a b", "no-same a b", "same a b"], ["a b"], [], [], id="said-again"),
        # What takes back ends a judgement and brings back no earlier one.
        pytest.param(["different a b", "same a b", "no-same a b"], [], [], [], id="nothing-comes-back"),
        # It takes back only what it names.
        pytest.param(["different a b", "no-same a b"], [], ["a b"], [], id="another-word-stays"),
    ],
)
def test_last_word_on_a_pair_counts(rows: list[str], same: list[str], different: list[str], unsure: list[str]) -> None:
    settled = settle(said(*rows))
    assert (short(settled.same), short(settled.different), short(settled.unsure)) == (same, different, unsure)


def test_what_is_judged_of_one_entity() -> None:
    settled = settle(
        said(
            "rename a Ines Quandel",
            "rename a Ines Tann",
            "hide b",
            "split a minutes.txt",
            "split a 0123abcd",
            "same-as a https://register.example/7",
            "same-as a https://register.example/3",
        )
    )
    assert settled.names == {"person/a": "Ines Tann"}
    assert settled.hidden == {"person/b"}
    assert settled.splits == {"person/a": {"minutes.txt", "0123abcd"}}
    assert settled.same_as == {"person/a": ("https://register.example/3", "https://register.example/7")}


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(["rename a Ines Quandel", "no-rename a Ines Quandel"], id="rename"),
        pytest.param(["rename a Ines Quandel", "no-rename a"], id="rename-whatever-it-is"),
        pytest.param(["hide a", "no-hide a"], id="hide"),
        pytest.param(["split a minutes.txt", "no-split a minutes.txt"], id="split"),
        pytest.param(["same-as a https://register.example/3", "no-same-as a https://register.example/3"], id="same-as"),
    ],
)
def test_everything_can_be_taken_back(rows: list[str]) -> None:
    assert settle(said(rows[0]))
    assert settle(said(*rows)) == Judgements()


def test_taking_back_what_does_not_stand_is_told() -> None:
    settled = settle(said("rename a Ines Quandel", "no-rename a Ines Tann", "no-hide b", "no-hide b"))
    assert settled.names == {"person/a": "Ines Quandel"}
    assert [(each.word, each.subject) for each in settled.idle] == [("no-hide", "person/b"), ("no-rename", "person/a")]


def test_groups_are_transitive_and_circles_harmless() -> None:
    settled = settle(said("same c d", "same b c", "same a b", "same d a", "same y x"))
    assert settled.groups() == (("person/a", "person/b", "person/c", "person/d"), ("person/x", "person/y"))


def test_different_holds_for_whole_groups() -> None:
    settled = settle(said("same a b", "different b y", "same x y", "different p q"))
    assert short(settled.apart()) == ["a x", "p q"]


def test_origin_has_the_line_of_the_last_word() -> None:
    settled = settle(said("same a b", "rename a Ines Tann", "same b a"))
    same, name = settled.origin(Kind.SAME, "person/b", "person/a"), settled.origin(Kind.RENAME, "person/a")
    assert same is not None
    assert same.line == 3
    assert name is not None
    assert name.line == 2
    assert settled.origin(Kind.DIFFERENT, "person/a", "person/b") is None
    assert settled.origin(Kind.HIDE, "person/a") is None


def test_uses_names_all_iris() -> None:
    uses = [iris for _, iris in settle(said("same a b", "hide c", "same x y", "no-same x y")).uses()]
    assert uses == [("person/c",), ("person/a", "person/b")]


def test_digest_knows_what_is_said_but_not_where() -> None:
    rows = said("same a b", "hide c")
    other_reason = [*rows[:1], Judgement(Kind.HIDE, "person/c", reason="asked us to")]
    assert settle(rows).digest == settle(said("hide c", "same b a")).digest
    assert len({settle(each).digest for each in (rows, rows[:1], other_reason, [])}) == 4


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        pytest.param(
            ["same a b", "hide x", "same c b", "different a c"],
            "line 4: person/a and person/c are different, but the same by line 1 and line 3; take one of these back",
            id="through-another",
        ),
        pytest.param(
            ["different a d", "same c d", "same b c", "same a b", "same a e"],
            "line 1: person/a and person/d are different, but the same by line 2 and line 3 and line 4;",
            id="through-two-others-and-no-further",
        ),
        pytest.param(
            ["same-as a https://r.example/3", "same-as b https://r.example/3", "same b c", "different a c"],
            "line 4: person/a and person/c are different, but both are https://r.example/3 by line 1 and line 2;",
            id="through-another-register",
        ),
        pytest.param(
            [*(f"same a{n} a{n + 1}" for n in range(10, 30)), "different a10 a30"],
            " and line 6 and line 7 and line 8 and 12 more; take one of these back",
            id="through-many",
        ),
        pytest.param(
            ["same a b", "same b c", "different a c", "same x y", "same y z", "different x z"],
            "line 2; take one of these back (no-different, no-same); line 6: person/x and person/z",
            id="all-at-once",
        ),
    ],
)
def test_contradiction_is_named_with_all_its_lines(rows: list[str], message: str) -> None:
    with pytest.raises(JudgementError) as caught:
        settle(said(*rows), "judgements.tsv")
    assert str(caught.value).startswith("judgements.tsv: line ")
    assert message in str(caught.value)
    assert caught.value.exit_code == 2


def test_contradiction_ends_when_one_of_the_lines_is_taken_back() -> None:
    rows = ["same a b", "same b c", "different a c"]
    for back in ("no-same a b", "no-same b c", "no-different a c"):
        assert settle(said(*rows, back))


@pytest.mark.parametrize(
    ("document", "meant"),
    [
        pytest.param("minutes.txt", True, id="name"),
        pytest.param("Minutes.txt", False, id="another-name"),
        pytest.param("0123abcd", True, id="digest"),
        pytest.param("0123ABCD", True, id="digest-in-capitals"),
        pytest.param("0123abc", False, id="too-short-for-a-digest"),
        pytest.param("123abcde", False, id="middle-of-the-digest"),
    ],
)
def test_document_of_a_split(document: str, meant: bool) -> None:
    assert means(document, "minutes.txt", "0123abcde" + "f" * 55) is meant
