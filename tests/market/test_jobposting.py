from typing import Any

import pytest

from credlens.market.fields import posting, recognise
from credlens.market.jobposting import EDUCATION, EXPERIENCE, INSTEAD, in_words
from credlens.model.posting import Posting
from credlens.skills.degrees import read_degree
from credlens.skills.experience import read_experience
from credlens.skills.sections import Layout

CREDENTIAL = "EducationalOccupationalCredential"


def ad(**more: Any) -> str:
    record = {
        "@type": "JobPosting",
        "description": "We look for somebody who reads and writes letters every day.",
        **more,
    }
    found = posting(record, recognise(record), "a.html")
    assert isinstance(found, Posting)
    return found.text


@pytest.mark.parametrize(
    ("value", "level", "required"),
    [
        ({"@type": CREDENTIAL, "credentialCategory": "high school"}, "secondary", True),
        ({"@type": CREDENTIAL, "credentialCategory": "associate degree"}, "associate", True),
        ({"@type": CREDENTIAL, "credentialCategory": "bachelor degree"}, "bachelor", True),
        ({"@type": CREDENTIAL, "credentialCategory": "Bachelor's degree"}, "bachelor", True),
        ({"@type": CREDENTIAL, "credentialCategory": "postgraduate degree"}, "master", True),
        ({"@type": CREDENTIAL, "credentialCategory": {"@type": "DefinedTerm", "name": "doctorate"}}, "doctorate", True),
        ([{"credentialCategory": "bachelor degree"}, {"credentialCategory": "postgraduate degree"}], "bachelor", True),
        ("Bachelor's degree in economics", "bachelor", True),
        ("no requirements", "none", False),
        ({"credentialCategory": "professional certificate"}, "unstated", None),
        ({"@type": CREDENTIAL}, "unstated", None),
    ],
)
def test_education_is_read_as_it_is_stated(value: Any, level: str, required: bool | None) -> None:
    text = ad(educationRequirements=value)
    found = read_degree(text, Layout(text))
    assert (found.level.value, found.required) == (level, required)


@pytest.mark.parametrize(
    ("value", "years"),
    [
        ({"monthsOfExperience": 24}, [2.0]),
        ({"monthsOfExperience": "18"}, [1.5]),
        ({"monthsOfExperience": 6.0}, [0.5]),
        ({"monthsOfExperience": 0}, []),
        ({"monthsOfExperience": -3}, []),
        ({"monthsOfExperience": "some"}, []),
        ({"monthsOfExperience": 1e400}, []),
        ({"monthsOfExperience": True}, []),
        ("no requirements", []),
        ("3 years of experience in sales", [3.0]),
    ],
)
def test_months_of_experience_are_years(value: Any, years: list[float]) -> None:
    text = ad(experienceRequirements=value)
    assert [e.min_years for e in read_experience(text, Layout(text))] == years


def test_what_is_stated_wins_over_the_prose_and_says_where_it_comes_from() -> None:
    prose = "A Master's degree and 7 years of experience are required. You need 3 years of experience in audit."
    text = ad(
        description=prose,
        educationRequirements={"credentialCategory": "bachelor degree"},
        experienceRequirements={"monthsOfExperience": 12},
        experienceInPlaceOfEducation=True,
    )
    degree, experience = read_degree(text, Layout(text)), read_experience(text, Layout(text))
    assert (degree.level.value, degree.experience_substitutes) == ("bachelor", True)
    assert degree.quote == "Bachelor's degree (educationRequirements: bachelor degree)."
    assert [(e.min_years, e.of) for e in experience] == [(3, "audit"), (1, "")]
    assert experience[1].quote == "At least 12 months of experience (monthsOfExperience: 12)."


def test_experience_in_place_of_education_may_be_refused() -> None:
    text = ad(
        description="A Bachelor's degree or equivalent experience is required for this work.",
        experienceInPlaceOfEducation=False,
    )
    assert read_degree(text, Layout(text)).experience_substitutes is False


@pytest.mark.parametrize(
    ("name", "value"),
    [("title", {"credentialCategory": "x"}), (INSTEAD, "perhaps"), (EDUCATION, 7), (EXPERIENCE, [None])],
)
def test_other_fields_and_odd_values_are_not_put_into_words(name: str, value: Any) -> None:
    assert in_words(name, value) is None
