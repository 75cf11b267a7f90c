from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.catalog.values.kinds import KINDS, Kind, of_achievement, of_ctdl, of_words
from credlens.model.credential import EvidenceClass


def test_every_kind_once() -> None:
    assert len(KINDS) == len(set(KINDS))
    # The starter catalog's words are among them.
    assert {
        "Certification", "License", "ProfessionalCertificate", "Certificate", "CertificateOfCompletion", "MicroCredential", "DigitalBadge",
        "AcademicCertificate", "Course",
    } <= set(KINDS)  # fmt: skip


@pytest.mark.parametrize(
    ("term", "kind"),
    [
        ("ceterms:Certification", "Certification"),
        ("Certification", "Certification"),
        ("https://purl.org/ctdl/terms/MasterDegree", "MasterDegree"),
        ("ceterms:BachelorOfScienceDegree", "BachelorOfScienceDegree"),
        ("ceterms:LearningProgram", "LearningProgram"),
        ("ceterms:LearningOpportunity", "LearningOpportunityProfile"),
        ("ceterms:Course", "Course"),
    ],
)
def test_a_ctdl_class(term: str, kind: str) -> None:
    found = of_ctdl(term)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    "term", ["ceterms:Occupation", "ceterms:CredentialOrganization", "ceterms:Credential", "", ":"]
)
def test_a_class_of_other_things_is_no_kind(term: str) -> None:
    assert of_ctdl(term) is None


@pytest.mark.parametrize(
    ("term", "kind"),
    [
        ("CertificateOfCompletion", "CertificateOfCompletion"),
        ("Badge", "DigitalBadge"),  # an Open Badge of the plainest kind
        ("MicroCredential", "MicroCredential"),
        ("LearningProgram", "LearningProgram"),
        ("ext:ProfessionalCertificate", "ProfessionalCertificate"),
        ("ext:shortCourse", "Course"),
    ],
)
def test_an_achievement_type(term: str, kind: str) -> None:
    found = of_achievement(term)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize("term", ["Achievement", "Membership", "Competency", "Award", "ext:GoldStar", ""])
def test_an_achievement_that_is_no_kind_of_credential(term: str) -> None:
    assert of_achievement(term) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (" Professional Certificate ", "ProfessionalCertificate"),
        ("Certificado profesional", "ProfessionalCertificate"),
        ("Specialization", "Certificate"),
        ("Nano degree", "Certificate"),
        ("MicroMasters®", "MicroCredential"),
        ("Mastertrack", "MicroCredential"),
        ("Guided project", "Course"),
        ("University Certificate", "AcademicCertificate"),
        ("Graduate Certificate", "PostBaccalaureateCertificate"),
        ("Postgraduate Diploma", "Diploma"),
        ("Associate's Degree", "AssociateDegree"),
        ("Degree", "Degree"),
        ("Certificates", "Certificate"),
        ("Curso", "Course"),
        ("licence", "License"),
        ("Boot camp", "LearningProgram"),
    ],
)
def test_a_platform_s_own_word(text: str, kind: str) -> None:
    found = of_words(text)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize("text", ["None", "", "Industry credential", "A course on data", "Beginner"])
def test_other_words_are_no_kind(text: str) -> None:
    assert of_words(text) is None


def test_the_kind_says_what_it_proves_only_where_its_definition_does() -> None:
    assert of_words("Certification") == Kind("Certification", EvidenceClass.CERTIFICATION)
    assert of_words("License") == Kind("License", EvidenceClass.LICENCE)
    assert of_ctdl("CertificateOfParticipation") == Kind("CertificateOfParticipation", EvidenceClass.PARTICIPATION)
    assert of_ctdl("CertificateOfCompletion") == Kind("CertificateOfCompletion", EvidenceClass.COMPLETION)
    for word in ("Course", "Certificate", "Professional Certificate", "Degree", "Micro-credential", "Badge"):
        found = of_words(word)
        assert found is not None
        assert found.evidence_class is None


@given(st.sampled_from(KINDS))
def test_a_class_names_itself_in_every_table(kind: str) -> None:
    for found in (of_ctdl(kind), of_ctdl(f"ceterms:{kind}"), of_words(kind)):
        assert found is not None
        assert found.kind == kind


@given(st.text(max_size=40))
def test_no_text_is_a_kind_that_there_is_not(text: str) -> None:
    for found in (of_ctdl(text), of_achievement(text), of_words(text)):
        assert found is None or found.kind in KINDS
