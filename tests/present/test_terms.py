from __future__ import annotations

from enum import StrEnum

import pytest

from credlens.model.credential import (
    Assessment,
    AssessmentType,
    Depth,
    Grader,
    Organisation,
    OrganisationKind,
    Renewal,
    Supervision,
    Validity,
    Verification,
)
from credlens.model.fact import Method, Unknown, WhyUnknown
from credlens.model.person import EvidenceKind
from credlens.model.skill import SkillLevel
from credlens.present import terms


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        (terms.DEPTHS, Depth),
        (terms.EVIDENCE, EvidenceKind),
        (terms.LEVELS, SkillLevel),
        (terms.METHODS, Method),
    ],
)
def test_every_member_has_its_words(table: dict[StrEnum, object], kind: type[StrEnum]) -> None:
    assert set(table) == set(kind)


@pytest.mark.parametrize("grader", [*Grader, None])
@pytest.mark.parametrize("kind", list(AssessmentType))
def test_every_assessment_reads_as_words(kind: AssessmentType, grader: Grader | None) -> None:
    assert "_" not in terms.assessment(Assessment(kind, (), grader))


def test_unlimited_attempts_are_not_zero_attempts() -> None:
    assert "unlimited attempts" in terms.assessment(Assessment(AssessmentType.QUIZ, (), attempts=0))
    assert "attempt" not in terms.assessment(Assessment(AssessmentType.QUIZ, ()))


@pytest.mark.parametrize("kind", list(OrganisationKind))
def test_every_kind_of_provider_reads_as_words(kind: OrganisationKind) -> None:
    assert "_" not in terms.organisation(Organisation("X", kind))


@pytest.mark.parametrize("value", list(Supervision))
def test_every_supervision_reads_as_words(value: Supervision) -> None:
    assert "identity" in terms.supervision(value)


@pytest.mark.parametrize("why", [w for w in WhyUnknown if w is not WhyUnknown.CONFLICTING])
def test_every_reason_for_not_knowing_is_said(why: WhyUnknown) -> None:
    said = terms.unknown(Unknown(why))
    assert said.startswith("unknown: ") or why is WhyUnknown.NOT_APPLICABLE


def test_conflicting_values_are_all_shown() -> None:
    assert terms.unknown(Unknown(WhyUnknown.CONFLICTING, ("39", "49"))) == "unknown: sources disagree (39 or 49)"


def test_unknown_parts_of_a_renewal_are_not_called_free() -> None:
    assert terms.renewal(Renewal("fee")) == "paying a fee (cost unknown, hours unknown)"


def test_other_words() -> None:
    assert terms.validity(Validity(None)) == "never"
    assert terms.verification(Verification("credly")) == "yes, a Credly badge"
    assert terms.credential_kind("ProfessionalCertificate") == "professional certificate"
    assert terms.criterion("gap_coverage") == "Closes your gap"
    assert terms.criterion("something_new") == "Something new"
