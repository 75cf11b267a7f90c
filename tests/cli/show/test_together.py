"""What a set of credentials covers, in the terminal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from credlens.cli.show.page import console
from credlens.cli.show.together import show_together
from credlens.model.credential import Catalog, Credential, Depth
from credlens.model.demand import Demand
from credlens.model.evaluation import Evaluation, Wording
from credlens.model.quantity import Share
from credlens.model.scorecard import Comparison, Estimate, Scorecard
from credlens.model.skill import Taxonomy
from credlens.model.together import Area, Confirmer, Cover, Proof, Route, Together, WantedBy


def area(name: str, k: int, *covers: Cover, held: bool = False, by_course: bool = True) -> Area:
    by = (WantedBy.FOUNDATION,)
    return Area(name, name, (name,), (), (), by, Share(k, 9), k / 9, covers, held=held, by_course=by_course)


def card(name: str) -> Scorecard:
    return Scorecard(name, Estimate(0.5, 0.4, 0.6), Estimate(0.5, 0.4, 0.6), (), ())


DEEP = Cover("a", Depth.CORE, Proof.JUDGED, ("sql",))
UNIT = Cover("b", Depth.PART, Proof.TAUGHT, ("sql",))
MADE = Together(
    credentials=("a", "b"),
    target="Analyst, Oslo",
    occupation="data analyst",
    n=9,
    areas=(
        area("statistics", 7),
        area("SQL", 9, DEEP, UNIT),
        area("charts", 5, UNIT),
        area("Excel", 4, held=True),
        area("teamwork", 3, by_course=False),
    ),
    needed=(),
    says=("These 2 credentials cover 1 of the 3 areas.", "Left out: \x1b[31mstatistics."),
    routes=(
        Route("a", "credit", "", True, Confirmer.RECEIVER, (), says="9 ECTS (given by X)", condition="from 2027"),
        Route("b", "stacks_into", "PMP", False, Confirmer.PROVIDER, (), says="it counts towards PMP", over=True),
    ),
    degree_remark="Ads ask for: a bachelor's degree.",
)


def shown(made: Together | None, capsys: pytest.CaptureFixture[str]) -> str:
    told = Evaluation(
        made=date(2026, 11, 22),
        target="",
        comparison=Comparison(tuple(map(card, "zab")), ()),
        catalog=Catalog({i: Credential(i, f"Title of {i}") for i in "zab"}),
        taxonomy=Taxonomy("t", "1", "", {}),
        demand=Demand(n=0, read=0, employers=0, skills={}, degrees={}, credentials={}, licences={}, titles=()),
        wording=Wording(""),
        why={},
        together=made,
    )
    show_together(console(), told)
    return capsys.readouterr().out


def test_the_answer_comes_first_then_an_area_a_row_then_the_routes(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [" ".join(line.split()) for line in shown(MADE, capsys).splitlines()]

    places = [
        lines.index(row)
        for row in (
            "These 2 credentials cover 1 of the 3 areas.",
            "statistics 7 of 9 not",
            "SQL 9 of 9 in depth 2, 3 by a person",
            "charts 5 of 9 in part 3 quizzes",
            "Excel 4 of 9 you can show it",
            "teamwork 3 of 9 by work, not by a course",
            "Ads ask for: a bachelor's degree.",
            "- 2: 9 ECTS (given by X); from 2027",
            "- 3: over: it counts towards PMP",
        )
    ]
    assert places == sorted(places)


def test_a_way_that_is_open_to_several_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    same = replace(MADE.routes[0], credential="b")

    assert "- 2, 3: 9 ECTS (given by X); from 2027" in shown(replace(MADE, routes=(MADE.routes[0], same)), capsys)


def test_what_a_catalog_says_cannot_colour_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    assert "\x1b" not in shown(MADE, capsys)


def test_without_a_target_there_is_no_table(capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(replace(MADE, areas=(), says=("It cannot be told yet.",), routes=(), degree_remark=""), capsys)

    assert "It cannot be told yet." in out
    assert "covered" not in out


def test_nothing_is_shown_where_nobody_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(None, capsys) == ""
