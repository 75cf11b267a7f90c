from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.profile.items import item_spans


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("a, b", ["a", " b"]),
        ("a (b, c), d", ["a (b, c)", " d"]),
        ("a (b, c", ["a (b", " c"]),
        ("a), b", ["a)", " b"]),
        ("", [""]),
    ],
)
def test_marks_in_parentheses_separate_nothing(text: str, items: list[str]) -> None:
    assert [text[a:b] for a, b in item_spans(text, ",")] == items


@given(st.text("a,;()"))
def test_items_and_marks_together_are_the_text(text: str) -> None:
    spans = item_spans(text, ",;")
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text)
    assert all(b + 1 == c and text[b] in ",;" for (_, b), (c, _) in pairwise(spans))
