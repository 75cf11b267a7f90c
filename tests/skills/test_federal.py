import pytest

from credlens.skills.degrees import read_degree
from credlens.skills.federal import Education, is_federal, read_federal
from credlens.skills.sections import Layout

REQUIRED, SUBSTITUTABLE, NONE = "required", "substitutable", "none"


def says(text: str) -> str:
    found = read_degree(text, Layout(text))
    if found.experience_substitutes:
        return SUBSTITUTABLE
    return NONE if found.level.value in {"none", "unstated"} else REQUIRED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This job has no education requirement; use experience alone.", NONE),
        ("This position does not have a positive education requirement.", NONE),
        ("There is no educational substitution at the GS-12 grade.", NONE),
        ("EDUCATION SUBSTITUTION: There is no substitution of education for experience at this grade level.", NONE),
        ("Education may not be substituted for specialized experience.", NONE),
        ("Education requirements: not applicable.", NONE),
        ("You must have one year of specialized experience equivalent to the GS-11 grade level.", NONE),
        ("Education or experience: none required.", NONE),
        ("You may qualify by experience and/or education for this grade level.", SUBSTITUTABLE),
        ("You can use experience, education, or a combination of the two to qualify.", SUBSTITUTABLE),
        ("In lieu of specialized experience you may have two years of graduate study.", SUBSTITUTABLE),
        ("OR Education: a Ph.D. or 3 years of progressively higher level graduate education leading to such a degree.", SUBSTITUTABLE),
        ("GS-09: a Master's degree or two years of progressively higher level graduate education.", SUBSTITUTABLE),
        ("Four years of education above the high school level, or one year of general experience.", SUBSTITUTABLE),
        ("Education may be substituted for the experience required at GS-5.", SUBSTITUTABLE),
        ("A. Degree: physics or mathematics. or B. Combination of education and experience.", SUBSTITUTABLE),
        ("Specialized experience: one year of budgets. OR, Education: one full year of graduate education.", SUBSTITUTABLE),
        ("Experience. One year of nursing work that demonstrates the applicant's ability. OR", SUBSTITUTABLE),
        ("Some federal jobs allow you to substitute your education. For this job use experience alone.", NONE),
        ("Education requirements do not apply to this vacancy.", NONE),
        ("Education may be substituted for experience.", SUBSTITUTABLE),
        ("Experience may not be substituted for education.", REQUIRED),
        ("You must have 24 semester hours in accounting. You cannot substitute experience for this education.", REQUIRED),
        ("You cannot substitute education for experience at the GS-12 level.", NONE),
        ("A Master's or equivalent graduate degree in the grade level's field.", SUBSTITUTABLE),
        ("Undergraduate or graduate education: major study in accounting.", SUBSTITUTABLE),
        ("(B) Education. An associate degree in health records.", SUBSTITUTABLE),
        ("One year of experience at the next lower grade level, or completion of a pharmacy program.", SUBSTITUTABLE),
        ("Superior Academic Achievement qualifies for GS-7.", SUBSTITUTABLE),
        ("Education: a master's degree in social work from an accredited school.", REQUIRED),
        ("This position has an education requirement.", REQUIRED),
        ("Graduate of a school of practical nursing accredited by the state board.", REQUIRED),
        ("Basic requirement: a bachelor's degree in engineering accredited by ABET.", REQUIRED),
        ("A doctoral degree in psychology accredited by the APA is required.", REQUIRED),
        ("Applicants must possess a J.D. degree.", REQUIRED),
    ],
)  # fmt: skip
def test_the_three_classes_of_federal_education(text: str, expected: str) -> None:
    assert says(text) == expected


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Substitution of education: two years above high school.", "associate"),
        ("Substitution of education: four years above high school.", "bachelor"),
        ("Substitution of education: one year of graduate education.", "master"),
        ("Education may be substituted for experience.", "bachelor"),
    ],
)
def test_a_level_that_is_not_named_follows_from_the_years(text: str, level: str) -> None:
    found = read_federal(text, named=False)
    assert found is not None
    assert (found.says, found.level.value) == (Education.SUBSTITUTABLE, level)


@pytest.mark.parametrize(
    "text", ["Bachelor's degree or equivalent experience.", "Strong SQL, no degree needed.", "A team of ten."]
)
def test_other_employers_are_no_federal_agencies(text: str) -> None:
    assert not is_federal(text)


def test_in_a_whole_ad_weak_signs_are_not_enough() -> None:
    passage = "To qualify, bring SQL."
    assert is_federal(passage)
    assert not is_federal(passage + " We sell pans." * 200)
