from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.verification import Check, Claims, Mode, Outcome, Party, Report, Verdict
from credlens.verify.checks import CHECKS
from credlens.verify.verdict import WORST, answer, worst

CLAIMS = Claims(issuer=Party("https://issuer.example", "Example Academy"))
NOW = datetime(2026, 11, 23, tzinfo=UTC)


def _verdict(*found: tuple[str, Outcome], parts: tuple[Verdict, ...] = ()) -> Verdict:
    checks = [Check(name, outcome, CHECKS[name].title, "because") for name, outcome in found]
    inner = [Report(v, "because", Mode.STRICT, NOW, part_of="/x") for v in parts]
    return answer(checks, CLAIMS, inner, unsigned=Verdict.COULD_NOT_CHECK).verdict


P, F, W, N, A = Outcome.PASSED, Outcome.FAILED, Outcome.WARNING, Outcome.NOT_CHECKED, Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([("signature", P), ("binding", P)], Verdict.VERIFIED),
        ([("signature", P), ("binding", F)], Verdict.ISSUER_NOT_BOUND),
        ([("signature", F), ("binding", F)], Verdict.INVALID),
        ([("signature", P), ("valid_until", F)], Verdict.AUTHENTIC_BUT_EXPIRED),
        ([("status_revocation", F), ("valid_until", F)], Verdict.REVOKED),
        ([("status_suspension", F), ("valid_until", F)], Verdict.SUSPENDED),
        ([("status_suspension", F), ("status_revocation", F)], Verdict.REVOKED),
        ([("status_revocation", N)], Verdict.COULD_NOT_CHECK),
        ([("status_revocation", N), ("valid_until", F)], Verdict.COULD_NOT_CHECK),
        ([("binding", F), ("status_revocation", N)], Verdict.ISSUER_NOT_BOUND),
        ([("proof", F)], Verdict.COULD_NOT_CHECK),
        ([("proof", F), ("structure", F)], Verdict.INVALID),
        ([("signature", P), ("issuer_known", W), ("schema", N), ("refresh", F)], Verdict.VERIFIED),
        ([("status_revocation", A), ("recipient", A)], Verdict.VERIFIED),
        ([("recipient", F)], Verdict.INVALID),
        ([("recipient", N)], Verdict.COULD_NOT_CHECK),
        ([("work", F)], Verdict.COULD_NOT_CHECK),
    ],
)
def test_the_worst_thing_found_decides(found: list[tuple[str, Outcome]], expected: Verdict) -> None:
    assert _verdict(*found) is expected
    assert _verdict(*reversed(found)) is expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((), Verdict.VERIFIED),
        ((Verdict.VERIFIED, Verdict.INVALID), Verdict.INVALID),
        ((Verdict.COULD_NOT_CHECK, Verdict.VERIFIED), Verdict.COULD_NOT_CHECK),
        (
            (Verdict.AUTHENTIC_BUT_EXPIRED, Verdict.VERIFIED),
            Verdict.VERIFIED,
        ),  # a record may hold what has expired since
        ((Verdict.REVOKED, Verdict.ISSUER_NOT_BOUND), Verdict.ISSUER_NOT_BOUND),
    ],
)
def test_a_record_is_no_better_than_the_worst_badge_in_it(parts: tuple[Verdict, ...], expected: Verdict) -> None:
    assert _verdict(("signature", P), parts=parts) is expected


def test_the_sentence_names_the_issuer_and_the_reason() -> None:
    checks = [Check("valid_until", F, "", "It counted until 2025-01-01 00:00 UTC.", next_step="Ask.")]
    found = answer(checks, CLAIMS, (), unsigned=Verdict.INVALID)
    assert found.because == (
        "Example Academy issued it and nothing in it was changed, but it has expired. It counted until 2025-01-01 00:00 UTC."
    )
    assert found.next_step == "Ask."


def test_without_a_status_list_the_sentence_does_not_claim_that_it_was_not_revoked() -> None:
    none = answer([Check("signature", P, "")], CLAIMS, (), unsigned=Verdict.INVALID)
    listed = answer([Check("status_revocation", P, "")], CLAIMS, (), unsigned=Verdict.INVALID)
    assert "names no list of revoked badges" in none.because
    assert "it was not revoked" in listed.because


def test_every_verdict_has_a_place_in_the_order() -> None:
    assert set(WORST) == set(Verdict)


OUTCOMES = st.tuples(st.sampled_from(sorted(CHECKS)), st.sampled_from(list(Outcome)))


@given(st.lists(OUTCOMES, max_size=8), OUTCOMES)
def test_one_more_check_never_makes_a_verdict_better(
    found: list[tuple[str, Outcome]], more: tuple[str, Outcome]
) -> None:
    assert WORST.index(_verdict(*found, more)) <= WORST.index(_verdict(*found))


@given(st.lists(OUTCOMES, max_size=8))
def test_verified_means_that_nothing_needed_failed_or_was_left_out(found: list[tuple[str, Outcome]]) -> None:
    if _verdict(*found) is Verdict.VERIFIED:
        for name, outcome in found:
            assert not (outcome is F and CHECKS[name].failed is not None)
            assert not (outcome is N and CHECKS[name].needed)


def test_the_worst_of_none_is_verified() -> None:
    assert worst([]) is Verdict.VERIFIED
