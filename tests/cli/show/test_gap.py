"""The gap as the terminal shows it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from credlens.cli.show.gap import answer, show_gap, show_gate, show_what_if
from credlens.model.demand import Blend, Demand, DemandPart, DemandSource, SkillDemand
from credlens.model.gap import Advice, Gap, GapItem, Gate, GateState, Learnt, Reach, WhatIf
from credlens.model.person import EvidenceKind, HeldSkill, SkillEvidence
from credlens.model.quantity import Share
from credlens.model.skill import Alias, Reuse, Skill, SkillKind, SkillLevel, Taxonomy

LABELS = {
    "sql": "SQL",
    "viz": "Data visualization and dashboard design",
    "r": "R",
    "talk": "Communication",
    "data": "Data analysis",
    "excel": "Excel",
}


def _skill(key: str, label: str) -> Skill:
    reuse = Reuse.TRANSVERSAL if key == "talk" else Reuse.CROSS_SECTOR
    return Skill(key, label, (Alias(label),), SkillKind.SKILL, reuse, "data", (), whole_field=key == "data")


TAXONOMY = Taxonomy("t", "1", "", {k: _skill(k, v) for k, v in LABELS.items()})
LISTED = HeldSkill("viz", SkillLevel.BEGINNER, (SkillEvidence("viz", EvidenceKind.LISTED, "r.md:1", "charts"),))
USED = HeldSkill("excel", SkillLevel.INTERMEDIATE, (SkillEvidence("excel", EvidenceKind.USED, "r.md:2", "Excel"),))


def _item(key: str, k: int, rank: int | None, **more: object) -> GapItem:
    asked = SkillDemand(key, Share(k, 40), Share(k // 2, k - 1), 9)
    given = {"opens": 0, "opens_together": 0.0} | more
    held = given.pop("held", None)
    return GapItem(key, asked, held, 1.0, learnable=key != "talk", umbrella=key == "data", rank=rank, **given)  # type: ignore[arg-type]


GAP = Gap(
    "data analyst",
    40,
    (
        _item("sql", 31, 1, opens=12, opens_together=14.25),
        _item("viz", 25, 2, held=LISTED, unproven=True, opens=1, opens_together=3.0),
        _item("r", 9, 3, opens_together=0.5),
        _item("talk", 40, 4),
        _item("data", 30, 5),
        _item("excel", 20, None, held=USED, stale=date(2019, 5, 1), remarks=("last used 2019-05: refresh it",)),
    ),
    (),
    ("sql", "r"),
    begin_with=Advice("sql", "alone it opens 12 ads of 38 (R none)"),
    prove=(Advice("viz", "asked for in 25 of 40 ads"),),
    skip=(Advice("excel", "8.0 years at work, expert level"),),
    within_reach=Reach(38, 2, 5, (("sql", 17), ("r", 20))),
)
DEMAND = Demand(40, 40, 31, {}, {}, {}, {}, ())


@pytest.fixture
def said() -> Callable[..., str]:
    """``said(show, *arguments)``: what it prints on a plain terminal of 100 columns."""

    def call(show: Callable[..., None], *arguments: object) -> str:
        page = Console(file=io.StringIO(), width=100, no_color=True, highlight=False)
        show(page, *arguments)
        assert isinstance(page.file, io.StringIO)
        return page.file.getvalue()

    return call


def test_one_sentence_answers_with_its_numbers() -> None:
    assert answer(GAP, TAXONOMY) == (
        "You can show 1 of the 6 skills that 40 ads for data analyst ask for; 5 of 38 ads are within reach. "
        "To close first: SQL, R; with all of these 20."
    )


def test_when_the_first_ones_open_nothing_the_sentence_says_how_far_the_nearest_ad_is() -> None:
    far = replace(GAP, within_reach=Reach(38, 2, 0, (("sql", 0), ("r", 0)), nearest=3))

    assert answer(far, TAXONOMY).endswith(
        "0 of 38 ads are within reach. To close first: SQL, R; with all of these 0 still; the nearest of the others then takes 3 skills more."
    )


def test_without_ads_the_sentence_says_so() -> None:
    bare = replace(GAP, n=0, within_reach=None)

    assert answer(bare, TAXONOMY) == (
        "You can show 1 of the 6 skills that are usual for data analyst; no ads were given. To close first: SQL, R."
    )


def test_the_page_fits_a_hundred_columns_and_says_what_opens_what_to_prove_and_what_to_skip(
    said: Callable[..., str],
) -> None:
    page = said(show_gap, GAP, DEMAND, TAXONOMY)
    lines = page.splitlines()

    assert max(len(line.rstrip()) for line in lines) <= 100
    (sql,) = [line for line in lines if line.startswith("1  SQL")]
    assert sql.split()[-2:] == ["+12", "14.2"]
    assert "78 % (31 of 40, 62-88 %)" in sql
    assert any("beginner, to" in line for line in lines)
    assert "Begin with SQL: alone it opens 12 ads of 38 (R none)." in page
    for words in (
        "Communication~",
        "Data analysis*",
        "- Excel: 8.0 years at work",
        "2019-05: refresh it",
    ):
        assert words in page
    steps = [line.split() for line in lines if "█" in line]
    assert [words[-3:] for words in steps] == [["5", "of", "38"], ["17", "of", "38"], ["20", "of", "38"]]
    assert [words[-4].count("█") for words in steps] == [4, 13, 16]
    assert "2 ads more name no skill by which reach can be judged" in page


def test_what_nobody_knows_is_a_question_mark_and_not_zero(said: Callable[..., str]) -> None:
    unknown = replace(GAP.items[0], opens=None, opens_together=None)
    page = said(show_gap, replace(GAP, items=(unknown,), within_reach=None), DEMAND, TAXONOMY)
    (row,) = [line for line in page.splitlines() if line.startswith("1  SQL")]

    assert row.split()[-2:] == ["?", "?"]
    assert "alone: ads" not in page


def test_an_estimate_is_marked_and_says_where_it_comes_from(said: Callable[..., str]) -> None:
    parts = (DemandPart(DemandSource.ADS, 0.5, 2.0), DemandPart(DemandSource.MARKET, 0.4, 20.0, "212 ads of last year"))
    asked = SkillDemand("sql", Share(1, 2), Share(0, 0), 1, blend=Blend(0.41, 0.3, 0.55, parts))
    item = replace(GAP.items[0], demand=asked)
    page = said(show_gap, replace(GAP, items=(item,)), replace(DEMAND, skills={"sql": asked}), TAXONOMY)

    assert "~41 % (1 of 2, 30-55 %)" in page
    assert "212 ads of last year" in page


def test_what_if_says_before_and_after_in_one_sentence_with_bars(said: Callable[..., str]) -> None:
    asked = WhatIf(40, 12, 27, (Learnt("sql", 10, 14), Learnt("r", 0, 5, "no ad here names it")))
    lines = said(show_what_if, asked, TAXONOMY).splitlines()

    assert "Now 12 of 40 ads within reach; with SQL and R 27." in [line.strip() for line in lines]
    assert [line.count("█") for line in lines if "█" in line] == [9, 20]
    assert any("SQL: alone it opens 10, on top of the other 14" in line for line in lines)
    assert any("R: alone it opens none, on top of the other 5 (no ad here names it)" in line for line in lines)


def test_what_if_without_ads_says_what_is_missing(said: Callable[..., str]) -> None:
    page = said(show_what_if, WhatIf(0, None, None, ()), TAXONOMY)

    assert "not known: there are no ads" in page


@pytest.mark.parametrize(
    ("state", "unmet", "there", "not_there"),
    [
        (GateState.OPEN, None, "Degree gate: open", "What opens it"),
        (GateState.OPEN, Share(0, 40), "Degree gate: open", "insist"),
        (GateState.OPEN, Share(1, 40), "1 of 40 ads insists on a degree that you cannot show.", "No microcredential"),
        (GateState.CLOSED, Share(25, 40), "What opens it: A bachelor's degree; no way around.", "way around.."),
    ],
)
def test_a_gate_says_how_many_ads_insist(
    said: Callable[..., str], state: GateState, unmet: Share | None, there: str, not_there: str
) -> None:
    gate = Gate(
        "degree",
        "ads",
        state,
        blocks=False,
        requirement="a bachelor's degree",
        opens_with="A bachelor's degree; no way around.",
        jurisdiction=None,
        evidence=(),
        unmet=unmet,
    )
    page = said(show_gate, gate, "data analyst")

    assert there in page
    assert not_there not in page
