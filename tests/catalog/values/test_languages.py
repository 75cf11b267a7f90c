from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.catalog.values.languages import language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("English", "en"), ("en", "en"), ("en-US", "en"), ("EN_gb", "en"), ("eng", "en"), ("Español", "es"), ("Spanish", "es"), ("es-419", "es"),
        ("Portuguese (Brazil)", "pt"), ("Portuguese - Brazil", "pt"), ("pt_BR", "pt"), ("Deutsch", "de"), ("ger", "de"), ("Français", "fr"),
        ("zh-CN", "zh"), ("Chinese (Simplified)", "zh"), ("中文", "zh"), ("русский", "ru"), ("Greek", "el"), ("Punjabi", "pa"), ("Norwegian", "no"),
        ("Filipino", "fil"),  # no shorter code
    ],
)  # fmt: skip
def test_names_and_tags(text: str, code: str) -> None:
    assert language(text) == code


@pytest.mark.parametrize(
    "text", ["", None, "xx", "mul", "und", "N/A", "English, Spanish", "en, es", "Not a language", 7, ["en"]]
)
def test_what_is_no_single_language(text: object) -> None:
    assert language(text) is None


@given(st.text(max_size=30))
def test_a_code_is_short_and_stands_for_itself(text: str) -> None:
    found = language(text)
    assert found is None or (found == language(found) and len(found) in {2, 3} and found.islower())
