from __future__ import annotations

from itertools import pairwise
from math import exp
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.credential import Depth, EvidenceClass
from credlens.model.quantity import Share
from credlens.plan.value import (
    FULL,
    NAT,
    TOP,
    WORTH,
    dose,
    evidence,
    evidence_for,
    integer_weights,
    proof,
    pull,
    quality_of,
    weight_of,
)


@pytest.mark.parametrize(
    ("depth", "quality", "p"), [("core", 1, 0.8), ("core", 0, 0.32), ("part", 0.5, 0.35), ("touched", 1, 0.15)]
)
def test_proof_is_depth_times_strength(depth: Any, quality: Any, p: Any) -> None:
    assert proof(Depth(depth), quality) == pytest.approx(p)


def test_without_a_scorecard_strength_is_seven_tenths(world: Any) -> None:
    assert evidence_for(world.credential("c", "sql core"), "sql", None) == pytest.approx(0.8 * 0.7)
    assert evidence_for(world.credential("c", "sql core"), "r", None) == 0
    assert quality_of(world.card("c", 0.9)) == 0.9


@pytest.mark.parametrize(
    ("changes", "weight"),
    [
        ({}, 0.5 * 0.75),  # nobody says how firmly it is asked for
        ({"required": Share(8, 10)}, 0.5 * 0.9),
        ({"required": Share(0, 10)}, 0.5 * 0.5),
        ({"missing": 0.4}, 0.5 * 0.4 * 0.75),
        ({"umbrella": True}, 0.5 * 0.75 / 4),
        ({"learnable": False}, 0),
    ],
)
def test_weight_is_demand_times_missing_times_firmness(world: Any, changes: Any, weight: Any) -> None:
    assert weight_of(world.item("sql", 50, **changes)) == pytest.approx(weight)


@given(st.lists(st.floats(0, 0.8), max_size=5))
def test_integer_evidence_adds_up_to_the_noisy_or(proofs: Any) -> None:
    worth = WORTH[min(TOP, sum(pull(p) for p in proofs))] / FULL
    assert worth == pytest.approx(evidence(proofs), abs=0.5 * max(1, len(proofs)) / NAT + 0.003)


def test_the_worth_table_is_concave_and_near_the_formula() -> None:
    steps = [b - a for a, b in pairwise(WORTH)]
    assert steps == sorted(steps, reverse=True)
    assert max(abs(w / FULL - 1 + exp(-k / NAT)) for k, w in enumerate(WORTH)) < 0.0003


def test_integer_weights_keep_proportions_and_never_lose_a_skill() -> None:
    assert integer_weights([0.5, 0.25, 1e-9]) == (6667, 3333, 1)


@pytest.mark.parametrize(
    ("hours", "kind", "share"),
    [
        (5, EvidenceClass.COMPLETION, 0.2),
        (25, EvidenceClass.COMPLETION, 1.0),
        (200, EvidenceClass.ASSESSED_CERTIFICATE, 1.0),
        (5, EvidenceClass.CERTIFICATION, 1.0),
        (5, EvidenceClass.LICENCE, 1.0),
    ],
)
def test_a_short_course_proves_less_and_an_exam_does_not(
    world: Any, hours: float, kind: EvidenceClass, share: float
) -> None:
    course = world.credential("c", "sql core", hours, evidence_class=kind)
    assert dose(course) == pytest.approx(share)
    assert evidence_for(course, "sql", None) == pytest.approx(share * 0.8 * 0.7)


def test_a_workload_nobody_knows_is_not_held_against_a_course(world: Any) -> None:
    assert dose(world.credential("c", "sql core", world.unknown, evidence_class=EvidenceClass.COMPLETION)) == 1.0
