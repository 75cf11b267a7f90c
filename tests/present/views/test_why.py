"""Why the plan is as it is, on the page."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from credlens.model.loop import Loop
from credlens.model.plan import PlanStatus
from credlens.model.plan_reasons import FrontPoint, PlanReasons, Told
from credlens.model.quantity import Money
from credlens.present.context import Context
from credlens.present.exports.report import render
from credlens.present.views.why import why
from credlens.present.words import NBSP


@pytest.fixture
def explained(loop: Loop) -> Loop:
    plan = loop.plans[0]
    cheap = replace(
        plan,
        cost=Money(Decimal(0)),
        coverage=0.2,
        finish=plan.finish - timedelta(days=60),
        status=PlanStatus.WITHIN_GAP,
        gap=0.034,
    )
    told = Told(("One opens <two>.",), ("Three costs USD 40 more.",), ("With 1 more hour a week nothing changes.",))
    points = (FrontPoint(cheap), FrontPoint(replace(plan, coverage=0.41), ("strongest", "fastest")))
    return replace(loop, reasons=PlanReasons(plan.name, (), (), (), told), front=points)


def test_nobody_asked(loop: Loop) -> None:
    assert why(Context(loop)) is None
    assert 'id="why"' not in render(loop)


def test_each_plan_of_the_front_is_a_row_and_a_dot(explained: Loop) -> None:
    view = why(Context(explained))
    assert view is not None
    first, last = view.points
    assert (first.number, first.name, first.cost, first.covers) == (1, "", "free", f"20{NBSP}%")
    assert first.status == f"at most 4{NBSP}% below the best"
    assert (last.number, last.name, last.status) == (2, "strongest and fastest", "")
    assert view.chart.count("<circle") == 2
    assert [band in view.chart for band in ("dot soon", "dot middle", "dot late")] == [True, False, True]
    assert len(view.key) == 2
    assert f"60{NBSP}%" in view.chart  # the axis ends at the next fifth


def test_reasons_stand_on_the_page_as_words(explained: Loop) -> None:
    page = render(explained)
    assert 'id="why"' in page
    assert 'href="#why"' in page
    assert "One opens &lt;two&gt;." in page
    assert page == render(explained)


def test_a_single_plan_has_no_chart(explained: Loop) -> None:
    page = render(replace(explained, front=explained.front[:1]))
    assert "What money and time buy" not in page
    view = why(Context(replace(explained, front=())))
    assert view is not None
    assert (view.chart, view.key, view.points) == ("", (), ())
