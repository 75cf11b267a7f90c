"""Structured requirements of schema.org's JobPosting in words, so that they are read, kept and quoted like the rest of the ad.

Google's "Job posting structured data" (developers.google.com/search/docs/appearance/structured-data/job-posting, recalled 2026-11-22) gives
the values: ``credentialCategory`` is one of high school, associate degree, bachelor degree, professional certificate, postgraduate degree;
``monthsOfExperience`` is a number; either may be the text "no requirements".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

EDUCATION, EXPERIENCE, INSTEAD = "education requirements", "experience requirements", "experience in place of education"
MOST_MONTHS = 600  # more than a working life: not a number of months

_NOTHING = {"no requirements", "no requirement", "none", "not required"}
_LEVELS = {
    "high school": "High school diploma",
    "associate degree": "Associate degree",
    "bachelor degree": "Bachelor's degree",
    "bachelors degree": "Bachelor's degree",
    "professional certificate": "Professional certificate",
    "postgraduate degree": "Postgraduate degree",
    "master degree": "Master's degree",
    "doctorate": "Doctorate",
}


def in_words(name: str, value: Any) -> str | None:
    """A structured value as sentences that say where they come from; None when the field is no such one, or holds plain text.

    Args:
        name: the field's name in lower case, words apart ("education requirements").
        value: what JSON gave.
    """
    if name == INSTEAD:
        return _instead(value)
    values = list(value) if isinstance(value, Sequence) and not isinstance(value, str) else [value]
    if name == EDUCATION:
        lines = [_education(v) for v in values]
    elif name == EXPERIENCE:
        lines = [_experience(v) for v in values]
    else:
        return None
    return "\n".join(f"- {line}" for line in lines if line) or None


def _education(value: Any) -> str | None:
    category = value.get("credentialCategory") if isinstance(value, Mapping) else value
    if isinstance(category, Mapping):
        category = category.get("name") or category.get("termCode")
    if not isinstance(category, str) or not category.strip():
        return None
    plain = " ".join(category.replace("'", "").replace("\u2019", "").lower().split())
    if plain in _NOTHING:
        return f"No degree is required (educationRequirements: {category})."
    if plain in _LEVELS:
        return f"{_LEVELS[plain]} (educationRequirements: {category})."
    return category.strip() if isinstance(value, str) else f"{category.strip()} (educationRequirements)."


def _experience(value: Any) -> str | None:
    if isinstance(value, str):
        nothing = value.strip().lower() in _NOTHING
        return (
            f"No prior experience is required (experienceRequirements: {value.strip()})."
            if nothing
            else value.strip() or None
        )
    months = value.get("monthsOfExperience") if isinstance(value, Mapping) else None
    number = _number(months)
    if number is None:
        return None
    if number == 0:
        return "No prior experience is required (monthsOfExperience: 0)."
    return f"At least {number} months of experience (monthsOfExperience: {months})."


def _number(months: Any) -> int | None:
    try:
        number = round(float(months))
    except (TypeError, ValueError, OverflowError):
        return None
    return number if 0 <= number <= MOST_MONTHS and not isinstance(months, bool) else None


def _instead(value: Any) -> str | None:
    said = value if isinstance(value, bool) else {"true": True, "false": False}.get(str(value).strip().lower())
    if said is None:
        return None
    return (
        "Experience may be substituted for the degree (experienceInPlaceOfEducation: true)."
        if said
        else "Experience is not accepted in place of the degree (experienceInPlaceOfEducation: false)."
    )
