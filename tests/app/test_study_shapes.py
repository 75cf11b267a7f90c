"""Studies and motives as JSON: nothing is lost, and nothing unknown becomes a number."""

from __future__ import annotations

from datetime import date

from credlens.app.study_shapes import effect, provider, study
from credlens.model.credential import OrganisationKind
from credlens.model.fact import Method, Source
from credlens.model.gap import Evidence
from credlens.model.motive import Earning, Motive
from credlens.model.study import Applied, Design, Direction, Effect, Fit, Study

READ = Source(Method.READ, "https://example.org/study", date(2019, 6, 5))
RECALLED = Source(Method.RECALLED, date=date(2026, 11, 22))
FEWER = Effect("callbacks", "22 % fewer", Direction.NEGATIVE, -22.0, "percent", -30.0, -10.0)
LENNON = Study("s", "A study", ("A",), 2019, Design.AUDIT, "x", "y", None, "not seen", (FEWER,), "one city", (READ,))


def test_an_effect_has_its_number_its_unit_and_its_interval() -> None:
    assert effect(FEWER) == {
        "outcome": "callbacks",
        "size": "22 % fewer",
        "direction": "negative",
        "value": -22,
        "unit": "percent",
        "interval": [-30, -10],
    }


def test_an_effect_without_a_number_has_none_and_one_of_its_own_source_names_it() -> None:
    found = effect(Effect("work", "limited", Direction.NONE, sources=(RECALLED,)))

    assert (found["value"], found["unit"], found["interval"]) == (None, None, None)
    assert found["sources"] == [{"method": "recalled", "date": "2026-11-22"}]


def test_a_study_says_design_n_effect_fit_and_where_it_was_read() -> None:
    found = study(Applied(LENNON, Fit.FAR, "Different: x.", (FEWER,), 0.1))

    assert (found["design"], found["n"], found["n_of"], found["fit"]) == ("audit", None, "not seen", "far")
    assert found["effects"] == [effect(FEWER)]
    assert found["sources"] == [{"method": "read", "address": "https://example.org/study", "date": "2019-06-05"}]


def test_a_provider_has_its_kind_and_unknown_ones_are_null() -> None:
    known = Motive(
        "Guild", OrganisationKind.PROFESSIONAL_BODY, (Earning.EXAM_FEES,), "W.", "Check x.", (Evidence("e", READ),)
    )
    unknown = Motive("", None, (), "W.", "Check x.")

    assert provider(known)["kind"] == "professional_body"
    assert provider(known)["earns"] == ["exam_fees"]
    assert provider(known)["evidence"][0]["statement"] == "e"
    assert (provider(unknown)["name"], provider(unknown)["kind"]) == (None, None)
