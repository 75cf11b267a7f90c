"""The employer is read from the subject, the name or the house of the sender, and is never the system that sends."""

from __future__ import annotations

import pytest

from credlens.outcomes.mail.senders import employer_of, of_domain, same_employer, title_of


@pytest.mark.parametrize(
    ("subject", "sender", "domain", "employer"),
    [
        ("Thank you for applying to ACME Robotics", "", "greenhouse.io", "ACME Robotics"),
        ("Your application for Data Analyst at ACME Robotics!", "no-reply", "us.greenhouse-mail.io", "ACME Robotics"),
        ("Ihre Bewerbung als Analyst bei Muster GmbH", "Karriere", "softgarden.io", "Muster GmbH"),
        ("Votre candidature chez Epsilon", "", "smartrecruiters.com", "Epsilon"),
        ("Application received", "Beta Hiring Team", "hire.lever.co", "Beta"),
        ("Application received", "Beta Careers via Workday", "myworkday.com", "Beta"),
        ("Application received", "Jane Doe", "mail.gamma-labs.example", "Gamma Labs"),
        ("Application received", "Gamma Labs Recruiting", "gamma-labs.example", "Gamma Labs"),
        ("Application received", "Jane Doe", "gmail.com", ""),
        ("Application received", "LinkedIn", "linkedin.com", ""),
        ("Application received", "", "", ""),
    ],
)
def test_the_employer(subject: str, sender: str, domain: str, employer: str) -> None:
    assert employer_of(subject, sender, domain) == employer


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Your application for Data Analyst at ACME", "Data Analyst"),
        ("Ihre Bewerbung als Data Analyst bei Muster GmbH", "Data Analyst"),
        ("Application for the position of Data Analyst - ACME", "Data Analyst"),
        ("Indeed Application: Data Analyst", "Data Analyst"),
        ("Thank you for applying for the Data Analyst role at ACME", "Data Analyst"),
        ("Thank you for applying to ACME", ""),
        ("Thank you for the interview", ""),
    ],
)
def test_the_title(subject: str, title: str) -> None:
    assert title_of(subject) == title


def test_names_are_of_one_employer_whatever_the_legal_form() -> None:
    assert same_employer("ACME Robotics Inc.", "Acme robotics")
    assert same_employer("Acme", "ACME Robotics")
    assert not same_employer("Acme", "Robotics of Acme")
    assert not same_employer("", "Acme")
    assert of_domain("Acme Robotics", "mail.acme-robotics.example")
    assert not of_domain("Greenhouse", "greenhouse.io")
