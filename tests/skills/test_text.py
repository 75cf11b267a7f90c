import re
import time

from hypothesis import given
from hypothesis import strategies as st

from credlens.skills.text import comparable, fold, keep_case, quote_of


def test_writings_of_the_same_words_read_alike() -> None:
    assert comparable("Data-driven") == comparable("data\u00a0driven") == comparable("DATA/DRIVEN") == "data driven"
    assert comparable("organisation") == comparable("Organization")
    assert comparable("visualising") == comparable("visualizing")
    assert comparable("analyse") == comparable("analyze")
    assert comparable("bachelor\u2019s") == "bachelor's"


def test_a_wrapped_line_goes_on_but_a_listed_item_begins_anew() -> None:
    assert "machine learning" in fold("machine\n   learning").text
    assert "machine learning" not in fold("- machine\n- learning").text
    assert "machine learning" not in fold("machine\n\nlearning").text


def test_spans_lead_back_to_the_original_over_runs_and_hidden_characters() -> None:
    text = "Know\u00ading   \n  S\u200bQL,\t\tplease"
    folded = fold(text)
    start = folded.text.index("sql")
    first, last = folded.span(start, start + 3)
    assert text[first:last] == "S\u200bQL"


def test_letters_whose_folding_is_longer_keep_their_place() -> None:
    text = "\u0130 stra\u00dfe SQL"
    folded = fold(text)
    start = folded.text.index("sql")
    assert text[slice(*folded.span(start, start + 3))] == "SQL"


def test_exact_names_keep_their_case() -> None:
    assert keep_case("A/B\u2011Test") == "A B Test"


def test_a_quote_is_one_line_without_its_bullet_and_bounded() -> None:
    assert quote_of("  - three\n  years ", 0, 18) == "three years"
    assert quote_of("x" * 400, 0, 400) == "x" * 299 + "\u2026"


@given(st.text())
def test_every_character_of_the_folded_text_leads_to_a_place_in_the_original_in_order(text: str) -> None:
    folded = fold(text)
    places = [folded.origin(i) for i in range(len(folded.text))]
    assert places == sorted(set(places))
    assert all(0 <= p < len(text) for p in places)


@given(st.text(st.sampled_from("aB -\n\t\u200b\u00a0/is")))
def test_words_keep_their_letters(text: str) -> None:
    folded = fold(text)
    for found in re.finditer(r"[a-z]", folded.text):
        original = text[folded.origin(found.start())].casefold()
        assert original == found[0] or (original == "s" and found[0] == "z")


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    once = comparable(text)
    assert comparable(once) == once or "\u0130" in text or once != once.casefold()


def test_a_long_run_of_white_space_costs_no_more_than_its_length() -> None:
    started = time.perf_counter()
    assert fold("a" + " " * 200_000 + "b").text == "a b"
    assert time.perf_counter() - started < 2
