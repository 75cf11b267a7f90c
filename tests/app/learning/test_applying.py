"""Logging an application: its ad is kept and read, and nothing is logged twice or ahead of time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from credlens.app.learning.applying import Said, log_application
from credlens.app.ports import Ports
from credlens.model.errors import InputError, UserError

C = "google-data-analytics"
TODAY = date(2026, 10, 30)
Maria = Callable[[date], Ports]


def test_the_ad_is_kept_and_read(maria: Maria, ad: Path) -> None:
    ports = maria(TODAY)
    made = log_application(ports, Said(ad=ad, shown=(C,), resume="v2", referral=False)).application
    assert (made.employer, made.title) == ("Cobalt Finch Insurance (invented)", "Data Analyst, Claims")
    assert (made.applied, made.target, made.shown, made.complete) == (TODAY, "data analyst", (C,), True)
    assert made.match is not None
    assert 0 < made.match < 1
    assert made.years is not None
    kept = ports.log().ad(made.id)
    assert kept is not None
    assert kept.text.strip() in ad.read_text(encoding="utf-8")
    assert ports.log().applications() == (made,)


def test_an_ad_that_requires_a_credential_says_so(maria: Maria, tmp_path: Path) -> None:
    ad = tmp_path / "ad.md"
    ad.write_text(
        "# Analyst\n\nAcme Ltd\n\n## Requirements\n\n- Google Data Analytics Professional Certificate required\n- SQL\n"
    )
    made = log_application(maria(TODAY), Said(ad=ad, shown=()))
    assert made.application.required == (C,)
    assert any("requires" in w for w in made.words)


def test_without_an_ad_the_employer_is_enough_and_what_was_shown_can_stay_unsaid(ports: Ports) -> None:
    made = log_application(ports, Said(employer="Acme"))
    assert (made.application.match, made.application.showed(C)) == (None, None)
    assert any("--shown" in w for w in made.words)


def test_a_version_of_the_resume_shows_what_it_showed_before(maria: Maria) -> None:
    ports = maria(TODAY)
    first = log_application(ports, Said(employer="Acme", shown=(C,), resume="v2")).application
    second = log_application(ports, Said(employer="Beta", resume="v2"))
    assert (second.application.shown, second.application.complete) == ((C,), True)
    assert any(first.id in w for w in second.words)
    other = log_application(ports, Said(employer="Gamma", resume="v3")).application
    assert other.showed(C) is None


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (Said(), "Whom did you apply to"),
        (Said(employer="Acme", applied=date(2026, 10, 31)), "still to come"),
        (Said(employer="Acme", shown=("no-such-thing",)), "no-such-thing"),
        (Said(employer="Acme", shown=(C,), hidden=(C,)), "cannot be shown and not shown"),
        (Said(employer="Acme", coin=C), "No coin decides"),
    ],
)
def test_what_makes_no_sense_is_said_and_not_logged(maria: Maria, said: Said, words: str) -> None:
    ports = maria(TODAY)
    with pytest.raises(UserError, match=words):
        log_application(ports, said)
    assert ports.log().applications() == ()


def test_what_is_no_ad_is_said_and_not_logged(ports: Ports, tmp_path: Path) -> None:
    empty = tmp_path / "ad.json"
    empty.write_text("[]")
    with pytest.raises(InputError):
        log_application(ports, Said(ad=empty))
    assert not ports.has_state()


def test_the_same_application_is_not_logged_twice(ports: Ports) -> None:
    first = log_application(ports, Said(employer="Acme", title="Analyst", applied=date(2026, 11, 1)))
    with pytest.raises(UserError, match=f"logged already, as {first.application.id}"):
        log_application(ports, Said(employer="ACME ", title="analyst", applied=date(2026, 11, 1)))
    with pytest.raises(UserError, match="looks like the application of 2026-11-01"):
        log_application(ports, Said(employer="Acme", title="Analyst", applied=date(2026, 11, 9)))
    again = log_application(ports, Said(employer="Acme", title="Analyst", applied=date(2026, 11, 9)), again=True)
    assert len(ports.log().applications()) == 2
    assert again.application.id != first.application.id
