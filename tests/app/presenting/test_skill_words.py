"""Whether a name stands in a text."""

from __future__ import annotations

import pytest

from credlens.app.presenting.skill_words import stands_in


@pytest.mark.parametrize(
    ("label", "text", "there"),
    [
        ("SQL", "Reports in sql.", True),
        ("SQL", "MySQL and NoSQL", False),
        ("Dashboards", "One dashboard", True),
        ("Pivot table", "pivot tables", True),
        ("SAS", "SA", False),
        ("C++", "C++, Go", True),
        ("R", "Research", False),
        ("Mail merge", "mailings", False),
        ("", "anything", False),
    ],
)
def test_a_name_stands_in_a_text_as_words_of_its_own(label: str, text: str, *, there: bool) -> None:
    assert stands_in(label, text) is there
