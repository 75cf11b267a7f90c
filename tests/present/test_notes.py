from __future__ import annotations

from datetime import date, timedelta

import pytest

from credlens.model.fact import Fact, Method, Source, Unknown, WhyUnknown
from credlens.model.gap import Evidence
from credlens.present.notes import Notes, safe_link

MADE = date(2026, 11, 23)
FRESH = Source(Method.READ, "https://a.example/", MADE - timedelta(days=180))
STALE = Source(Method.READ, "https://b.example/", MADE - timedelta(days=181))


def test_a_source_keeps_the_number_of_its_first_use() -> None:
    notes = Notes(MADE)
    first = notes.refs((FRESH, STALE, FRESH))
    assert [r.number for r in first] == [1, 2]
    assert [r.number for r in notes.refs((STALE,))] == [2]
    assert [n.number for n in notes.listed()] == [1, 2]


def test_what_was_seen_more_than_180_days_ago_may_have_changed() -> None:
    notes = Notes(MADE)
    assert "may have changed" in notes.value("USD 49", (STALE,)).seen
    assert notes.value("USD 49", (FRESH,)).seen == ""
    assert notes.value("USD 49", (STALE, FRESH)).seen == "", "one fresh source is enough"
    assert notes.value("USD 49", (Source(Method.RECALLED),)).seen == "", "no date: no age"
    assert [n.stale for n in notes.listed()] == [True, False, False]


def test_what_two_sources_say_is_said_once() -> None:
    (value,) = Notes(MADE).said((Evidence("a licence is required", FRESH), Evidence("a licence is required", STALE)))
    assert value.text == "A licence is required."
    assert [r.number for r in value.refs] == [1, 2]


def test_recalled_sources_are_marked() -> None:
    (ref,) = Notes(MADE).refs((Source(Method.RECALLED),))
    assert ref.recalled


def test_an_unknown_fact_is_unknown_and_says_why() -> None:
    value = Notes(MADE).fact(Fact(Unknown(WhyUnknown.NOT_STATED), (FRESH,)), str)
    assert value.unknown
    assert value.text == "unknown: the source does not say"
    assert [r.number for r in value.refs] == [1]


def test_what_does_not_apply_is_not_unknown() -> None:
    value = Notes(MADE).fact(Fact(Unknown(WhyUnknown.NOT_APPLICABLE)), str)
    assert not value.unknown
    assert value.text == "does not apply"


def test_condition_and_derivation_go_along() -> None:
    value = Notes(MADE).fact(Fact(40, (), "members only", "4 weeks x 10 h"), str)
    assert value.hint == "members only; 4 weeks x 10 h"


@pytest.mark.parametrize(
    "address",
    [
        "http://plain.example/",
        "javascript:alert(1)",
        "data:text/html,x",
        "//other.example/",
        "https://",
        "https://bad example/",
        "https://[broken",
        "resume.md",
        "",
    ],
)
def test_only_https_becomes_a_link(address: str) -> None:
    assert safe_link(address) == ""


def test_https_becomes_a_link() -> None:
    assert safe_link("https://good.example/a?b=c") == "https://good.example/a?b=c"
