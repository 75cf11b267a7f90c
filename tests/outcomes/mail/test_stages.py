"""A subject says what became of an application, or that it is not clear, in four languages."""

from __future__ import annotations

import pytest

from credlens.model.application import StepKind
from credlens.outcomes.mail.stages import Other, is_weak, stage_of


@pytest.mark.parametrize(
    ("subject", "stage"),
    [
        ("Thank you for applying to ACME", Other.RECEIVED),
        ("Your application was sent to ACME", Other.RECEIVED),
        ("We have received your application", Other.RECEIVED),
        ("Ihre Bewerbung als Data Analyst", Other.RECEIVED),
        ("Eingangsbestätigung Ihrer Bewerbung", Other.RECEIVED),
        ("Hemos recibido tu candidatura", Other.RECEIVED),
        ("Nous avons bien reçu votre candidature", Other.RECEIVED),
        ("Invitation to interview at ACME", StepKind.INTERVIEW),
        ("Einladung zum Vorstellungsgespräch", StepKind.INTERVIEW),
        ("Invitación a una entrevista", StepKind.INTERVIEW),
        ("Invitation à un entretien", StepKind.INTERVIEW),
        ("Unfortunately we are not moving forward with your application", StepKind.REJECTION),
        ("Your application was not successful", StepKind.REJECTION),
        ("Absage zu Ihrer Bewerbung", StepKind.REJECTION),
        ("Lamentablemente no has sido seleccionada", StepKind.REJECTION),
        ("Votre candidature n\u2019a pas été retenue", StepKind.REJECTION),
        ("Your offer letter", StepKind.OFFER),
        ("Ihr Arbeitsvertrag", StepKind.OFFER),
        ("Promesse d'embauche", StepKind.OFFER),
        ("Update on your application", Other.UNCLEAR),
        ("Neuigkeiten zu Ihrer Bewerbung", Other.UNCLEAR),
        ("Estado de tu candidatura", Other.UNCLEAR),
        ("Suivi de votre candidature", Other.UNCLEAR),
        ("Your interview is cancelled", Other.UNCLEAR),
        ("Unfortunately, about your interview", Other.UNCLEAR),
        ("12 new jobs for Data Analyst", Other.ALERT),
        ("Job alert: Berlin", Other.ALERT),
        ("Neue Jobs für dich", Other.ALERT),
        ("How to ace your next interview", Other.ALERT),
        ("Lunch on Friday?", None),
        ("Your order has been sent", None),
    ],
)
def test_what_a_subject_says(subject: str, stage: StepKind | Other | None) -> None:
    assert stage_of(subject)[0] is stage


@pytest.mark.parametrize(
    "subject", ["Unfortunately your parcel is late", "An interview with the mayor", "Entretien de votre voiture"]
)
def test_words_that_others_use_as_well_are_weak(subject: str) -> None:
    assert is_weak(subject)
    assert not is_weak(f"{subject}: your application")
