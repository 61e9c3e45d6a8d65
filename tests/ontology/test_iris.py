"""Slugs and IRIs: readable, ASCII, the same every time."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokollgraph.errors import UsageError
from protokollgraph.ontology.iris import DEFAULT_BASE, SLUG_LENGTH, Iris, slug, tail

DAY = date(2024, 2, 8)
LONG = "Weiterentwicklung der Wasserstoffinfrastruktur im ländlichen Raum der südlichen Heideregion"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Werkstatt 4", "werkstatt-4"),
        ("Käthe Groß-Übermüller", "kaethe-gross-uebermueller"),
        ("STRAẞE", "strasse"),
        ("Ka\u0308the", "kaethe"),  # umlaut as letter and mark
        ("Łucja Wjelanojc", "lucja-wjelanojc"),
        ("Chóśebuz, Wokrejs Sprjewja-Nysa, Baršć", "chosebuz-wokrejs-sprjewja-nysa-barsc"),
        ("ĆćČčĚěŁłŃńÓóŘřŔŕŠšŚśŽžŹź", "cccceellnnoorrrrsssszzzz"),
        ("Dvořák, Søren & Çelik", "dvorak-soren-celik"),
        ("Förderverein »Łužica« e. V.", "foerderverein-luzica-e-v"),
        ("O’Neill d'Arc", "o-neill-d-arc"),
        ("  – TOP\t3\n", "top-3"),
        ("Jugend\u00adhilfe\u200b", "jugendhilfe"),  # soft hyphen and zero-width blank
        ("Київ", "kiiv"),
        ("🚲", "bike"),
        ("", "x-e3b0c442"),
        ("…", "x-b4935894"),
        ("\ud800", "x-91a681b9"),  # a lone surrogate
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_a_long_slug_is_cut_at_a_word_and_keeps_two_names_apart() -> None:
    first, second = slug(f"{LONG} – Teil 1"), slug(f"{LONG} – Teil 2")
    assert first != second
    assert re.fullmatch(r"weiterentwicklung-der-wasserstoffinfrastruktur-im-laendlichen-raum-der-[0-9a-f]{8}", first)
    assert len(slug("x" * 500)) == SLUG_LENGTH


@given(st.text())
def test_a_slug_is_plain_short_never_empty_and_its_own_slug(text: str) -> None:
    result = slug(text)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", result)
    assert len(result) <= SLUG_LENGTH
    assert slug(result) == result


@given(st.text(alphabet="aäöüßłčěśž -", min_size=60, max_size=200))
def test_a_long_slug_is_well_formed_too(text: str) -> None:
    assert slug(slug(text)) == slug(text)
    assert len(slug(text)) <= SLUG_LENGTH


iris = Iris()
MEETING = iris.meeting("werkstatt-7", day=DAY, document="w7-txt")
PROTOCOL = iris.protocol("werkstatt-7", day=DAY, document="w7-txt")
TARGET = iris.target(PROTOCOL, 10, 20)


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        (iris.entity("topic", "haushalt"), "topic/haushalt"),
        (iris.person("lida-borowjak"), "person/lida-borowjak"),
        (iris.organisation("land"), "organisation/land"),
        (iris.body("werkstatt-7"), "body/werkstatt-7"),
        (iris.project("seilbahn"), "project/seilbahn"),
        (iris.programme("probe"), "programme/probe"),
        (iris.paper("v-12-2024"), "paper/v-12-2024"),
        (iris.topic("haushalt"), "topic/haushalt"),
        (iris.role("referentin"), "role/referentin"),
        (iris.place("kulturhaus"), "place/kulturhaus"),
        (iris.address(iris.place("kulturhaus")), "place/kulturhaus/address"),
        (iris.budget(iris.project("seilbahn"), Decimal("1200000.00")), "project/seilbahn/budget/1200000-eur"),
        (iris.budget(iris.project("seilbahn"), Decimal("0.50"), "CHF"), "project/seilbahn/budget/0.5-chf"),
        (iris.membership("lida-borowjak", "land"), "membership/lida-borowjak/land"),
        (iris.membership("lida-borowjak", "land", "referentin"), "membership/lida-borowjak/land/referentin"),
        (MEETING, "meeting/werkstatt-7/2024-02-08"),
        (iris.meeting("werkstatt-7", number=5, document="w7-txt"), "meeting/werkstatt-7/nr-5"),
        (iris.meeting("werkstatt-7", day=DAY, number=5, document="w7-txt"), "meeting/werkstatt-7/2024-02-08"),
        (iris.meeting(None, day=DAY, document="w7-txt"), "meeting/w7-txt"),
        (iris.meeting("werkstatt-7", document="w7-txt"), "meeting/w7-txt"),
        (iris.item(MEETING, "3.1"), "meeting/werkstatt-7/2024-02-08/item/3.1"),
        (iris.item(MEETING, "Ö 5 a"), "meeting/werkstatt-7/2024-02-08/item/oe-5-a"),
        (iris.item(MEETING, ".."), "meeting/werkstatt-7/2024-02-08/item/x-5ec1f7e7"),
        (iris.treatment(MEETING, "3"), "meeting/werkstatt-7/2024-02-08/treatment/3"),
        (
            iris.participation(MEETING, "lida-borowjak", "minute-taker"),
            "meeting/werkstatt-7/2024-02-08/participation/lida-borowjak/minute-taker",
        ),
        (
            iris.participation(MEETING, "lida-borowjak", "presenter", "3.1"),
            "meeting/werkstatt-7/2024-02-08/participation/lida-borowjak/presenter/3.1",
        ),
        (iris.act(MEETING, "decision", "6-1"), "meeting/werkstatt-7/2024-02-08/decision/6-1"),
        (iris.act(MEETING, "task", "2"), "meeting/werkstatt-7/2024-02-08/task/2"),
        (iris.act(MEETING, "figure", "3"), "meeting/werkstatt-7/2024-02-08/figure/3"),
        (PROTOCOL, "protocol/werkstatt-7/2024-02-08"),
        (iris.protocol(None, document="w7-txt"), "protocol/w7-txt"),
        (iris.other_protocol(PROTOCOL, "w7-entwurf-txt"), "protocol/werkstatt-7/2024-02-08/w7-entwurf-txt"),
        (iris.section(PROTOCOL, "3"), "protocol/werkstatt-7/2024-02-08/section/3"),
        (iris.finding(PROTOCOL, 1), "protocol/werkstatt-7/2024-02-08/finding/1"),
        (iris.evidence(PROTOCOL, 10, 20, 1), "protocol/werkstatt-7/2024-02-08/evidence/10-20/1"),
        (TARGET, "protocol/werkstatt-7/2024-02-08/target/10-20"),
        (iris.quote(TARGET), "protocol/werkstatt-7/2024-02-08/target/10-20/quote"),
        (iris.position(TARGET), "protocol/werkstatt-7/2024-02-08/target/10-20/position"),
        (iris.page(TARGET), "protocol/werkstatt-7/2024-02-08/target/10-20/page"),
        (iris.run(PROTOCOL), "protocol/werkstatt-7/2024-02-08/run"),
        (iris.file("0123456789abcdef" * 4), "file/0123456789abcdef"),
        (iris.software("1.0.0"), "software/protokollgraph/1.0.0"),
        (iris.derived_graph, "graph/derived"),
        (iris.register_graph, "graph/register"),
        (iris.dataset_graph, "graph/dataset"),
    ],
)
def test_iri(iri: str, expected: str) -> None:
    assert iri == DEFAULT_BASE + expected


def test_the_tail_of_an_entity_is_its_slug() -> None:
    assert tail(iris.person("lida-borowjak")) == "lida-borowjak"


@pytest.mark.parametrize("base", ["https://data.example.org/id/", "http://localhost:8080/", "https://a.example/ns#"])
def test_a_base_that_others_can_be_put_behind(base: str) -> None:
    assert Iris(base).person("lida-borowjak") == f"{base}person/lida-borowjak"


@pytest.mark.parametrize(
    "base",
    [
        "",
        "protokolle/",
        "/id/",
        "ftp://a.example/",
        "urn:x:",
        "https://a.example",
        "https:///id/",
        "https://a b/",
        'https://a.example/"/',
        "https://a.example/\n",
        "https://a.example/<x>/",
        "https://a.example/id/ ",
    ],
)
def test_a_base_that_is_none(base: str) -> None:
    with pytest.raises(UsageError, match="ends in / or #"):
        Iris(base)
