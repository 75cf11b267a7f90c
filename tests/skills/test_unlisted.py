import pytest

from credlens.skills.unlisted import unlisted_in


def found(text: str, *known: tuple[int, int]) -> list[str]:
    return list(dict.fromkeys(text[a:b] for a, b in unlisted_in(text, 0, len(text), known)))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Zorblatt Certified Widget Professional", ["Zorblatt Certified Widget Professional"]),
        ("a Certified Widget Specialist", ["Certified Widget Specialist"]),
        ("Certified Manager of Forgotten Things (CMFT)", ["Certified Manager of Forgotten Things (CMFT)"]),
        ("QRZX certification required", ["QRZX certification"]),
        ("QRZX-certified", ["QRZX-certified"]),
        ("certifications such as QRZX, WVUT or similar", ["QRZX", "WVUT"]),
        ("Preferred certifications: QRZX; WVUT", ["QRZX", "WVUT"]),
        ("QRZX, WVUT or other certification", ["QRZX", "WVUT"]),
        ("certification in ZorPath", ["ZorPath"]),
    ],
)
def test_proper_names_are_believed(text: str, names: list[str]) -> None:
    assert set(names) <= set(found(text))


@pytest.mark.parametrize(
    "text",
    [
        "certification preferred", "Relevant certifications", "Professional Certification", "Board certified", "IT certification", "HR certification a plus",
        "certified copies of records", "certificates of analysis", "ISO certified company", "We are QRZX certified", "paid QRZX certification",
        "QRZX certification reimbursement", "certification in project management", "certified by Great Place to Work", "MBA or certification",
        "accredited by QRZX", "certified mail", "Training and certification of agents", "certification (preferred)", "an SBA certified small business",
        "Certified Public Accountant", "designation or eligibility for registration with QRZXA",
    ],
)  # fmt: skip
def test_what_names_nothing_or_nobody_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_an_abbreviation_between_two_known_ones_is_one_too() -> None:
    text = "AAAA, BBBB, QRZ or similar"
    assert "QRZ" in found(text, (0, 4), (6, 10))
    assert found(text, (0, 4)) == []
