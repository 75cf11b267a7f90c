"""Which skills of the taxonomy a badge names."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from credlens.app.ports import Ports
from credlens.app.verifying.skills import BadgeSkills
from credlens.model.verification import AchievementClaim, AlignedSkill, Claims, Mode, NamedBy, Report, Verdict

SQL = "http://data.europa.eu/esco/skill/598de5b0-5b58-4ea7-8058-a4bc4d18c742"
AT = datetime(2026, 11, 23, tzinfo=UTC)


def report(*skills: AlignedSkill, verdict: Verdict = Verdict.VERIFIED, **said: object) -> Report:
    achievement = replace(AchievementClaim(name="Harbour work", skills=skills), **said)  # type: ignore[arg-type]
    return Report(verdict, "", Mode.STRICT, AT, claims=Claims(achievements=(achievement,)))


def found(ports: Ports, told: Report) -> list[tuple[str, str, NamedBy]]:
    return [(s.named, s.skill, s.how) for s in BadgeSkills(ports).linked(told)[1]]


@pytest.mark.parametrize(
    ("skill", "told"),
    [
        (AlignedSkill("Datenbankabfragen", SQL), ("Datenbankabfragen", "sql", NamedBy.ADDRESS)),
        (AlignedSkill("Datenbankabfragen", f"{SQL}/"), ("Datenbankabfragen", "sql", NamedBy.ADDRESS)),
        (AlignedSkill("Anything", "", code=SQL), ("Anything", "sql", NamedBy.CODE)),
        (AlignedSkill(" sql ", "https://f.example/7"), ("sql", "sql", NamedBy.NAME)),
        (AlignedSkill("Fog signalling"), ("Fog signalling", "", NamedBy.UNKNOWN)),
    ],
    ids=["address", "address with slash", "code", "name", "unknown"],
)
def test_an_alignment_is_known_by_address_first_and_else_by_name(
    ports: Ports, skill: AlignedSkill, told: tuple[str, str, NamedBy]
) -> None:
    assert found(ports, report(skill)) == [told]


def test_alignments_that_are_no_skills_are_passed_over(ports: Ports) -> None:
    level = AlignedSkill("EQF 5", "http://data.europa.eu/snb/eqf/5")
    rubric = AlignedSkill("Row 1", "https://f.example/1", kind="CFRubricCriterion")
    assert found(ports, report(level, rubric)) == []


def test_tags_title_and_text_come_behind_and_tell_a_skill_once(ports: Ports) -> None:
    told = report(
        AlignedSkill("SQL", SQL),
        name="Power BI for crews",
        tags=("sql", "python", "fog"),
        criteria="Build dashboards in Power BI and Tableau.",
    )
    names = found(ports, told)
    assert names[0] == ("SQL", "sql", NamedBy.ADDRESS)
    assert names[1] == ("python", "python", NamedBy.TAG)
    assert ("Power BI", "power-bi", NamedBy.TITLE) in names
    assert ("Tableau", "tableau", NamedBy.TEXT) in names
    assert len({skill for _, skill, _ in names}) == len(names)


def test_the_report_has_the_taxonomy_s_ids_in_its_alignments(ports: Ports) -> None:
    told, _ = BadgeSkills(ports).linked(report(AlignedSkill("SQL", SQL), AlignedSkill("Fog signalling")))
    assert [s.skill for s in told.claims.achievement.skills] == ["sql", ""]


def test_badges_inside_count_unless_they_are_known_to_be_false(ports: Ports) -> None:
    around = replace(
        report(),
        claims=Claims(),
        parts=(
            report(AlignedSkill("SQL", SQL), verdict=Verdict.COULD_NOT_CHECK),
            report(AlignedSkill("Python"), verdict=Verdict.ISSUER_NOT_BOUND),
        ),
    )
    assert found(ports, around) == [("SQL", "sql", NamedBy.ADDRESS)]


def test_a_badge_that_says_nothing_names_nothing(ports: Ports) -> None:
    assert found(ports, replace(report(), claims=Claims())) == []
