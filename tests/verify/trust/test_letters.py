"""Letters that are not what they look like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.verify.trust.letters import as_latin, is_unseen, odd_letters, scripts_mixed, skeletons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Google", "GOOGLE"),
        ("Google", "Goog1e"),
        ("Google", "GoogIe"),
        ("Google", "G00gle"),
        ("Google", "Goo\u200bgle"),
        ("Google", "Ｇｏｏｇｌｅ"),
        ("Google", "\u0261oogle"),
        ("Google", "G\u043e\u043egle"),
        ("Google", "Gõõgle"),
        ("Google", "Goo-gle"),
        ("IBM", "lBM"),
        ("IBM", "1BM"),
        ("IBM", "\u0399\u0392\u039c"),
        ("Intel", "lntel"),
        ("LinkedIn", "Linkedln"),
        ("LinkedIn", "Linked In"),
        ("Microsoft", "Rnicrosoft"),
        ("Microsoft", "M1cr0s0ft"),
        ("Harvard University", "Harvard\u00a0University"),
        ("AT&T", "AT & T"),
        ("CS50", "CSSO"),
    ],
)
def test_names_that_look_alike_share_a_reading(one: str, other: str) -> None:
    ways = {*skeletons(one), *skeletons(one.lower())}
    assert ways & set(skeletons(other)), (skeletons(one), skeletons(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MIT", "MLT"),
        ("Meta", "Metal"),
        ("Meta", "Méta"),  # too short to fold accents
        ("IBM", "IBN"),
        ("C", "C++"),
        ("C#", "C"),
        ("SAP", "SAS"),
        ("Москва", "Mockba Press"),
        ("2U", "U"),
        ("101", "lol"),  # numbers stay numbers
    ],
)
def test_names_that_differ_to_the_eye_share_none(one: str, other: str) -> None:
    assert not {*skeletons(one), *skeletons(one.lower())} & set(skeletons(other))


@given(st.text(max_size=12))
def test_any_name_has_a_reading_and_none_breaks_anything(name: str) -> None:
    assert skeletons(name)
    assert all(isinstance(words, str) for words in odd_letters(name))


@given(st.text(alphabet="abcdefghjkmnopqrtuvwxyz AB", max_size=12), st.sampled_from("\u200b\u2060\u00ad\u3164\u180b"))
def test_a_letter_that_cannot_be_seen_changes_no_reading_and_is_told(name: str, hidden: str) -> None:
    assert skeletons(f"{name}{hidden}") == skeletons(name)
    assert is_unseen(hidden)
    assert list(odd_letters(f"{name}{hidden}")) != []


@pytest.mark.parametrize(
    ("word", "scripts"),
    [
        ("\u0421redly", ("Cyrillic", "Latin")),
        ("\u0440\u0430\u0443", ("Cyrillic",)),
        ("bücherei", ()),
        ("школа", ()),
        ("Яbc", ()),  # nobody takes that for a Latin letter
        ("μLearn", ()),
        ("学院abc", ()),
        ("", ()),
    ],
)
def test_alphabets_are_told_where_letters_pass_for_latin_ones(word: str, scripts: tuple[str, ...]) -> None:
    assert scripts_mixed(word) == scripts


@pytest.mark.parametrize(
    ("word", "latin"),
    [("\u0430\u0440\u0440\u04cf\u0435", "apple"), ("crédly", "credly"), ("école", "ecole"), ("学", "学")],
)
def test_a_word_in_latin_letters(word: str, latin: str) -> None:
    assert as_latin(word) == latin
