"""What is better left off: the person's word first, then what expired or shows little."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.cv import LeftOff, WhyLeftOff
from credlens.present.leaving_off import Considered, left_off, not_verified

STALE = Considered("credential-1", "Fog Signalling", expired="2025-06")


@pytest.mark.parametrize(
    ("considered", "why", "words"),
    [
        (STALE, WhyLeftOff.EXPIRED, "2025-06"),
        (Considered("c", "n", low_effort="better kept off the resume: 3 h of work"), WhyLeftOff.LOW_EFFORT,
         "Better kept off the resume: 3 h of work."),
        (Considered("c", "n", participation=True), WhyLeftOff.LOW_EFFORT, "took part"),
        (Considered("c", "n", beginner="it is made for beginners"), WhyLeftOff.BEGINNER_FOR_EXPERT,
         "It is made for beginners."),
        (Considered("c", "n", expired="2025", low_effort="3 h of work", beginner="b"), WhyLeftOff.EXPIRED, "2025"),
    ],
)  # fmt: skip
def test_the_reason_is_said_in_a_sentence(considered: Considered, why: WhyLeftOff, words: str) -> None:
    found = left_off(considered, None)
    assert found is not None
    assert (found.card, found.name, found.why) == (considered.card, considered.name, why)
    assert words in found.because
    assert found.because.endswith(".")


def test_what_holds_and_shows_something_is_shown() -> None:
    assert left_off(Considered("c", "n"), None) is None


@given(st.builds(Considered, st.just("c"), st.text(), st.text(), st.text(), st.booleans(), st.text()))
def test_the_persons_word_wins_over_every_reason(considered: Considered) -> None:
    assert left_off(considered, True) is None
    off = left_off(considered, False)
    assert off is not None
    assert off.why is WhyLeftOff.YOUR_WORD


def test_a_badge_that_did_not_hold_says_what_came_of_verifying_it() -> None:
    off = LeftOff("badge-abc", "Lamp Keeping", WhyLeftOff.NOT_VERIFIED, "It was revoked.")
    assert not_verified("abc", "Lamp Keeping", "It was revoked.") == off
