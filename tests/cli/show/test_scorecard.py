"""Scorecards in the terminal: the answer first, intervals drawn, unknown hatched, nothing wider than the window."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any as Cli  # the fixture of conftest.py: cli(*words) -> outcome with code, out, err, json

import pytest
from rich.cells import cell_len
from rich.console import Console

from credlens.app.evaluate import EvaluateResult, evaluate
from credlens.cli.show.page import heading, numbers
from credlens.cli.show.scorecard import show_told
from credlens.cli.show.tree import show_trees
from credlens.io.home import open_home
from credlens.model.credential import Catalog
from credlens.model.evaluation import LAW, Evaluation, Wording
from credlens.model.fact import Fact
from credlens.model.scorecard import (
    Comparison,
    CriterionValue,
    Dominance,
    Estimate,
    Flag,
    FlagState,
    Scorecard,
    Sensitivity,
    Shift,
    Statement,
)

IDS = ("google-data-analytics", "ms-pl-300", "informs-cap")
HOSTILE = "\u202e\x1b[2J<script>[bold]" + "W" * 300


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> EvaluateResult:
    return evaluate(open_home(tmp_path_factory.mktemp("home"), today=date(2026, 11, 22)), IDS)


@pytest.fixture
def two(result: EvaluateResult) -> Evaluation:
    """Two credentials made by hand, of which the second is kept out of plans."""

    def value(name: str, low: float, high: float) -> CriterionValue:
        return CriterionValue(name, "quality", low, high, 0.5, f"{name} as recorded")

    one = Scorecard(
        IDS[0],
        Estimate(0.46, 0.38, 0.55, "C"),
        Estimate(0.5, 0.2, 0.8),
        (value("supervision", 0.55, 0.55), value("recognition", 0.0, 0.7), value("durability", 0.2, 0.4)),
        (Flag("low_effort", FlagState.CANNOT_TELL, "its hours are not known"),),
        0.72,
        1.0,
    )
    stop = Flag("retired", FlagState.FIRES, "it ended in 2025", gates=True)
    other = replace(one, credential=IDS[1], p_best=0.28, flags=(*one.flags, stop))
    shifts = (Shift("supervision", 0.5, IDS[0], 0.02), Shift("supervision", 1.5, IDS[1], 0.01))
    comparison = Comparison(
        (one, other),
        (),
        wins={IDS[:2]: 0.72, (IDS[1], IDS[0]): 0.28},
        dominated=(Dominance(IDS[0], IDS[1], surely=True),),
        sensitivity=Sensitivity(IDS[0], 0.027, shifts),
    )
    wording = Wording(
        "Nobody clearly leads.",
        ("One is at least as good as the other on everything.",),
        ("One is best if you care more about a grade.",),
        "The first place depends on the weights.",
        ((IDS[0], "supervision", "the answer settles 12 % of what is open"),),
    )
    return replace(result.told, comparison=comparison, wording=wording, why={}, motives={}, studies={}, together=None)


def lines(told: Evaluation, width: int = 80) -> list[str]:
    out = StringIO()
    show_told(Console(file=out, width=width, highlight=False, no_color=True), told)
    return out.getvalue().splitlines()


def words(told: Evaluation) -> str:
    return " ".join(" ".join(lines(told)).split())


def test_the_answer_stands_first(two: Evaluation) -> None:
    assert next(line for line in lines(two) if line.strip()).strip() == "Nobody clearly leads."


@pytest.mark.parametrize("width", [40, 60, 80, 118])
def test_nothing_is_wider_than_the_window_and_nothing_is_cut(result: EvaluateResult, width: int) -> None:
    shown = lines(replace(result.told, motives={}, studies={}, together=None), width)
    assert max(map(cell_len, shown)) <= width
    assert "…" not in "".join(shown)


def test_both_scores_are_drawn_on_one_axis_with_their_figures(two: Evaluation) -> None:
    drawn = [line for line in lines(two) if "─●─" in line]
    assert len(drawn) == 4
    assert drawn[0].index("●") == drawn[1].index("●")
    assert drawn[0].split()[-4:] == ["(38-55)", "C", "72", "%"]
    assert "50 (20-80) no grade yet" in drawn[2]


def test_unknown_is_hatched_and_marked(two: Evaluation) -> None:
    shown = lines(two)
    row = next(n for n, line in enumerate(shown) if line.startswith("Named by employers"))
    assert shown[row].count("▒") == 2 * round(0.7 * 19 + 1)
    assert shown[row + 1].split() == ["?", "0-70", "?", "0-70"]
    known = next(n for n, line in enumerate(shown) if line.startswith("Supervision and"))
    assert shown[known].count("●") == 2
    assert shown[known + 1].split() == ["55", "55"]


def test_who_beats_whom_is_said_and_counted(two: Evaluation) -> None:
    said = words(two)
    assert "One is at least as good as the other on everything." in said
    assert "row beats column in 1 2 1 - 72 % 2 28 % -" in said
    assert "One is best if you care more about a grade." in said


def test_warnings_that_fire_come_first_and_say_whom(two: Evaluation) -> None:
    said = words(two)
    assert "! 2: retired (keeps it out of plans): it ended in 2025" in said
    assert "? 1, 2: low effort: its hours are not known" in said
    assert said.index("! 2: retired") < said.index("? 1, 2: low effort")
    assert "The official pages may tell: - https://" in said


def test_only_the_changes_that_matter_are_tabled(two: Evaluation) -> None:
    said = words(two)
    assert "The first place depends on the weights." in said
    assert "supervision and identity raised by half 2 1.0 points" in said
    assert "halved" not in said.split("if the weight of")[1].split("Worth looking")[0]
    held = two.comparison.sensitivity
    assert held is not None
    stays = replace(two.comparison, sensitivity=replace(held, shifts=held.shifts[:1]))
    assert "if the weight of" not in words(replace(two, comparison=stays))


def test_what_to_look_up_says_where(two: Evaluation) -> None:
    assert re.search(r"1: supervision; the answer settles 12 % of what is open \(https://", words(two))


def test_one_alone_has_reasons_in_place_of_duels(two: Evaluation) -> None:
    card = replace(two.comparison.cards[0], flags=(), p_best=None)
    said = words(replace(two, comparison=Comparison((card,), ()), wording=Wording("It can be trusted 46 of 100.")))
    assert "recognition as recorded" in said
    assert "unknown: between 0 and 70" in said
    assert "None fires, and none is left open." in said
    for part in ("beats", "best in", "Do the weights decide", "Worth looking up"):
        assert part not in said


def test_where_no_official_page_is_known_it_says_so(two: Evaluation) -> None:
    bare = {c: replace(two.catalog[c], official_url=Fact("")) for c in IDS[:2]}
    assert "no official page is known" in words(replace(two, catalog=Catalog(bare)))


def test_a_hostile_title_is_shown_as_text_and_keeps_the_layout(two: Evaluation) -> None:
    odd = {**two.catalog.credentials, IDS[0]: replace(two.catalog[IDS[0]], title=HOSTILE)}
    shown = lines(replace(two, catalog=Catalog(odd), wording=replace(two.wording, answer=HOSTILE)))
    text = "".join(shown)
    assert max(map(cell_len, shown)) <= 80
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "<script>[bold]" in text
    assert text.count("W") >= 600


def test_no_page_is_made_that_nobody_asked_for(result: EvaluateResult) -> None:
    assert result.page is None
    assert result.to_json()["page"] is None


def test_the_tree_has_its_values_and_sources(result: EvaluateResult) -> None:
    out = StringIO()
    show_trees(Console(file=out, width=100, no_color=True), result.why("supervision"))
    shown = " ".join(out.getvalue().split())
    assert "Supervision and identity: 100, weighs 7 % · 7.0 points of 7.0" in shown
    assert re.search(r"\[(read|recalled|imported)\b", shown)


def test_a_statement_can_do_no_harm_in_the_tree() -> None:
    out = StringIO()
    show_trees(Console(file=out, width=60, no_color=True), [Statement(HOSTILE, parts=(Statement("[red]so[/red]"),))])
    assert "\x1b" not in out.getvalue()
    assert "[red]so[/red]" in out.getvalue()


def test_why_and_the_page_can_be_asked_for_on_the_command_line(cli: Cli, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    asked = cli("compare", *IDS[:2], "--html", page, "--why", "recognition")
    assert asked.code == 0
    assert asked.out.count("Named by employers: unknown") == 2
    assert f"Page with charts: {page}" in " ".join(asked.out.split())
    assert page.read_text("utf-8").startswith("<!doctype html>")


def test_what_the_law_demands_stands_above_the_answer_and_is_said_once(two: Evaluation) -> None:
    law = Flag(LAW, FlagState.FIRES, "the law demands a licence", gates=True)
    cards = tuple(replace(c, flags=(law,)) for c in two.comparison.cards)
    said = words(
        replace(
            two,
            comparison=replace(two.comparison, cards=cards),
            wording=replace(two.wording, gates=("The law demands a licence.",)),
        )
    )
    assert said.startswith("! The law demands a licence. Nobody clearly leads.")
    assert "demand of the law (keeps it out of plans): see the top" in said
    assert said.lower().count("the law demands a licence") == 1


def test_where_the_fit_cannot_be_told_no_chart_pretends_it(two: Evaluation) -> None:
    said = words(replace(two, wording=replace(two.wording, fits="How it suits you cannot be told yet.")))
    assert "How it suits you cannot be told yet." in said
    assert "Suitability: what it means for you" not in said


def test_one_that_is_not_ranked_says_so_in_place_of_its_chance(two: Evaluation) -> None:
    one, other = two.comparison.cards
    cards = (one, replace(other, p_best=None, unranked="too little is known of it"))
    assert "46 (38-55) C unranked" in words(replace(two, comparison=replace(two.comparison, cards=cards)))


def test_of_many_the_first_six_are_shown_whole_and_each_other_on_a_line(two: Evaluation) -> None:
    one = replace(two.comparison.cards[0], known=0.5)
    bare = replace(one, criteria=one.criteria[1:2])
    many = tuple(replace(bare if n == 8 else one, credential=f"c-{n}") for n in range(1, 9))
    books = Catalog({c.credential: replace(two.catalog[IDS[0]], id=c.credential) for c in many})
    shown = lines(replace(two, catalog=books, comparison=Comparison(many, ()), wording=Wording("Eight.")))
    said = " ".join(" ".join(shown).split())
    assert "- 7: 50 % is settled; highest: supervision and identity (55)" in said
    assert "- 8: nothing that its quality rests on is settled" in said
    assert "suits you" in said  # as figures beside the quality
    assert "- ? 1-8: low effort" in said
    assert "its hours are not known" not in said
    assert "name fewer for the rest" in said
    narrow = lines(replace(two, catalog=books, comparison=Comparison(many, ()), wording=Wording("Eight.")), 60)
    assert any(line.startswith("Suitability") for line in narrow)
    assert max(map(cell_len, narrow)) <= 60


def test_leads_that_print_as_nothing_are_level(two: Evaluation) -> None:
    held = two.comparison.sensitivity
    assert held is not None
    near = replace(held, shifts=(replace(held.shifts[1], lead=0.0002),))
    assert "raised by half 2 level" in words(replace(two, comparison=replace(two.comparison, sensitivity=near)))


def test_a_heading_that_does_not_fit_is_a_sentence() -> None:
    out = StringIO()
    heading(Console(file=out, width=30, no_color=True), "What it takes to work as: nursing assistant")
    assert " ".join(out.getvalue().split()) == "What it takes to work as: nursing assistant"


def test_numbers_that_follow_each_other_are_drawn_together() -> None:
    assert numbers([9, 1, 2, 3, 5, 6, 3]) == "1-3, 5, 6, 9"


def test_a_long_list_of_who_is_at_least_as_good_is_cut_and_counted(two: Evaluation) -> None:
    many = tuple(f"Number {n} is at least as good." for n in range(10))
    said = words(replace(two, wording=replace(two.wording, dominance=many)))
    assert "Number 7 is" in said
    assert "Number 8 is" not in said
    assert "... and 2 further pairs (all of them with --json)." in said
