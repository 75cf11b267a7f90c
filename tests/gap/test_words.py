from __future__ import annotations

from datetime import date

import pytest

from credlens.gap import words
from credlens.model.demand import Blend, DemandPart, DemandSource, SkillDemand
from credlens.model.gap import GapItem
from credlens.model.person import EvidenceKind, HeldSkill, SkillEvidence
from credlens.model.quantity import Share
from credlens.model.skill import SkillLevel


def _asked(k: int = 31, n: int = 40, firm: tuple[int, int] = (24, 27), **more: object) -> SkillDemand:
    return SkillDemand("sql", Share(k, n), Share(*firm), k, **more)  # type: ignore[arg-type]


def _item(asked: SkillDemand | None = None, held: HeldSkill | None = None, **more: object) -> GapItem:
    given = {"opens": 12, "opens_with_first": 25, "learnable": True, "umbrella": False, "rank": 1} | more
    return GapItem("sql", asked or _asked(), held, 1.0, **given)  # type: ignore[arg-type]


def _held(*kinds: EvidenceKind, level: SkillLevel = SkillLevel.BEGINNER, years: float | None = None) -> HeldSkill:
    return HeldSkill("sql", level, tuple(SkillEvidence("sql", k, "resume.md:1", "SQL", years) for k in kinds))


@pytest.mark.parametrize(
    ("firm", "said"),
    [
        ((24, 27), "asked for in 31 of 40 ads, required in 24 of the 27 that say"),
        ((24, 31), "asked for in 31 of 40 ads, required in 24"),
        ((0, 0), "asked for in 31 of 40 ads"),
    ],
)
def test_how_often_and_how_firmly_it_is_asked_for_with_every_n(firm: tuple[int, int], said: str) -> None:
    assert words.asked(_asked(firm=firm)) == said


@pytest.mark.parametrize(
    ("k", "n", "sources", "said"),
    [
        (2, 3, ("ads", "market"), "about 55 % of ads by the ads given and the market (2 of the 3 given)"),
        (0, 0, ("ads", "profile"), "about 55 % of ads by the occupation's profile"),
        (0, 0, ("market", "profile"), "about 55 % of ads by the market and the occupation's profile"),
    ],
)
def test_an_estimate_says_whose_it_is(k: int, n: int, sources: tuple[str, ...], said: str) -> None:
    parts = tuple(DemandPart(DemandSource(s), 0.5, 0.0 if s == "ads" and not n else 5.0) for s in sources)

    assert words.asked(_asked(k, n, (0, 0), blend=Blend(0.55, 0.3, 0.7, parts))) == f"asked for in {said}"


@pytest.mark.parametrize(
    ("first", "more", "said"),
    [
        (("sql", "r", "dax"), {}, "alone it opens 12, with the other two of the first three 25"),
        (("sql", "r"), {}, "alone it opens 12, with the other one of the first two 25"),
        (("sql",), {}, "alone it opens 12 of 38"),
        (("r", "dax", "excel"), {"opens": 0}, "alone it opens none, with the first three 25"),
        (("r",), {"opens_with_first": 0}, "alone it opens 12, with the first one none"),
        (("r",), {"learnable": False}, "it does not count towards reach: a certificate hardly proves it"),
        (
            ("r",),
            {"umbrella": True},
            "it does not count towards reach: the name of a whole field closes as its parts close",
        ),
    ],
)
def test_why_it_ranks_there(first: tuple[str, ...], more: dict[str, object], said: str) -> None:
    assert words.why(_item(**more), first, 38) == f"{words.asked(_asked())}; {said}"


def test_what_is_held_or_cannot_be_counted_says_only_how_often_it_is_asked_for() -> None:
    assert words.why(_item(rank=None), (), 38) == words.asked(_asked())
    assert words.why(_item(opens=None), ("sql",), 0) == words.asked(_asked())


@pytest.mark.parametrize(
    ("held", "more", "said"),
    [
        (None, {}, ()),
        (_held(EvidenceKind.USED), {}, ()),
        (
            _held(EvidenceKind.LISTED),
            {"unproven": True},
            ("you know it and cannot show it: a badge or a project is enough",),
        ),
        (
            _held(EvidenceKind.IMPLIED),
            {"unproven": True},
            (
                "you know part of it through a narrower skill, and nothing shows it by name: a badge or a project is enough",
            ),
        ),
        (
            _held(EvidenceKind.USED),
            {"stale": date(2017, 12, 31)},
            ("last used 2017-12: refresh it, or show a recent project",),
        ),
    ],
)
def test_what_is_special_about_what_is_held(
    held: HeldSkill | None, more: dict[str, object], said: tuple[str, ...]
) -> None:
    item = _item(held=held, **more)

    assert words.remarks(item) == said


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (2, ("5 ads say how far, half of them advanced or more; you show beginner",)),
        (0, ()),
        (
            None,
            (
                "5 ads say how far, half of them advanced or more; your papers do not say how far you are, so it cannot be told",
            ),
        ),
    ],
)
def test_a_level_that_is_too_low_or_not_known_is_said(steps: int | None, said: tuple[str, ...]) -> None:
    asked = _asked(levels=((SkillLevel.BEGINNER, 1), (SkillLevel.ADVANCED, 4)))
    item = _item(asked, _held(EvidenceKind.USED), level_gap=steps)

    assert words.remarks(item) == said


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (_held(EvidenceKind.USED, level=SkillLevel.EXPERT, years=8.0), "8.0 years at work, expert level"),
        (_held(EvidenceKind.CERTIFIED, level=SkillLevel.ADVANCED), "certified, advanced level"),
        (_held(EvidenceKind.PROJECT, level=SkillLevel.ADVANCED), "used, advanced level"),
    ],
)
def test_why_no_course_is_needed(held: HeldSkill, said: str) -> None:
    assert words.skip(held, _asked()) == said
