"""Whether a signature covers every statement, and what is said when that cannot be found out."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from credlens.verify.proofs import coverage

ERRORS = {
    "UnknownContextError": ("terms", "not_checked"),
    "TermError": ("terms", "failed"),
    "TooMuchWorkError": ("work", "failed"),
}


class FlawError(ValueError):
    """In the place of one of the errors."""


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Make the look at the terms say something."""

    def put(*found: tuple[str, str], error: str = "") -> None:
        def answer(_document: Any, _limits: Any) -> Any:
            if error:
                raise FlawError("Some words.")
            return tuple(SimpleNamespace(where=where, reason=reason) for where, reason in found)

        monkeypatch.setattr(coverage, "uncovered", answer)
        if error:
            monkeypatch.setattr(coverage, error, FlawError)

    return put


def test_a_document_all_of_whose_terms_have_a_meaning_is_covered(lab: Any, says: Any) -> None:
    says()
    inquiry = lab.inquiry()
    assert coverage.check_all_covered(lab.badge(), inquiry)
    assert lab.outcomes(inquiry) == [("terms", "passed")]


def test_of_many_terms_without_meaning_the_first_are_told(lab: Any, says: Any) -> None:
    says(*((f"/x{n}", "It has no meaning.") for n in range(9)))
    inquiry = lab.inquiry()
    assert not coverage.check_all_covered(lab.badge(), inquiry)
    assert [c.where for c in inquiry.checks] == ["/x0", "/x1", "/x2", "/x3", "/x4"]


@pytest.mark.parametrize(("error", "found"), ERRORS.items())
def test_terms_that_cannot_be_found_out_never_pass(lab: Any, says: Any, error: str, found: Any) -> None:
    says(error=error)
    inquiry = lab.inquiry()
    assert not coverage.check_all_covered(lab.badge(), inquiry)
    assert not coverage.check_proof_covered(lab.badge(), {}, inquiry, "/proof")
    assert lab.outcomes(inquiry) == [found] * 2


@pytest.mark.parametrize(
    ("place", "outcome", "holds"),
    [
        ("/expires", "failed", False),
        ("/domain/0", "failed", False),
        ("/type", "failed", False),
        ("/note", "warning", True),
    ],
)
def test_of_a_proofs_members_those_that_count_must_be_covered(
    lab: Any, says: Any, place: str, outcome: str, holds: bool
) -> None:
    says((place, "It has no meaning."))
    inquiry = lab.inquiry()
    assert coverage.check_proof_covered(lab.badge(), {"note": 1}, inquiry, "/proof") is holds
    assert [(c.id, c.outcome.value, c.where) for c in inquiry.checks] == [("terms", outcome, f"/proof{place}")]


def test_many_members_that_change_nothing_do_not_hide_one_that_counts(lab: Any, says: Any) -> None:
    says(*((f"/x{n}", "It has no meaning.") for n in range(9)), ("/expires", "It has no meaning."))
    assert not coverage.check_proof_covered(lab.badge(), {}, lab.inquiry(), "/proof")
