"""What a plan says it is worth."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from credlens.model.plan import Coverage


def test_an_award_counts_only_with_all_its_members(case: Any) -> None:
    assert "sql: evidence said to be 0.723, 0.604 is built" in case.wrong(awards=())
    (award,) = case.problem.awards
    more = replace(award, members=("a", "e"))
    assert "sql: evidence said to be 0.723, 0.604 is built" in case.wrong(awards=(more,))


def test_evidence_follows_from_what_the_steps_prove(case: Any) -> None:
    said = case.offer("d", proofs=(("python", 0.25),))
    assert said[0] == "python: evidence said to be 0.480, 0.512 is built"
    assert "said to leave open python, open are none" in said


def test_coverage_is_weighted_by_what_is_wanted(case: Any) -> None:
    assert case.wrong(targets=(("python", 0.2), ("sql", 0.6))) == (
        "coverage said to be 0.626, the skills add up to 0.662",
    )


def test_the_skills_are_those_of_the_gap(case: Any) -> None:
    said = case.wrong(targets=(("sql", 0.6),))
    assert "the skills whose evidence is stated are not the skills of the gap that can be learned" in said
    assert "b: python is not a skill of the gap" in said


def test_a_step_names_only_what_it_proves(case: Any) -> None:
    assert case.wrong(case.with_step(0, skills=("sql", "python"))) == ("a: said to teach python, which it does not",)
    assert case.wrong(case.with_step(0, skills=("sql", "sql"))) == ("a: names a skill twice",)


def test_without_any_target_nothing_is_covered(case: Any) -> None:
    bare = replace(case.plan, by_skill=(), coverage=0.1, uncovered=())
    assert "coverage said to be 0.100, the skills add up to 0.000" in case.wrong(bare, targets=())


def test_evidence_of_one_half_is_covered(case: Any) -> None:
    half = tuple(replace(o, proofs=(("python", 0.375),)) if o.credential == "d" else o for o in case.problem.offers)
    python = 1 - 0.65 * 0.625
    by_skill = (case.plan.by_skill[0], Coverage("python", python))
    coverage = 0.6 * by_skill[0].evidence + 0.4 * python
    plan = replace(case.plan, by_skill=by_skill, coverage=coverage, uncovered=(), supplements=())
    assert case.wrong(plan, offers=half) == ()
