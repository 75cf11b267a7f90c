from hypothesis import given
from hypothesis import strategies as st

from credlens.skills.stems import DEGREE, PREFERS, YEARS, Stems


def test_each_stem_is_found_where_it_begins() -> None:
    text = "Nice to have: a degree, 3 years"
    stems = Stems(text)
    assert [text[p : p + 6] for p in stems.places(DEGREE)] == ["degree"]
    assert [text[p : p + 4] for p in stems.places(YEARS)] == ["year"]
    assert stems.within(0, 5) & PREFERS
    assert not stems.within(14, len(text)) & PREFERS


def test_degrees_of_two_letters_are_found_in_capitals_only() -> None:
    assert Stems("BS in math").places(DEGREE) == [0]
    assert Stems("basics and masks").places(DEGREE) == []


def test_quotes_are_straight_and_letters_keep_their_places() -> None:
    assert Stems("Bachelor\u2019s \u0130 Stra\u00dfe").words == "bachelor's \u0130 stra\u00dfe"


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_kinds_of_a_part_are_kinds_of_the_whole(text: str, start: int, length: int) -> None:
    stems = Stems(text + " BS degree")
    assert stems.within(start, start + length) & stems.kinds & PREFERS == stems.within(start, start + length) & PREFERS
    assert set(stems.places_within(DEGREE, start, start + length)) <= set(stems.places(DEGREE))
