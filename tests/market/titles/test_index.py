import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.market.titles.index import ACCEPTED, TitleIndex
from credlens.market.titles.judgement import FEATURES, judge
from credlens.model.occupation import Occupation


def job(id_: str, label: str, *titles: str) -> Occupation:
    return Occupation(id_, f"urn:{id_}", label, titles)


JOBS = [
    job("analyst", "data analyst", "business data analyst", "data analysis specialist", "reporting analyst"),
    job("baker", "baker", "bread baker", "bakery worker", "trainee baker"),
    job("entry", "data entry clerk", "scientific data entry clerk", "data entry operator", "data input clerk"),
    job("nurse-aide", "nurse assistant", "nursing aide", "nurse aide", "healthcare assistant"),
    job("nurse-practitioner", "nurse practitioner", "advanced practice nurse", "family nurse practitioner"),
    job("sales-engineer", "sales engineer", "technical sales engineer", "presales engineer"),
    job("salesperson", "shop assistant", "sales associate", "retail sales associate", "store associate"),
    job("scientist", "data scientist", "data science expert", "machine learning scientist", "data research scientist"),
    job("software", "software developer", "software engineer", "application developer", "software programmer"),
    job("tester", "software tester", "software test engineer", "quality assurance engineer", "test engineer"),
]


@pytest.fixture(scope="module")
def index() -> TitleIndex:
    return TitleIndex(JOBS)


@pytest.mark.parametrize(
    ("title", "occupation"),
    [
        ("Senior Data Scientist (m/f/d)", "scientist"),
        ("Nurse Practitioner - Family Medicine", "nurse-practitioner"),
        ("Sales Associate, Evenings", "salesperson"),
        ("SWE II", "software"),
        ("QA Engineer", "tester"),
        ("Software Developers", "software"),
        ("Data Entry Clerk", "entry"),
    ],
)
def test_a_title_finds_its_occupation_and_no_lookalike(index: TitleIndex, title: str, occupation: str) -> None:
    found = index.match(title)
    assert found is not None
    assert found.occupation == occupation
    assert ACCEPTED <= found.probability <= 1


@pytest.mark.parametrize("title", ["Elephant Keeper", "Manager", "Engineer", "", "!!", "Data Center Electrician"])
def test_it_abstains_when_no_occupation_is_likely(index: TitleIndex, title: str) -> None:
    assert index.match(title) is None


def test_a_match_names_the_name_that_reads_like_the_title(index: TitleIndex) -> None:
    found = index.match("Staff Software Engineer, Bramble Maps", place="Lyon", employer="Bramble")
    assert found is not None
    assert (found.occupation, found.title) == ("software", "software engineer")


def test_a_name_that_two_occupations_own_is_shared_unless_it_is_the_label_of_one() -> None:
    shared = TitleIndex([*JOBS, job("z1", "grower", "farm hand"), job("z2", "herder", "farm hand")])
    first, second = shared.rank("Farm Hand", 2)
    assert {first.occupation, second.occupation} == {"z1", "z2"}
    assert first.probability == second.probability < ACCEPTED
    owned = TitleIndex([*JOBS, job("z1", "grower", "farm hand"), job("z2", "farm hand", "herder")])
    found = owned.match("Farm Hand")
    assert found is not None
    assert found.occupation == "z2"


def test_ranks_are_in_order_of_probability_and_add_up_to_one_at_most(index: TitleIndex) -> None:
    found = index.rank("data engineer", 5)
    assert [m.probability for m in found] == sorted((m.probability for m in found), reverse=True)
    assert sum(m.probability for m in found) <= 1.001
    assert len({m.occupation for m in found}) == len(found)
    assert index.rank("data engineer", 1) == found[:1]


def test_the_order_of_the_occupations_makes_no_difference(index: TitleIndex) -> None:
    backward = TitleIndex(reversed(JOBS))
    for title in ("Data Scientist", "Sales Engineer", "test analyst", "Nurse"):
        assert index.rank(title, 5) == backward.rank(title, 5)


def test_without_occupations_nothing_is_matched() -> None:
    empty = TitleIndex([])
    assert len(empty) == 0
    assert empty.match("Data Scientist") is None


@given(st.text(max_size=60))
def test_any_title_is_matched_or_not(title: str) -> None:
    for match in TitleIndex(JOBS[:3]).rank(title, 3):
        assert 0 <= match.probability <= 1


def test_the_more_alike_the_surer_and_none_is_always_possible() -> None:
    same = np.zeros((2, len(FEATURES)))
    assert judge(same).tolist() == pytest.approx([1 / 3, 1 / 3])
    assert judge(np.zeros((0, len(FEATURES)))).tolist() == []
