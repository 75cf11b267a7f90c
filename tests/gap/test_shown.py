from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.gap.shown import level_gap, level_known, masters, shown, shown_to, solid, stale, unproven
from credlens.model.demand import SkillDemand
from credlens.model.person import EvidenceKind, HeldSkill, SkillEvidence
from credlens.model.quantity import Share
from credlens.model.skill import Alias, Reuse, Skill, SkillKind, SkillLevel

TODAY = date(2026, 11, 22)
BEGINNER, INTERMEDIATE, ADVANCED, EXPERT = tuple(SkillLevel)[1:]


def _held(
    skill: str, level: SkillLevel = SkillLevel.ADVANCED, *kinds: EvidenceKind, last: date | None = None
) -> HeldSkill:
    given = kinds or (EvidenceKind.USED,)
    return HeldSkill(skill, level, tuple(SkillEvidence(skill, k, "resume.md:1", skill, None, last) for k in given))


def _asked(k: int = 10, **levels: int) -> SkillDemand:
    found = tuple((level, levels[level.value]) for level in SkillLevel if level.value in levels)
    return SkillDemand("sql", Share(k, 40), Share(0, 0), k, levels=found)


def _skill(kind: SkillKind | None = SkillKind.SKILL) -> Skill:
    return Skill("sql", "SQL", (Alias("SQL"),), kind, Reuse.CROSS_SECTOR, "data", ())


@pytest.mark.parametrize(
    ("held", "how_far"),
    [
        (None, 0.0),
        (_held("sql", SkillLevel.UNKNOWN, EvidenceKind.LISTED), 0.5),
        (_held("sql", SkillLevel.BEGINNER), 0.5),
        (_held("sql", SkillLevel.INTERMEDIATE), 0.85),
        (_held("sql", SkillLevel.ADVANCED), 1.0),
        (_held("sql", SkillLevel.EXPERT), 1.0),
        (_held("sql", SkillLevel.UNKNOWN, EvidenceKind.STATED), 1.0),
        (_held("sql", SkillLevel.INTERMEDIATE, EvidenceKind.STATED, EvidenceKind.LISTED), 1.0),
        (_held("sql", SkillLevel.BEGINNER, EvidenceKind.STATED), 0.5),
        (_held("sql", SkillLevel.EXPERT, EvidenceKind.IMPLIED), 0.4),
        (_held("sql", SkillLevel.INTERMEDIATE, EvidenceKind.IMPLIED, EvidenceKind.USED), 0.85),
    ],
)
def test_how_far_a_skill_is_shown(held: HeldSkill | None, how_far: float) -> None:
    assert shown(held) == how_far


@pytest.mark.parametrize(
    ("held", "levels", "how_far"),
    [
        (_held("sql", INTERMEDIATE), {}, 0.85),  # nobody says how far
        (_held("sql", INTERMEDIATE), {"intermediate": 10}, 1.0),  # as far as everybody asks
        (_held("sql", BEGINNER), {"beginner": 10}, 1.0),
        (_held("sql", INTERMEDIATE), {"advanced": 10}, 0.85 * 0.8),  # one level short
        (_held("sql", BEGINNER), {"expert": 10}, 0.5 * 0.4),  # three levels short
        (_held("sql", INTERMEDIATE), {"advanced": 5}, (0.85 * 0.8 + 0.85) / 2),  # short to half of the ads
        (_held("sql", SkillLevel.UNKNOWN), {"advanced": 10}, 0.5),  # nobody can tell
        (_held("sql", BEGINNER, EvidenceKind.LISTED), {"beginner": 10}, 0.5),  # a list's floor is no finding
        (_held("sql", INTERMEDIATE, EvidenceKind.IMPLIED), {"beginner": 10}, 0.4),
        (None, {"advanced": 10}, 0.0),
    ],
)
def test_to_an_ad_that_says_how_far_it_is_shown_as_far_as_the_level_reaches(
    held: HeldSkill | None, levels: dict[str, int], how_far: float
) -> None:
    assert shown_to(held, _asked(10, **levels), _skill(), TODAY) == pytest.approx(how_far)


@given(st.sampled_from(tuple(SkillLevel)), st.dictionaries(st.sampled_from(tuple(SkillLevel)[1:]), st.integers(1, 5)))
def test_it_is_never_more_than_all_and_a_higher_level_never_shows_less(
    level: SkillLevel, levels: dict[SkillLevel, int]
) -> None:
    asked = _asked(25, **{lv.value: n for lv, n in levels.items()})
    better = tuple(SkillLevel)[min(tuple(SkillLevel).index(level) + 1, 4)]

    now, then = (shown_to(_held("sql", lv), asked, _skill(), TODAY) for lv in (level, better))
    assert 0 < now <= 1
    assert then >= now or level is SkillLevel.UNKNOWN


@pytest.mark.parametrize(
    ("held", "levels", "gap"),
    [
        (_held("sql", BEGINNER), {"advanced": 3}, 2),
        (_held("sql", ADVANCED), {"advanced": 3}, 0),
        (_held("sql", EXPERT), {"beginner": 3}, 0),
        (_held("sql", INTERMEDIATE), {"intermediate": 2, "expert": 2}, 0),  # half would be content
        (_held("sql", INTERMEDIATE), {"intermediate": 2, "expert": 3}, 2),
        (_held("sql", INTERMEDIATE), {}, None),  # no ad says how far
        (_held("sql", SkillLevel.UNKNOWN), {"advanced": 3}, None),
        (_held("sql", BEGINNER, EvidenceKind.LISTED), {"advanced": 3}, None),
        (None, {"advanced": 3}, None),
    ],
)
def test_the_level_gap_counts_levels_and_is_unknown_where_nobody_can_tell(
    held: HeldSkill | None, levels: dict[str, int], gap: int | None
) -> None:
    assert level_gap(held, _asked(10, **levels)) == gap


@pytest.mark.parametrize(
    ("held", "known"),
    [
        (_held("sql", BEGINNER), True),
        (_held("sql", BEGINNER, EvidenceKind.STATED), True),
        (_held("sql", BEGINNER, EvidenceKind.LISTED, EvidenceKind.IMPLIED), False),
        (_held("sql", ADVANCED, EvidenceKind.LISTED), True),  # "advanced SQL" in a list
        (_held("sql", ADVANCED, EvidenceKind.IMPLIED), False),
        (_held("sql", SkillLevel.UNKNOWN), False),
    ],
)
def test_a_level_is_known_only_where_something_says_it(held: HeldSkill, known: bool) -> None:
    assert level_known(held) is known


@pytest.mark.parametrize(
    ("kind", "years", "is_stale"),
    [
        (SkillKind.TOOL, 3, True),
        (SkillKind.TOOL, 2.9, False),
        (SkillKind.SKILL, 6, True),
        (SkillKind.KNOWLEDGE, 5.9, False),
        (SkillKind.KNOWLEDGE, 6, True),
        (None, 5, True),
        (None, 4.9, False),
    ],
)
def test_tools_are_stale_after_three_years_knowledge_after_six_and_the_unknown_after_five(
    kind: SkillKind | None, years: float, is_stale: bool
) -> None:
    last = TODAY - timedelta(days=years * 365.25 + 0.9)

    assert stale(_held("sql", last=last), _skill(kind), TODAY) == (last if is_stale else None)


def test_what_has_no_date_is_not_called_stale() -> None:
    assert stale(_held("sql"), _skill(), TODAY) is None
    assert stale(None, _skill(), TODAY) is None


@pytest.mark.parametrize(
    ("level", "years", "how_far"),
    [
        (ADVANCED, 5, 1.0),
        (ADVANCED, 7, 0.9),
        (INTERMEDIATE, 7, 0.765),  # still enough
        (INTERMEDIATE, 13, 0.68),  # to be shown anew
        (ADVANCED, 13, 0.8),
    ],
)
def test_disuse_lowers_how_far_a_skill_is_shown_a_little(level: SkillLevel, years: int, how_far: float) -> None:
    held = _held("sql", level, last=TODAY - timedelta(days=366 * years))

    assert shown_to(held, _asked(), _skill(), TODAY) == pytest.approx(how_far)


@pytest.mark.parametrize(
    ("kinds", "without_proof", "with_substance"),
    [
        ((EvidenceKind.LISTED,), True, False),
        ((EvidenceKind.STATED,), True, False),
        ((EvidenceKind.IMPLIED, EvidenceKind.LISTED), True, False),
        ((EvidenceKind.COURSE,), False, False),
        ((EvidenceKind.PROJECT, EvidenceKind.LISTED), False, True),
        ((EvidenceKind.USED,), False, True),
        ((EvidenceKind.CERTIFIED,), False, True),
    ],
)
def test_a_list_a_narrower_skill_and_ones_own_word_are_no_proof(
    kinds: tuple[EvidenceKind, ...], without_proof: bool, with_substance: bool
) -> None:
    held = _held("sql", ADVANCED, *kinds)

    assert (unproven(held), solid(held)) == (without_proof, with_substance)


def test_nothing_held_is_neither_unproven_nor_solid() -> None:
    assert (unproven(None), solid(None)) == (False, False)


@pytest.mark.parametrize(
    ("level", "wanted", "enough"),
    [
        (ADVANCED, SkillLevel.UNKNOWN, True),
        (INTERMEDIATE, SkillLevel.UNKNOWN, False),  # nobody says how far: only what is surely enough
        (INTERMEDIATE, INTERMEDIATE, True),
        (EXPERT, ADVANCED, True),
        (ADVANCED, EXPERT, False),
        (SkillLevel.UNKNOWN, BEGINNER, False),
    ],
)
def test_a_level_suffices_when_it_reaches_what_is_asked(level: SkillLevel, wanted: SkillLevel, enough: bool) -> None:
    assert masters(_held("sql", level), wanted) is enough
