import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.skills.organisations import organisation_key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Acme, Inc.", "acme"),
        ("ACME", "acme"),
        ("The Acme Company", "acme"),
        ("Acme L.L.C.", "acme"),
        ("Acme GmbH & Co. KG", "acme"),
        ("Acme S.A.B. de C.V.", "acme"),
        ("Acme Sp. z o.o.", "acme"),
        ("Acme\n3.8", "acme"),
        ("Müller & Söhne AG", "muller and sohne"),
        ("Muller and Sohne", "muller and sohne"),
        ("Acme.com, Inc.", "acmecom"),
        ("Acme Bank N.A.", "acme bank"),
        ("The Company", "the company"),
        ("???", "???"),
        ("", ""),
        (None, ""),
        (" \n", ""),
    ],
)
def test_writings_of_one_employer_have_one_key(name: str | None, key: str) -> None:
    assert organisation_key(name) == key


def test_different_employers_keep_different_keys() -> None:
    names = ["Acme Foods", "Acme Motors", "Acme Group", "Acme Holdings", "Cobalt", "3M", "A & B", "A & C"]
    assert len({organisation_key(name) for name in names}) == len(names)


@given(st.text(max_size=40))
def test_a_name_that_is_there_has_a_key_and_a_key_is_its_own(name: str) -> None:
    key = organisation_key(name)
    assert bool(key) == bool(name.strip())
    assert organisation_key(f"  {name.strip()} ") == key
