"""Adding evidence only narrows: the more is known, the smaller the interval; and conflicting sources span it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.evaluate import CRITERIA
from credlens.evaluate.case import Case
from credlens.evaluate.criteria.base import Finding
from credlens.model.credential import AssessmentType, Grader, Supervision

Build = Callable[[Mapping[str, Any]], Case]

ATTEMPTS = st.sampled_from(["unlimited", 1, 3])
PART = st.fixed_dictionaries(
    {"type": st.sampled_from([t.value for t in AssessmentType]), "grader": st.sampled_from([g.value for g in Grader])}
    | {"attempts": ATTEMPTS}
)
FORMATS = st.sampled_from(["none", "pdf", "login_page", "public_page", "credly", "open_badge_2", "open_badge_3"])


def find(build: Build, criterion: str, **raw: Any) -> Finding:
    return CRITERIA[criterion].value(build(raw))


def width(finding: Finding) -> float:
    return finding.high - finding.low


@given(parts=st.lists(PART, min_size=1, max_size=3), forget=st.sampled_from(["attempts", "grader"]))
def test_learning_attempts_or_grader_narrows_rigour(
    build_case: Build, parts: list[dict[str, Any]], forget: str
) -> None:
    less = find(
        build_case,
        "assessment_rigour",
        credential={"assessment": [{k: v for k, v in p.items() if k != forget} for p in parts]},
    )
    more = find(build_case, "assessment_rigour", credential={"assessment": parts})
    assert less.low <= more.low + 1e-9
    assert more.high <= less.high + 1e-9


@given(parts=st.lists(PART, min_size=1, max_size=3), fmt=FORMATS, seen=st.sampled_from(list(Supervision)))
def test_any_knowledge_is_at_least_as_narrow_as_none(
    build_case: Build, parts: list[Any], fmt: str, seen: Supervision
) -> None:
    known = {"assessment": parts, "verification": fmt, "supervision": seen.value}
    for criterion in ("assessment_rigour", "verifiability", "supervision"):
        assert width(find(build_case, criterion, credential=known)) <= width(find(build_case, criterion))


@settings(max_examples=1000)
@given(months=st.integers(1, 120), cost=st.integers(0, 900), first=st.integers(1, 900))
def test_knowing_the_renewal_narrows_durability(build_case: Build, months: int, cost: int, first: int) -> None:
    quote = {"low": first, "high": first}
    nothing = find(build_case, "durability", quote=quote)
    valid = find(build_case, "durability", credential={"validity_months": months}, quote=quote)
    renewed = {"validity_months": months, "renewal": {"method": "retest", "cost": cost}}
    both = find(build_case, "durability", credential=renewed, quote=quote)
    assert width(nothing) >= width(valid) >= width(both)
    assert not both.can_look_up


@given(what=st.permutations(["institution", "programme", "scheme"]))
def test_each_accreditation_found_narrows_and_never_lowers(build_case: Build, what: list[str]) -> None:
    before = find(build_case, "quality_assurance")
    for found in range(1, 4):
        accreditation = [{"what": w, "standard": "ISO/IEC 17024", "body": "ANAB"} for w in what[:found]]
        after = find(build_case, "quality_assurance", credential={"accreditation": accreditation})
        assert width(after) <= width(before)
        assert after.low >= before.low
        before = after


@settings(max_examples=1000)
@given(named=st.integers(0, 4), ads=st.integers(5, 60))
def test_ten_times_the_ads_narrow_recognition(build_case: Build, named: int, ads: int) -> None:
    def seen(factor: int) -> Finding:
        names_it = {"ads": named * factor, "employers": named * factor}
        return find(build_case, "recognition", ads={"n": ads * factor, "names_it": names_it})

    assert width(seen(10)) <= width(seen(1)) + 1e-9


@settings(max_examples=1000)
@given(share=st.integers(1, 10), ads=st.integers(1, 20))
def test_ten_times_the_ads_narrow_what_is_covered(build_case: Build, share: int, ads: int) -> None:
    def seen(factor: int) -> dict[str, Any]:
        n = ads * factor * 10
        return {
            "credential": {"skills": {"sql": "core"}},
            "ads": {"n": n, "skills": {"sql": n, "excel": n * share // 10}},
        }

    assert width(find(build_case, "transferability", **seen(10))) < width(
        find(build_case, "transferability", **seen(1))
    )
    missing = {"missing": {"sql": 1, "excel": 1}}
    many, few = (find(build_case, "gap_coverage", **seen(f), **missing) for f in (10, 1))
    assert width(many) < width(few)


@given(one=st.sampled_from(list(Supervision)), two=st.sampled_from(list(Supervision)))
def test_conflicting_sources_span_what_each_of_them_says(build_case: Build, one: Supervision, two: Supervision) -> None:
    says = [find(build_case, "supervision", credential={"supervision": s.value}) for s in (one, two)]
    both = find(build_case, "supervision", credential={"supervision": {"conflicting": [one.value, two.value]}})
    assert both.low == min(f.low for f in says)
    assert both.high == max(f.high for f in says)


@settings(max_examples=1000)
@given(price=st.integers(1, 900), budget=st.integers(1, 900), factor=st.integers(2, 50))
def test_the_unit_of_money_does_not_matter(build_case: Build, price: int, budget: int, factor: int) -> None:
    def at(unit: int, currency: str) -> Finding:
        quote = {"low": price * unit, "high": 2 * price * unit, "currency": currency}
        return find(build_case, "cost", quote=quote, limits={"budget": budget * unit, "currency": currency})

    one, other = at(1, "USD"), at(factor, "JPY")
    assert (one.low, one.high) == pytest.approx((other.low, other.high))


@settings(max_examples=1000)
@given(price=st.integers(0, 900), more=st.integers(0, 500), hours=st.integers(0, 400))
def test_dearer_or_longer_is_never_better(build_case: Build, price: int, more: int, hours: int) -> None:
    def at(cost: int, work: int) -> tuple[Finding, Finding]:
        raw = {"quote": {"low": cost, "high": cost, "hours": [work, work]}, "limits": {"budget": 400}}
        return find(build_case, "cost", **raw), find(build_case, "time", **raw)

    for less, greater in zip(at(price, hours), at(price + more, hours + more), strict=True):
        assert greater.low <= less.low
        assert greater.high <= less.high


def test_a_finding_outside_zero_and_one_is_a_bug() -> None:
    with pytest.raises(ValueError, match="low <= high"):
        Finding(0.5, 0.4, "upside down")


CLAIMS = st.fixed_dictionaries(
    {
        "assessment": st.lists(PART, max_size=2),
        "accreditation": st.lists(
            st.fixed_dictionaries(
                {"what": st.sampled_from(["institution", "scheme"]), "standard": st.just("NCCA"), "body": st.just("ICE")}
            ),
            max_size=2,
        ),
        "recognition": st.lists(
            st.fixed_dictionaries(
                {"by": st.just("the Board"), "kind": st.sampled_from(["endorsement", "credit", "regulator"])}
            ),
            max_size=2,
        ),
        "credit": st.lists(st.fixed_dictionaries({"system": st.just("ECTS"), "amount": st.integers(1, 9)}), max_size=1),
        "stacks_into": st.lists(
            st.fixed_dictionaries({"into": st.just("a degree"), "confirmed_by": st.sampled_from(["provider", "receiver"])}),
            max_size=2,
        ),
    }
)  # fmt: skip


@given(
    claims=CLAIMS, sources=st.lists(st.sampled_from(["parsed", "stated", "read", "imported"]), min_size=9, max_size=9)
)
def test_confirming_what_was_claimed_only_narrows(
    build_case: Build, claims: dict[str, Any], sources: list[str]
) -> None:
    # the same statements, each first with a method of its own and then read by somebody at an address
    said = iter(sources)
    told = {
        name: [{**c, "said": next(said), "seen_at": "https://a.example"} for c in found]
        for name, found in claims.items()
        if name != "assessment"
    }
    confirmed = {name: [{**c, "said": "read"} for c in found] for name, found in told.items()}
    for criterion in ("assessment_rigour", "quality_assurance", "endorsement_credit", "stackability"):
        before = find(build_case, criterion, credential={"assessment": claims["assessment"], **told})
        after = find(build_case, criterion, credential={"assessment": claims["assessment"], **confirmed})
        assert before.low <= after.low + 1e-9, criterion
        assert after.high <= before.high + 1e-9, criterion
