from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from credlens.catalog.identity import DOUBTFUL, SURE, Sketch, judge
from credlens.catalog.titles import title_key
from credlens.model.offer import Identifier


def sketch(title: str, issuer: str = "", **more: object) -> Sketch:
    found = Sketch("", title, title_key(title, [issuer]), (issuer,) if issuer else (), ())
    return replace(found, **more)  # type: ignore[arg-type]


def both_ways(one: Sketch, other: Sketch) -> float:
    there, back = judge(one, other), judge(other, one)
    assert there.probability == back.probability
    return there.probability


def test_a_code_of_its_own_settles_it_whatever_the_titles() -> None:
    name = (Identifier("ctid", "ce-1"),)
    found = judge(sketch("Welding I", identifiers=name), sketch("Soldadura", identifiers=name))
    assert found.probability >= SURE
    assert "ctid:ce-1" in found.because


def test_an_address_settles_it_only_with_a_title_that_agrees() -> None:
    page = (Identifier("url", "example.org/certifications"),)
    assert both_ways(sketch("Data Basics", identifiers=page), sketch("Data Basics Exam", identifiers=page)) >= SURE
    apart = both_ways(sketch("Data Basics", identifiers=page), sketch("Network Security", identifiers=page))
    assert DOUBTFUL <= apart < SURE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Google Data Analytics Professional Certificate", "google"), ("Google Data Analytics", "google")),
        (("Microsoft Certified: Azure Fundamentals", "microsoft"), ("Azure Fundamentals Certification", "microsoft")),
        (("IBM Data Science", "ibm"), ("IBM Data Science Professional Certificate", "ibm skills network")),
        (("AWS Certified Cloud Practitioner", "amazon web services"), ("AWS Cloud Practitioner", "aws")),
    ],
)
def test_one_name_and_issuer_in_two_writings(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert both_ways(sketch(*one), sketch(*other)) >= SURE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Two programmes of one name: only the provider tells them apart.
        (
            ("Machine Learning Specialization", "deeplearning ai"),
            ("Machine Learning Specialization", "university of washington"),
        ),
        (("Data Science", "harvard university"), ("Data Science", "johns hopkins university")),
        # Another level or edition is another title.
        (("Solutions Architect Associate", "aws"), ("Solutions Architect Professional Expert", "aws")),
        (("CompTIA A+", "comptia"), ("CompTIA Network+", "comptia")),
        (("Python", ""), ("Python", "")),
    ],
)
def test_names_that_are_not_enough(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert both_ways(sketch(*one), sketch(*other)) < DOUBTFUL


def test_a_course_is_not_the_certificate_of_the_same_name() -> None:
    course = sketch("Google Data Analytics", "google", kind=("Course",))
    assert both_ways(course, sketch("Google Data Analytics", "google", kind=("ProfessionalCertificate",))) < SURE


def test_what_one_source_lists_twice_is_two_things() -> None:
    one = sketch("Applied Data Analytics Methods", "example university", sources=("etpl",))
    assert both_ways(one, one) < SURE


def test_without_an_issuer_a_long_title_is_a_doubt_to_be_asked() -> None:
    one = sketch("Applied Supply Chain Risk Management Methods")
    assert both_ways(one, replace(one, issuers=("example university",))) >= DOUBTFUL


def test_the_key_is_the_telling_words() -> None:
    writings = ["Google Data Analytics Professional Certificate", "Data Analytics (Google)", "Google - Analytics: Data"]
    assert {title_key(w, ["Google LLC"]) for w in writings} == {"analytics data"}
    for words in permutations(("c#", "basics", "oop")):
        assert title_key(" ".join(words)) == "basics c# oop"
    assert title_key("The Certificate", ["Example"]) == "certificate the"
