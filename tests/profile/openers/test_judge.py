import pytest

from credlens.profile.openers.judge import agreement, letters_quality, notes_on, quality_of
from credlens.profile.openers.opened import OpenedLine

PLAIN = "Ran the reports of forty stores and taught clerks to use spreadsheets with care, from the first day on. "


def judged(text: str) -> float:
    return letters_quality([OpenedLine(text)])


@pytest.mark.parametrize(
    "text",
    [
        PLAIN * 6,
        "Leitete die Berichte von vierzig Läden und schulte Kollegen im Umgang mit Tabellen. " * 6,
        "SQL, Excel",
    ],
)
def test_words_are_words(text: str) -> None:
    assert judged(text) == 1.0


@pytest.mark.parametrize(
    "text",
    [
        "\ue012\ue013\ue014 \ue015\ue016 clerk " * 20,
        "(cid:12)(cid:13) (cid:14) clerk " * 20,
        "Wkh txlfn eurzq irx mxpsv ryhu wkh odcb grj dqg uxqv dzdb lqwr zrrgv " * 8,
        "R a n t h e r e p o r t s o f f o r t y s t o r e s " * 5,
        "Ranthereportsoffortystoresandtaughtclerks tousespreadsheetswithcarefromthefirst " * 5,
    ],
)
def test_what_only_looks_like_words_is_seen(text: str) -> None:
    assert judged(text) < 0.8
    assert notes_on(judged(text), None)[0].what_to_do


def test_two_readers_agree_on_the_share_of_words_both_found() -> None:
    assert agreement("Ada Novak, clerk", "ADA NOVAK clerk") == 1
    assert agreement("two words here", "two words") == pytest.approx(0.8)
    assert agreement("", "") == 1
    assert notes_on(1.0, 0.8)[0].message == "Two ways of reading this PDF agree on 80% of its words only."


def test_small_differences_cost_nothing() -> None:
    assert quality_of(1.0, 0.98) == 1
    assert quality_of(1.0, 0.5) == pytest.approx(0.515)
    assert quality_of(0.5, None) == 0.5
