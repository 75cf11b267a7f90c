from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.catalog.values.addresses import canonical, is_address

PAGE = "example.org/learn/sql"


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/learn/sql", "http://www.example.org/learn/sql/", "HTTPS://Example.ORG:443/Learn/SQL#about", "example.org/learn/sql",
        "https://example.org/learn/sql?utm_source=mail&gclid=1", "https://example.org/en-us/learn/sql", "https://example.org/learn/sql/index.html",
    ],
)  # fmt: skip
def test_writings_of_one_page(address: str) -> None:
    assert canonical(address) == PAGE


def test_what_names_the_page_stays() -> None:
    assert canonical("https://example.org/course?id=7&ref=x") == "example.org/course?id=7"
    assert canonical("https://example.org:8080/a") == "example.org:8080/a"


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "https://example.org/",
        "ftp://example.org/a",
        "mailto:a@example.org",
        "sql",
        "",
        None,
        3,
        "http://[::1",
    ],
)
def test_what_names_no_page(address: object) -> None:
    assert canonical(address) is None


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("https://example.org", True),
        ("http://example.org/a b", True),
        ("example.org", False),
        ("https://", False),
        (None, False),
    ],
)
def test_addresses_that_can_be_opened(text: object, yes: bool) -> None:
    assert is_address(text) is yes


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), max_size=40))
def test_a_name_of_a_page_stays_the_same(text: str) -> None:
    once = canonical(f"https://example.org/{text}")
    assert once is None or canonical(f"https://{once}") == once
