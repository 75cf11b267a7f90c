import numpy as np
import pytest

from credlens.skills.linking.index import PRIORS, Concept, build
from credlens.skills.linking.lanes import LANES, Compared, Lanes, top
from credlens.skills.linking.words import WordVectors

CONCEPTS = [
    Concept(
        "sql", "SQL", ("structured query language",), "A language for asking databases.", knowledge=True, essential=9
    ),
    Concept(
        "budgets",
        "manage budgets",
        ("budget management", "plan, monitor and report on the budget"),
        essential=99,
        optional=50,
    ),
    Concept("teams", "lead a team", ("direct a group",), "Guide people towards a common aim.", transversal=True),
    Concept("java", "Java (computer programming)", ("Java",), knowledge=True),
    Concept("coffee", "types of coffee", ("Java",), "Sorts of coffee beans."),
]


@pytest.fixture(scope="module")
def vectors() -> WordVectors:
    near = {
        "guide": [0, 1, 0],
        "lead": [0, 1, 0.1],
        "group": [0.1, 0, 1],
        "team": [0, 0, 1],
        "people": [0, 0.1, 0.9],
        "sql": [1, 0, 0],
    }
    return WordVectors(list(near), np.array(list(near.values()), np.float32))


@pytest.fixture(scope="module")
def lanes(vectors: WordVectors) -> Lanes:
    return Lanes(build(CONCEPTS, vectors), vectors)


def by_key(found: Compared) -> dict[str, dict[str, float]]:
    return {
        CONCEPTS[c].key: dict(zip(LANES, map(float, row), strict=True))
        for c, row in zip(found.concepts, found.scores, strict=True)
    }


def words_of(found: Compared, key: str, sentence: str) -> str:
    row = [CONCEPTS[c].key for c in found.concepts].index(key)
    return sentence[slice(*found.spans[row])]


def test_a_name_word_for_word_is_a_hit_and_says_where(lanes: Lanes) -> None:
    sentence = "You enjoy managing the budget, and SQL."
    found = lanes.compare([sentence])[0]
    seen = by_key(found)
    assert seen["sql"]["hit_label"] > 0
    assert seen["budgets"]["hit_label"] > 0, "inflection and articles are no obstacle"
    assert words_of(found, "sql", sentence) == "SQL"
    assert words_of(found, "budgets", sentence) == "managing the budget"


def test_words_in_another_order_cover_without_being_a_hit(lanes: Lanes) -> None:
    seen = by_key(lanes.compare(["The budget you will manage is large"])[0])
    assert seen["budgets"]["share"] == pytest.approx(1.0)
    assert seen["budgets"]["cover"] == pytest.approx(1.0)
    assert seen["budgets"]["hit_label"] == 0.0


def test_a_name_that_two_skills_share_counts_less(lanes: Lanes) -> None:
    seen = by_key(lanes.compare(["Java"])[0])
    alone = by_key(lanes.compare(["structured query language"])[0])["sql"]["hit_name"] / 3
    assert 0 < seen["java"]["hit_name"] < alone
    assert seen["java"]["hit_name"] == seen["coffee"]["hit_name"]


def test_other_words_are_found_by_their_vectors(lanes: Lanes) -> None:
    sentence = "Guide people"
    found = lanes.compare([sentence])[0]
    assert by_key(found)["teams"]["window"] > 0.9
    assert words_of(found, "teams", sentence) == "Guide people"


@pytest.mark.parametrize("sentence", ["", "   ", "<ORGANIZATION>", "xyzzy plugh", "你好", "!!!"])
def test_nothing_known_gives_no_candidates(lanes: Lanes, sentence: str) -> None:
    found = lanes.compare([sentence])[0]
    assert found.concepts.shape == (0,)
    assert found.scores.shape == (0, len(LANES))


def test_sentences_together_are_read_as_each_alone(lanes: Lanes) -> None:
    sentences = ["Lead a team", "manage budgets with SQL", ""]
    for alone, together in zip((lanes.compare([s])[0] for s in sentences), lanes.compare(sentences), strict=True):
        assert np.array_equal(alone.concepts, together.concepts)
        assert np.allclose(alone.scores, together.scores, atol=1e-6)


def test_candidates_of_others_are_compared_too(lanes: Lanes) -> None:
    coffee = np.array([4], np.int32)
    assert 4 in lanes.compare(["Lead a team"], [coffee])[0].concepts


def test_an_empty_taxonomy_has_no_candidates(vectors: WordVectors) -> None:
    assert not len(Lanes(build([], vectors), vectors).compare(["SQL"])[0].concepts)


def test_what_the_taxonomy_says_is_kept(vectors: WordVectors) -> None:
    priors = build(CONCEPTS, vectors)["priors"]
    assert priors.shape == (5, len(PRIORS))
    assert priors[1, 0] == round(np.log(100)) == 5
    assert list(priors[:, PRIORS.index("transversal")]) == [0, 0, 1, 0, 0]


def test_top_takes_the_highest_and_of_equal_ones_the_first() -> None:
    scores = np.array([0.0, 3.0, 1.0, 1.0, -2.0, 1.0], np.float32)
    assert sorted(top(scores, 3)) == [1, 2, 3]
    assert sorted(top(scores, 10)) == [1, 2, 3, 5]
