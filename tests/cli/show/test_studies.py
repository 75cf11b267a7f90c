"""What stands around the scores in the terminal."""

from __future__ import annotations

from datetime import date

import pytest

from credlens.cli.show.page import console
from credlens.cli.show.studies import show_surroundings
from credlens.model.credential import Catalog, Credential, OrganisationKind
from credlens.model.demand import Demand
from credlens.model.evaluation import Evaluation, Wording
from credlens.model.fact import Method, Source
from credlens.model.motive import Motive
from credlens.model.scorecard import Comparison
from credlens.model.skill import Taxonomy
from credlens.model.study import NO_PROMISE, Applied, Design, Direction, Effect, Fit, Study
from credlens.model.weighting import DEFAULT

RECALLED = Source(Method.RECALLED, date=date(2026, 11, 22))
EFFECT = Effect("callbacks", "22 % fewer", Direction.NEGATIVE, -22.0, "percent", sources=(RECALLED,))
STUDY = Study("s", "A study", ("A",), 2019, Design.AUDIT, "x", "y", None, "people", (EFFECT,), "one city", (RECALLED,))
APPLIED = Applied(STUDY, Fit.FAR, "Different: it was done elsewhere (ZA).", (EFFECT,), 0.2)
MOTIVE = Motive("Sun\x1b[31m School", OrganisationKind.UNIVERSITY, (), "It earns by enrolment.", "Check the fees.")


def told(studies: tuple[Applied, ...], *ids: str) -> Evaluation:
    return Evaluation(
        made=date(2026, 11, 22),
        target="",
        comparison=Comparison((), {}, (), DEFAULT),
        catalog=Catalog({i: Credential(i, f"Title of {i}") for i in ids}),
        taxonomy=Taxonomy("t", "1", "", {}),
        demand=Demand(n=0, read=0, employers=0, skills={}, degrees={}, credentials={}, licences={}, titles=()),
        wording=Wording(""),
        why={},
        motives=dict.fromkeys(ids, MOTIVE),
        studies=dict.fromkeys(ids, studies),
    )


def printed(capsys: pytest.CaptureFixture[str], evaluation: Evaluation) -> str:
    show_surroundings(console(), evaluation)
    return capsys.readouterr().out


def test_studies_stand_under_the_sentence_that_they_are_no_promise(capsys: pytest.CaptureFixture[str]) -> None:
    text = " ".join(printed(capsys, told((APPLIED,), "a")).split())

    assert text.index(NO_PROMISE) < text.index("A study (2019)")
    for words in (
        "unknown",
        "callbacks: 22 % fewer (from",
        "far",
        "Different: it was done elsewhere (ZA).",
        "one city",
    ):
        assert words in text


def test_the_motive_names_who_and_what_to_check_and_moves_no_cursor(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, told((), "a"))

    assert "Sun\ufffd[31m School (university)" in text
    assert "It earns by enrolment. Check the fees." in text
    assert NO_PROMISE[:30] not in text


def test_several_credentials_are_told_apart_by_their_titles(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, told((APPLIED,), "a", "b"))

    assert [text.count(f"Title of {i}") for i in "ab"] == [2, 2]
    assert text.count("A study (2019)") == 2
    assert text.count("Caveat: one city.") == 1
