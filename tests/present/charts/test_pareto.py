from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser as HTMLParser

from credlens.present.charts.pareto import Dot, sample, scatter

COSTS = ("0", "25", "50", "75", "100")
COVERS = ("0 %", "10 %", "20 %", "30 %", "40 %")


def test_a_plan_that_costs_more_is_further_right_and_one_that_covers_more_is_higher() -> None:
    cheap, dear = Dot(1, 0.1, 0.2, "late", named=False), Dot(2, 0.9, 0.8, "soon", named=True)
    found = HTMLParser(scatter([dear, cheap], COSTS, COVERS)).css("circle")
    (left, low), (right, high) = (
        (float((c.attributes["cx"] or "").removesuffix("%")), float(c.attributes["cy"] or 0)) for c in found
    )
    assert left < right
    assert low > high  # pixels are counted from above
    assert [c.attributes["class"] for c in found] == ["dot late", "dot soon"]
    assert [c.attributes["r"] for c in found] == ["5", "7"]


def test_every_tick_and_number_is_written() -> None:
    drawn = HTMLParser(scatter([Dot(7, 0.5, 0.5, "middle", named=False)], COSTS, COVERS))
    assert [t.text() for t in drawn.css("text")] == [*COSTS, *COVERS, "7"]


def test_what_lies_outside_is_put_on_the_edge() -> None:
    inside = scatter([Dot(1, 1, 1, "soon", named=False)], COSTS, COVERS)
    assert scatter([Dot(1, 3, 2, "soon", named=False)], COSTS, COVERS) == inside


def test_the_key_shows_the_colour() -> None:
    assert 'class="dot late"' in sample("late")
