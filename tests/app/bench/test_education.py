import json

from credlens.app.bench.education import NONE, REQUIRED, SUBSTITUTABLE, category, half, read, score
from credlens.model.occupation import DegreeLevel
from credlens.model.posting import DegreeRequirement


def test_a_reading_amounts_to_one_of_three_classes() -> None:
    def asked(level: DegreeLevel, instead: bool | None) -> str:
        return category(DegreeRequirement(level, required=True, experience_substitutes=instead))

    assert asked(DegreeLevel.BACHELOR, True) == SUBSTITUTABLE
    assert [asked(DegreeLevel.BACHELOR, x) for x in (False, None)] == [REQUIRED, REQUIRED]
    assert [asked(level, None) for level in (DegreeLevel.NONE, DegreeLevel.UNSTATED)] == [NONE, NONE]


def test_each_class_counts_the_same() -> None:
    rows = read(
        json.dumps(
            [
                {"edu_key_quote": "There is no education requirement.", "edu_category": NONE},
                {"edu_key_quote": "A bachelor's degree is required.", "edu_category": REQUIRED},
                {"edu_key_quote": "Education may be substituted for experience.", "edu_category": SUBSTITUTABLE},
                {"edu_key_quote": "A bachelor's degree is required.", "edu_category": NONE},
                "no announcement",
            ]
        ).encode()
    )
    found = score(rows)
    assert found["announcements"] == 4
    assert found["macro_f1"]["value"] == round((2 / 3 + 2 / 3 + 1) / 3, 4)
    assert found[SUBSTITUTABLE]["value"] == 1.0


def test_halves_depend_on_the_number_alone() -> None:
    assert {half(str(n)) for n in range(20)} == {0, 1}
    assert half("7") == half("7")
