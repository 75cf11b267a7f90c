"""The gap on the page: what opens, what to prove, what to skip, where an estimate comes from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from credlens.model.demand import Blend, DemandPart, DemandSource
from credlens.model.gap import Advice, Gap, GapItem, Gate, GateState, Reach
from credlens.model.loop import Loop
from credlens.model.quantity import Share
from credlens.present.context import Context
from credlens.present.exports.report import render
from credlens.present.views.gap import GapView, Row, gap
from credlens.present.views.gates import gates
from credlens.present.views.header import header
from credlens.present.words import NBSP

FIRST = ("sql", "python", "data-visualization")


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


def changed(loop: Loop, *items: GapItem, **more: object) -> Loop:
    """The loop with some items of its gap, or other parts of it, replaced."""
    by_skill = {i.skill: i for i in items}
    found = tuple(by_skill.get(i.skill, i) for i in loop.gap.items)
    return replace(loop, gap=replace(loop.gap, items=found, **more))  # type: ignore[arg-type]


def item(found: Gap, skill: str) -> GapItem:
    one = found.item(skill)
    assert one is not None
    return one


def rows(view: GapView) -> dict[str, Row]:
    return {r.label: r for r in (*view.missing, *view.more, *view.held)}


def test_the_way_to_more_ads_is_said_and_drawn(loop: Loop) -> None:
    reach = Reach(40, 1, 4, (("python", 11), ("sql", 20), ("data-visualization", 25)))
    view = gap(Context(changed(loop, within_reach=reach, begin_with=Advice("python", "alone it opens 7 ads of 40"))))

    assert plain(view.lead).endswith("4 of 40 ads are within reach now; with Python, SQL and Data visualization 25.")
    assert view.begin == "Begin with Python: alone it opens 7 ads of 40."
    assert [(s.label, plain(s.figure)) for s in view.reach] == [
        ("now", "4 of 40 ads"),
        ("+ Python", "11 of 40 ads"),
        ("+ SQL", "20 of 40 ads"),
        ("+ Data visualization", "25 of 40 ads"),
    ]
    assert 'width="27.5%"' in view.reach[1].bar
    assert {label: r.first for label, r in rows(view).items() if r.first} == {
        "Python": 1,
        "SQL": 2,
        "Data visualization": 3,
    }


def test_the_head_of_the_page_names_the_same_one_to_begin_with(loop: Loop) -> None:
    begun = changed(loop, begin_with=Advice("python", "alone it opens most"))

    assert plain(header(Context(begun)).answer).endswith("begin with Python, asked for in 24 of 41 ads.")


def test_where_the_first_three_open_nothing_the_distance_is_said_and_nothing_drawn(loop: Loop) -> None:
    reach = Reach(40, 0, 0, tuple((s, 0) for s in FIRST), nearest=5)
    view = gap(Context(changed(loop, within_reach=reach)))

    assert plain(view.lead).endswith(
        "with SQL, Python and Data visualization still 0; the nearest of the others then takes 5 skills more."
    )
    assert view.reach == ()


def test_what_a_skill_opens_is_unknown_without_ads_and_not_counted_for_whole_fields(loop: Loop) -> None:
    found = loop.gap
    unknown = replace(item(found, "python"), opens=None)
    shared = replace(item(found, "sql"), opens_together=14.25)
    view = rows(gap(Context(changed(loop, unknown, shared))))

    assert view["Python"].opens == "unknown: no ads"
    assert (view["SQL"].opens, view["SQL"].part) == ("+9", "share of all: 14.2")
    assert view["Data analysis"].opens == view["Communication"].opens == "not counted"


def test_marks_say_in_a_word_what_remarks_say_in_a_sentence(loop: Loop) -> None:
    found = loop.gap
    listed = replace(item(found, "data-visualization"), unproven=True, remarks=("you know it and cannot show it",))
    low = replace(item(found, "python"), level_gap=2, remarks=("4 ads say how far, half of them advanced or more",))
    old = replace(item(found, "excel"), stale=date(2019, 5, 1), remarks=("last used 2019-05: refresh it",))
    view = rows(gap(Context(changed(loop, listed, low, old))))

    assert (view["Data visualization"].marks, view["Data visualization"].remarks) == (("to prove, not to learn",), ())
    assert view["Python"].marks == ("below the level asked for",)
    assert view["Python"].remarks == ("4 ads say how far, half of them advanced or more.",)
    assert (view["Excel"].marks, view["Excel"].remarks) == (("long unused",), ("Last used 2019-05: refresh it.",))


def test_what_to_prove_and_what_to_skip_stand_on_the_page(loop: Loop) -> None:
    advised = changed(
        loop,
        prove=(Advice("data-visualization", "asked for in 22 of 41 ads"),),
        skip=(Advice("excel", "8.0 years at work, expert level"),),
    )
    text = HTMLParser(render(advised)).css_first("#gap").text(separator=" ")

    assert "To prove, not to learn" in text
    assert "Asked for in 22 of 41 ads." in text
    assert "No course needed: 1" in plain(text)
    assert "8.0 years at work, expert level." in text
    assert "To prove, not to learn" not in HTMLParser(render(loop)).css_first("#gap").text()


@pytest.mark.parametrize(
    ("share", "asked"),
    [
        (Share(1, 3), "about 44 % (1 of 3 ads given, 30\N{EN DASH}59 %)"),
        (Share(0, 0), "about 44 % (no ads given, 30\N{EN DASH}59 %)"),
    ],
)
def test_an_estimate_is_drawn_as_estimated_and_shows_its_sources(loop: Loop, share: Share, asked: str) -> None:
    parts = (DemandPart(DemandSource.ADS, 1 / 3, 3.0), DemandPart(DemandSource.MARKET, 0.46, 20.0, "212 ads"))
    sql = item(loop.gap, "sql")
    blended = replace(sql, demand=replace(sql.demand, share=share, blend=Blend(0.44, 0.3, 0.59, parts)))
    row = rows(gap(Context(changed(loop, blended))))["SQL"]

    assert plain(row.asked) == asked
    assert 'cx="44%"' in row.strip
    assert [plain(s) for s in row.sources] == [
        "The ads given: 33 %, counts as 3.0 ads",
        "Ads of this occupation in the market built before: 46 %, counts as 20.0 ads (212 ads)",
    ]


def test_without_any_ads_the_page_says_so_and_what_is_usual(loop: Loop) -> None:
    bare = changed(loop, n=0)

    assert plain(gap(Context(bare)).lead) == "No ads were given. 14 skills are usual for data analyst; you can show 3."
    assert plain(header(Context(bare)).answer) == (
        "You can show 3 of the 14 skills that are usual for data analyst; begin with SQL."
    )


@pytest.mark.parametrize(
    ("unmet", "says"),
    [
        (None, "Ads for this goal ask for: a bachelor's degree. You can show it."),
        (Share(0, 41), "Ads for this goal ask for: a bachelor's degree. You can show it."),
        (
            Share(1, 41),
            (
                "Ads for this goal ask for: a bachelor's degree. 1 of 41 ads insists on a degree that you cannot show. "
                "The others stay open to you."
            ),
        ),
        (
            Share(41, 41),
            "Ads for this goal ask for: a bachelor's degree. 41 of 41 ads insist on a degree that you cannot show.",
        ),
    ],
)
def test_an_open_gate_does_not_claim_what_some_ads_deny(loop: Loop, unmet: Share | None, says: str) -> None:
    gate: Gate = replace(loop.gap.gates[0], state=GateState.OPEN, unmet=unmet)
    view = gates(Context(replace(loop, gap=replace(loop.gap, gates=(gate,)))))

    assert plain(view.gates[0].says) == says
    assert bool(view.gates[0].consequence) is bool(unmet and unmet.k)
    assert view.lead.startswith("Most of the ads" if unmet and unmet.k else "You can show")
