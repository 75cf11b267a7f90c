"""What stands around the scores in the terminal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from rich.console import Console

from credlens.cli.show.page import console
from credlens.cli.show.studies import show_surroundings
from credlens.model.credential import Catalog, Credential, OrganisationKind
from credlens.model.demand import Demand
from credlens.model.evaluation import Evaluation, Wording
from credlens.model.fact import Method, Source
from credlens.model.motive import Motive
from credlens.model.scorecard import Comparison, Estimate, Scorecard
from credlens.model.skill import Taxonomy
from credlens.model.study import NO_PROMISE, Applied, Design, Direction, Effect, Fit, Study

RECALLED = Source(Method.RECALLED, date=date(2026, 11, 22))
EFFECT = Effect("callbacks", "22 % fewer", Direction.NEGATIVE, -22.0, "percent", sources=(RECALLED,))
STUDY = Study("s", "A study", ("A",), 2019, Design.AUDIT, "x", "y", None, "people", (EFFECT,), "one city", (RECALLED,))
APPLIED = Applied(STUDY, Fit.FAR, "Different: it was done elsewhere (ZA).", (EFFECT,), 0.2)
MOTIVE = Motive("Sun\x1b[31m School", OrganisationKind.UNIVERSITY, (), "It earns by enrolment.", "Check the fees.")


def card(name: str) -> Scorecard:
    return Scorecard(name, Estimate(0.5, 0.4, 0.6), Estimate(0.5, 0.4, 0.6), (), ())


def told(studies: tuple[Applied, ...], *ids: str) -> Evaluation:
    return Evaluation(
        made=date(2026, 11, 22),
        target="",
        comparison=Comparison(tuple(map(card, ids)), ()),
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


def test_studies_stand_under_the_sentence_that_they_are_no_promise(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
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


def test_what_several_credentials_share_is_said_once_with_their_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    text = " ".join(printed(capsys, told((APPLIED,), "a", "b")).split())

    assert "1: Sun\ufffd[31m School (university); 2: Sun\ufffd[31m School (university)" in text
    assert text.count("It earns by enrolment.") == 1
    assert text.count("A study (2019)") == 1
    assert "far: 1, 2" in text
    assert "1, 2: Different: it was done elsewhere (ZA). Caveat: one city." in text


def test_a_study_says_for_whom_it_fits_how_well(capsys: pytest.CaptureFixture[str]) -> None:
    both = told((APPLIED,), "a", "b")
    near = replace(APPLIED, fit=Fit.CLOSE, because="Alike: online.")
    text = " ".join(printed(capsys, replace(both, studies={"a": (APPLIED,), "b": (near,)})).split())

    assert "close: 2" in text
    assert "far: 1" in text
    assert "1: Different: it was done elsewhere (ZA). 2: Alike: online. Caveat" in text


def test_of_many_credentials_the_details_are_left_for_fewer(capsys: pytest.CaptureFixture[str]) -> None:
    others = tuple(replace(APPLIED, study=replace(STUDY, id=f"s{n}")) for n in range(8))
    many = told(others, *"abcdefgh")
    apart = {i: replace(MOTIVE, words=f"Words of {i}.") for i in "abcdefgh"}
    text = " ".join(printed(capsys, replace(many, motives=apart)).split())

    assert "Words of f." in text
    assert "Words of g." not in text
    assert "And of 2 more, when you name fewer." in text
    assert text.count("A study (2019)") == 6
    assert "... and 2 more (all of them with --json)." in text
    assert "Caveat" not in text


@pytest.mark.parametrize("width", [50, 80])
def test_nothing_is_cut(width: int) -> None:
    out = StringIO()
    show_surroundings(Console(file=out, width=width, no_color=True), told((APPLIED,), "a", "b"))

    assert "\N{HORIZONTAL ELLIPSIS}" not in out.getvalue()
    assert max(map(len, out.getvalue().splitlines())) <= width
