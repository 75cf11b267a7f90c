"""What a person has in hand, recognised among what the catalog knows."""

from __future__ import annotations

from datetime import date

import pytest

from credlens.catalog.identity import DOUBTFUL, SURE
from credlens.catalog.recognising import recognise
from credlens.model.credential import Credential, CredentialLevel, Organisation, OrganisationKind
from credlens.model.fact import Fact, Method, Source
from credlens.model.quantity import Hours
from credlens.model.skill import Alias

SAID = (Source(Method.STATED, date=date(2026, 11, 22)),)


def organisation(name: str) -> Fact[Organisation]:
    return Fact(Organisation(name, OrganisationKind.OTHER), SAID)


GOOGLE = Credential(
    "google",
    "Google Data Analytics Professional Certificate",
    aliases=(Alias("Google Career Certificate in Data Analytics"),),
    kind=Fact("ProfessionalCertificate", SAID),
    level=Fact(CredentialLevel.BEGINNER, SAID),
    hours=Fact(Hours(180, 240), SAID),
    issuer=organisation("Google"),
    platform=organisation("Coursera"),
)
CLOUD = Credential("cloud", "AWS Certified Cloud Practitioner", issuer=organisation("Amazon Web Services"))


@pytest.mark.parametrize(
    ("known", "title", "provider"),
    [
        (GOOGLE, "Google Data Analytics Professional Certificate", "Google"),
        (GOOGLE, "google data analytics professional certificate", "Google LLC"),
        (GOOGLE, "Google Data Analytics Professional Certificate", "Coursera"),  # the platform stands for who issues it
        (GOOGLE, "Google Data Analytics Professional Certificate", ""),  # the title says who
        (GOOGLE, "Google Career Certificate in Data Analytics", "Google"),
        (CLOUD, "AWS Certified Cloud Practitioner", "Amazon"),
    ],
)
def test_a_whole_title_and_who_is_behind_it_are_enough_whatever_else_is_said(
    known: Credential, title: str, provider: str
) -> None:
    given = Credential(
        "x",
        title,
        kind=Fact("CertificateOfCompletion", SAID),
        level=Fact(CredentialLevel.ADVANCED, SAID),
        hours=Fact(Hours(20, 20), SAID),
        **({"issuer": organisation(provider)} if provider else {}),  # type: ignore[arg-type]
    )
    assert recognise(given, known).probability >= (SURE if title in known.title else DOUBTFUL)


@pytest.mark.parametrize(
    ("title", "provider"),
    [
        ("Google Data Analytics Professional Certificate", "Harbour School"),
        ("Data Analytics Professional Certificate", "Coursera"),  # many such run there, and nobody says whose this is
        ("Google Project Management Professional Certificate", "Google"),
    ],
)
def test_another_issuer_or_another_subject_is_never_surely_the_same(title: str, provider: str) -> None:
    assert recognise(Credential("x", title, issuer=organisation(provider)), GOOGLE).probability < SURE
