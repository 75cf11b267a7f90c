import pytest

from credlens.model.skill import SkillLevel
from credlens.profile.stated import level_in, stated_levels

NAMES = ("SQL", "Excel", "Python", "Visual Basic", "R")
UNKNOWN, BEGINNER, INTERMEDIATE, ADVANCED, EXPERT = SkillLevel


def levels(line: str, language: str = "en") -> dict[str, SkillLevel]:
    places = {name: (at, at + len(name)) for name in NAMES if (at := line.find(name)) >= 0}
    return dict(zip(places, stated_levels(line, list(places.values()), language), strict=True))


@pytest.mark.parametrize(
    ("line", "language", "said"),
    [
        ("SQL (advanced), Excel", "en", {"SQL": ADVANCED, "Excel": UNKNOWN}),
        ("Python: expert, Excel - basics", "en", {"Python": EXPERT, "Excel": BEGINNER}),
        ("Basic knowledge of R", "en", {"R": BEGINNER}),
        ("Excel \u2013 Grundkenntnisse, SQL (sehr gut)", "de", {"Excel": BEGINNER, "SQL": ADVANCED}),
        ("Excel \u2013 Grundkenntnisse", "en", {"Excel": UNKNOWN}),
        ("SQL (nivel avanzado)", "es", {"SQL": ADVANCED}),
        ("Advanced: SQL, Python; Basic: R", "en", {"SQL": ADVANCED, "Python": ADVANCED, "R": BEGINNER}),
        ("Advanced: SQL, Python (basic)", "en", {"SQL": ADVANCED, "Python": BEGINNER}),
        ("Master: Python", "en", {"Python": EXPERT}),
        ("SQL and Excel (intermediate)", "en", {"SQL": INTERMEDIATE, "Excel": INTERMEDIATE}),
        ("Visual Basic, SQL", "en", {"SQL": UNKNOWN, "Visual Basic": UNKNOWN}),
        ("Tools: SQL, Excel", "en", {"SQL": UNKNOWN, "Excel": UNKNOWN}),
    ],
)
def test_a_level_counts_for_its_own_item_or_group(line: str, language: str, said: dict[str, SkillLevel]) -> None:
    assert levels(line, language) == said


def test_words_without_a_level_say_none() -> None:
    assert level_in("some words") is UNKNOWN
