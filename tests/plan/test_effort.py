from __future__ import annotations

from typing import Any

import pytest

from credlens.model.person import EvidenceKind, HeldSkill, SkillEvidence
from credlens.model.quantity import Hours
from credlens.model.skill import SkillLevel
from credlens.plan.effort import days_needed, hours_left, known_share, knows

TEACHES = "sql core, python part, git touched"  # weights 3, 2, 1


@pytest.mark.parametrize(
    ("skills", "share"),
    [
        ("", 0),
        ("sql intermediate", 3 / 6),
        ("sql beginner", 0),
        ("sql unknown", 0),
        ("python expert, git advanced", 3 / 6),
    ],
)
def test_known_share_counts_solid_skills_by_depth(world: Any, skills: Any, share: Any) -> None:
    assert known_share(world.credential("c", TEACHES), world.person(skills)) == pytest.approx(share)


@pytest.mark.parametrize(("level", "counts"), [("unknown", True), ("beginner", False)])
def test_a_persons_own_word_counts_unless_it_says_beginner(world: Any, level: Any, counts: Any) -> None:
    person = world.person()
    said = SkillEvidence("sql", EvidenceKind.STATED, "here", "I know SQL")
    person.skills["sql"] = HeldSkill("sql", SkillLevel(level), (said,))
    assert knows(person, "sql") is counts


def test_a_refused_skill_is_not_known_whatever_was_read(world: Any) -> None:
    assert not knows(world.person("sql expert", refused=("sql",)), "sql")


@pytest.mark.parametrize(
    ("skippable", "expected"),
    [
        (True, Hours(65, 130, 78)),  # half known: 100 x (1 - 0.7 / 2)
        (False, Hours(100, 200, 120)),
        ("unknown", Hours(65, 200, 99)),  # the usual value in the middle between 78 and 120
    ],
)
def test_hours_shrink_by_what_is_known_where_it_can_be_skipped(world: Any, skippable: Any, expected: Any) -> None:
    value = world.unknown if skippable == "unknown" else skippable
    credential = world.credential("c", TEACHES, Hours(100, 200, 120), modules_skippable=value)
    hours, why = hours_left(credential, world.person("sql advanced"))
    assert (hours.min, hours.max, hours.mode) == pytest.approx((expected.min, expected.max, expected.mode))
    assert "50 %" in why


def test_hours_on_which_sources_disagree_span_all_of_them(world: Any) -> None:
    hours, why = hours_left(
        world.credential("c", TEACHES, world.conflict(Hours(10, 20, 12), Hours(30, 30))), world.person()
    )
    assert hours == Hours(10, 30)
    assert "disagree" in why


def test_unknown_hours_stay_unknown_and_say_why(world: Any) -> None:
    assert hours_left(world.credential("c", TEACHES, world.unknown), world.person()) == (None, "workload not stated")


def test_no_named_skill_means_nothing_is_known_already(world: Any) -> None:
    assert hours_left(world.credential("c", "", 10), world.person("sql expert"))[0] == Hours(10, 10)


@pytest.mark.parametrize(
    ("hours", "pace", "days"), [(0, 7, 1), (1, 7, 1), (10, 7, 10), (10.5, 7, 11), (0.1, 0.1, 7), (8, 10, 6)]
)
def test_days_are_whole_days_at_a_steady_pace(hours: Any, pace: Any, days: Any) -> None:
    assert days_needed(hours, pace) == days
