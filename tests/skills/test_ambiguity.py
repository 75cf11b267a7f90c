import pytest

from credlens.skills.ambiguity import SMALL, Place, Senses, Surroundings, logistic
from credlens.skills.prose import Prose
from credlens.skills.words import fold

PROSE = Prose({"go": 30, "word": 40, "great": 20, "market": 50, "swift": 2})


def marks(text: str, name: str, alias: str, *others: str) -> set[str]:
    """The marks of ``name`` in a text, where ``others`` are sure names."""
    words = fold(text)
    places = [
        Place(k, k, alias if word == name else word, proper=True, sure=word != name)
        for k, word in enumerate(words.words)
        if word == name or word in others
    ]
    (place,) = (p for p in places if not p.sure)
    return set(Surroundings(words, places, PROSE).marks(place))


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("we write Go here", "own case"),
        ("Go is used", "own case, which says nothing"),
        ("one. Go is used", "own case, which says nothing"),
        ("Strong Teams Go Here", "own case, which says nothing"),
        ("we go home", SMALL),
        ("we like GO there", "other case"),
        ("you go home", f"after: verbs come after, {SMALL}"),
        ("the Go team", "after: determiner"),
        ("services in Go", "after: preposition"),
        ("go to school", f"before: preposition, {SMALL}"),
        ("Go on Linux", "before: preposition"),
        ("vitamin c", "one letter, after a word"),
        ("a great go", "after a word"),
        ("big Toys Go there", "after a capital"),
        ("go Tigers", "before a capital"),
        ("experience with go", "cue before"),
        ("Go developers", "cue after"),
        ("Go-live", "before a hyphen"),
        ("Go 2026", "before a year"),
        ("Go 3", "before a number"),
        ("Go: good", "before a colon"),
        ("- Go", "alone"),
        ("Go, something", "listed to the right"),
        ("something or Go", "listed to the left"),
        ("no words but go", "two letters"),
    ],
)
def test_a_mark_is_seen(text: str, mark: str) -> None:
    name = "c" if mark.startswith("one letter") else "go"
    assert mark in marks(text, name, name.capitalize())


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Python, Go", "sure name to the left"),
        ("Python/Go", "sure name to the left"),
        ("Python and Go", "sure name to the left"),
        ("Go or Python", "sure name to the right"),
        ("Go services beside Python", "sure name near"),
        ("Go beside Python, Tableau", "sure names near"),
    ],
)
def test_company_is_seen(text: str, mark: str) -> None:
    assert mark in marks(text, "go", "Go", "python", "tableau")


def test_what_lies_beyond_the_stretch_is_not_looked_at() -> None:
    words = fold("Python\n\nGo\n\nTableau")
    places = [Place(k, k, w, proper=True, sure=k != 1) for k, w in enumerate(words.words)]
    assert "alone" in Surroundings(words, places, PROSE, 1, 2).marks(places[1])
    assert "sure names near" in Surroundings(words, places, PROSE).marks(places[1])


def test_a_words_commonness_counts_unless_it_is_shorter_than_words_are() -> None:
    words = fold("swift c")
    places = [Place(0, 0, "Swift", proper=True, sure=False), Place(1, 1, "C", proper=True, sure=False)]
    around = Surroundings(words, places, PROSE)
    assert around.marks(places[0])["common"] == pytest.approx(0.477, abs=1e-3)
    assert around.marks(places[1])["one letter"] == 1
    assert around.marks_at(1) == around.marks(places[1])


def test_marks_are_weighed() -> None:
    senses = Senses(PROSE, -1.0, {"own case": 2.0, "common": -0.5})
    assert senses.probability({"own case": 1.0, "common": 2.0, "never seen in training": 1.0}) == logistic(0.0) == 0.5
    assert senses.probability({}) < 0.5
