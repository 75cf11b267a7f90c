"""The coin: only over what is held and not required, once for each ad, and what it said counts whatever was done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from credlens.app.learning.applying import Said, log_application
from credlens.app.learning.coin import begin, end, running
from credlens.app.learning.following import Mended, change, remove
from credlens.app.learning.helped import helped
from credlens.app.ports import Ports
from credlens.model.errors import UserError
from credlens.outcomes.tossing import block, toss

C = "google-data-analytics"
TODAY = date(2026, 10, 30)
Maria = Callable[[date], Ports]


def test_it_decides_by_its_seed_within_blocks_of_match(maria: Maria, ad: Path, tmp_path: Path) -> None:
    ports = maria(TODAY)
    assert begin(ports, C, seed="7").trial.seed == "7"
    assert begin(ports, C, seed="8").trial.seed == "7"  # it runs already
    for number in range(3):
        copy = tmp_path / f"{number}.md"
        copy.write_text(f"{ad.read_text(encoding='utf-8')}\nReference {number}.\n", encoding="utf-8")
        made = log_application(ports, Said(ad=copy, employer=f"Employer {number}", coin=C))
        of = block(made.application.match)
        assert made.tossed is not None
        assert (made.tossed.toss.block, made.tossed.toss.number) == (of, number)
        assert made.tossed.toss.shown is toss("7", C, of, number)
        assert made.application.showed(C) is made.tossed.toss.shown
        assert made.application.showed("ms-pl-300") is None  # of others nothing was said
    assert len(ports.log().tosses()) == 3


def test_for_the_same_ad_it_is_tossed_once_whatever_is_removed_and_logged_anew(maria: Maria, ad: Path) -> None:
    ports = maria(TODAY)
    begin(ports, C, seed="7")
    first = log_application(ports, Said(ad=ad, coin=C))
    again = log_application(ports, Said(ad=ad, coin=C, applied=date(2026, 10, 29)), again=True)
    assert first.tossed is not None
    assert again.tossed is not None
    assert (again.tossed.before, again.tossed.toss) == (True, first.tossed.toss)
    remove(ports, first.application.id)
    assert len(ports.log().tosses()) == 1


def test_it_decides_nothing_that_is_required_not_held_or_said_already(maria: Maria, ad: Path, tmp_path: Path) -> None:
    ports = maria(TODAY)
    with pytest.raises(UserError, match="only leave off what you hold"):
        begin(ports, "ms-pl-300")
    begin(ports, C)
    strict = tmp_path / "ad.md"
    strict.write_text(
        "# Analyst\n\nAcme Ltd\n\n## Requirements\n\n- Google Data Analytics Professional Certificate required\n- SQL\n"
    )
    with pytest.raises(UserError, match="requires"):
        log_application(ports, Said(ad=strict, coin=C))
    with pytest.raises(UserError, match="the coin is to say"):
        log_application(ports, Said(ad=ad, coin=C, shown=(C,)))
    assert (ports.log().applications(), ports.log().tosses()) == ((), ())


def test_what_it_said_counts_also_where_the_person_did_otherwise(maria: Maria, ad: Path) -> None:
    ports = maria(date(2026, 8, 1))
    begin(ports, C, seed="7")
    made = log_application(ports, Said(ad=ad, coin=C))
    assert made.tossed is not None
    said = made.tossed.toss.shown
    other = Mended(hidden=(C,)) if said else Mended(shown=(C,))
    assert "that is what counts" in change(ports, made.application.id, other).words[0]
    found = helped(maria(TODAY), C)
    assert found.coin is not None
    assert (found.coin.tossed, found.coin.otherwise, found.coin.not_sent) == (1, 1, 0)
    assert found.main.learned.shown.n == int(said)
    remove(ports, made.application.id)
    found = helped(maria(TODAY), C)
    assert found.coin is not None
    assert (found.coin.not_sent, found.main.learned.shown.n + found.main.learned.hidden.n) == (1, 0)


def test_ended_it_tosses_no_more_and_begun_again_it_goes_on_where_it_was(maria: Maria, ad: Path) -> None:
    ports = maria(TODAY)
    drawn = begin(ports, C).trial
    assert len(drawn.seed) == 16
    assert "seed" not in begin(ports, C).to_json()
    end(ports, C)
    assert running(ports, C) is None
    with pytest.raises(UserError, match="No coin decides"):
        log_application(ports, Said(ad=ad, coin=C))
    assert begin(ports, C).trial == drawn
