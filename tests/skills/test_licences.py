import pytest

from credlens.skills.licences import BAR, CPA, DRIVER, is_cost, licences_in


def names(text: str) -> list[str]:
    return [name for name, _, _ in licences_in(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A valid driver\u2019s license", DRIVER),
        ("Series 7 and 66", "Series 66"),
        ("Full UK driving licence", DRIVER),
        ("clean driver license", DRIVER),
        ("Admitted to the New York bar", BAR),
        ("member in good standing of the State Bar", BAR),
        ("qualified solicitor", BAR),
        ("licensed to practise law", BAR),
        ("CPA", CPA),
        ("Certified Public Accountant", CPA),
        ("Chartered Accountant", "chartered accountant"),
        ("CPA/CA", "chartered accountant"),
        ("active RN license", "RN license"),
        ("a valid plumbing contractor license", "plumbing contractor license"),
        ("Registered Nurse with an active state licensure", "Registered Nurse with an active state licensure"),
        ("state licensed psychologist", "state licensed psychologist"),
        ("P.Eng. required", "P.Eng."),
        ("Notary Public", "Notary Public"),
        ("registered with the NMC", "registered with the NMC"),
        ("license as a Professional Engineer or Registered Architect", "Registered Architect"),
    ],
)
def test_licences_go_by_one_name_or_by_their_words(text: str, expected: str) -> None:
    assert expected in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Manage software licenses and license keys", "Microsoft licensing and license agreements", "raise the bar", "a wine bar", "open source licence",
        "drive licensing revenue", "licensed products", "California sun", "the license plate", "registered trademark", "certifications and licenses",
    ],
)  # fmt: skip
def test_words_that_permit_nobody_to_practise(text: str) -> None:
    assert names(text) == []


def test_a_list_behind_a_licence_names_each_profession_once() -> None:
    text = "a valid Ohio license as a Professional Engineer, Registered Architect, or Land Surveyor."
    assert sorted(set(names(text))) == ["Land Surveyor", "Professional Engineer", "Registered Architect"]


def test_what_an_advertiser_pays_is_no_licence() -> None:
    text = "Lower CPA and lift ROAS"
    assert is_cost(text, 0, len(text))
    assert names(text) == []
