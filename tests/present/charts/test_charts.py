from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from credlens.present.charts import bars, interval, timeline
from credlens.present.charts.svg import at, tag


def attributes(markup: Markup, selector: str) -> dict[str, str | None]:
    found = HTMLParser(markup).css_first(selector)
    assert found is not None
    return found.attributes


def test_text_and_attributes_are_escaped() -> None:
    made = tag("text", '<script>"&', class_='"><script>')
    assert "<script" not in made


@given(st.floats(-5, 5))
def test_places_stay_on_the_drawing(share: float) -> None:
    assert 0 <= float(at(share).removesuffix("%")) <= 100


def test_an_estimate_is_a_dot_with_its_interval() -> None:
    drawn = interval.interval(0.5, 0.7, 0.8)
    assert attributes(drawn, "line.whisker")["x1"] == "50%"
    assert attributes(drawn, "line.whisker")["x2"] == "80%"
    assert attributes(drawn, "circle.dot")["cx"] == "70%"


def test_what_is_held_is_a_ring() -> None:
    drawn = interval.interval(0.5, 0.7, 0.8, held=True)
    assert "ring" in drawn
    assert 'class="dot"' not in drawn


def test_what_is_not_known_is_hatched_and_what_is_known_is_a_dot() -> None:
    unknown = interval.empty()
    assert attributes(unknown, "rect.hatched")["width"] == "100%"
    assert "circle" not in unknown
    known = interval.span(0.3, 0.3)
    assert attributes(known, "circle.dot")["cx"] == "30%"
    assert "hatched" not in known


def test_a_step_of_half_the_time_takes_half_the_width_and_shows_its_payments() -> None:
    first = date(2027, 1, 4)
    span = timeline.Span(first, first + timedelta(days=27))
    marks = timeline.Marks([first, first + timedelta(days=7), first + timedelta(days=900)])
    drawn = timeline.bar(span, first, first + timedelta(days=13), marks)
    box = attributes(drawn, "rect.work")
    assert (box["x"], box["width"]) == ("0%", "50%")
    assert drawn.count("<path") == 2  # a renewal years later is no part of the picture


def test_days_off_are_hatched_and_an_exam_has_its_mark() -> None:
    first = date(2027, 1, 4)
    span = timeline.Span(first, first + timedelta(days=27))
    off = ((first + timedelta(days=7), first + timedelta(days=13)), (first - timedelta(days=9), first - timedelta(1)))
    drawn = timeline.bar(span, first, span.last, timeline.Marks(exam=first + timedelta(days=14), off=off))
    box = attributes(drawn, "rect.away")
    assert (box["x"], box["width"], box["fill"]) == ("25%", "25%", "url(#hatch)")
    assert drawn.count("away") == 1  # days off before the plan are not drawn
    assert drawn.count('class="exam"') == 1
    assert 'x="50%"' in drawn


def test_what_may_not_be_needed_is_hatched_behind_what_is_certain() -> None:
    drawn = bars.bar(50, 100, 25)
    assert attributes(drawn, "rect.sum")["width"] == "50%"
    box = attributes(drawn, "rect.hatched")
    assert (box["x"], box["width"]) == ("50%", "25%")
    assert "hatched" not in bars.bar(50, 100)


@pytest.mark.parametrize("days", [0, 6, 209, 2000])
def test_few_week_numbers_from_week_1(days: int) -> None:
    first = date(2027, 1, 4)
    labels = [n.text() for n in HTMLParser(timeline.axis(timeline.Span(first, first + timedelta(days)))).css("text")]
    assert labels[0] == "1"
    assert len(labels) <= 5


def test_nothing_paid_has_no_bar() -> None:
    assert "rect" not in bars.bar(0, 98)
    assert "rect" not in bars.bar(0, 0)
    assert attributes(bars.bar(49, 98), "rect.sum")["width"] == "50%"


def test_evidence_below_enough_looks_different() -> None:
    assert "short" in bars.covered(0.49, 0.5)
    assert "short" not in bars.covered(0.5, 0.5)
    assert attributes(bars.covered(0.2, 0.5), "line.enough")["x1"] == "50%"
