"""Who says it: the badge, a line, the ads, the person; and nothing longer than a line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.brief import Brief
from credlens.model.fact import Method
from credlens.present.briefs import cite
from credlens.present.notes import Notes


def test_what_shows_that_it_is_held_is_the_badge_or_the_line(rich_brief: Brief, poor_brief: Brief) -> None:
    assert cite.of_held(rich_brief).address == "https://badges.example/7"
    assert "sql.json" in cite.of_held(rich_brief).note
    assert cite.of_held(poor_brief).note == "cv.md:9: Certificate of Beekeeping, 2019"
    with pytest.raises(ValueError, match="held"):
        cite.of_held(replace(poor_brief, held=None))


def test_a_badge_that_is_not_what_shows_it_is_not_its_source(rich_brief: Brief) -> None:
    assert rich_brief.held is not None
    by_line = replace(rich_brief, held=replace(rich_brief.held, where="cv.md:3"))
    assert cite.of_held(by_line).note == "cv.md:3: SQL Certificate, Example Academy"


def test_the_count_of_ads_says_whether_they_are_invented(rich_brief: Brief) -> None:
    assert rich_brief.aim is not None
    source = cite.of_ads(rich_brief.aim)
    assert (source.method, source.n) == (Method.PARSED, 41)
    assert "invented example ads" in source.note
    assert "job ads given" in cite.of_ads(replace(rich_brief.aim, examples=False)).note


def test_evidence_is_quoted_with_its_place(rich_brief: Brief) -> None:
    notes = Notes(rich_brief.made)
    value = cite.evidence(notes, rich_brief.evidence["databases"][0], "Databases")
    assert value.text == "Databases, used in work: “Kept the customer database”"
    assert notes.listed()[0].note == "cv.md:12"


@given(st.text(), st.integers(min_value=1, max_value=60))
def test_a_short_text_is_one_line_and_no_longer_than_asked(text: str, most: int) -> None:
    found = cite.short(text, most)
    assert len(found) <= most + 2  # a blank and the sign that it goes on
    assert "\n" not in found
