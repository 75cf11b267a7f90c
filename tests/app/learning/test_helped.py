"""The answer for one credential: the power first, the groups apart, and the coin's apart from the person's own choice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from credlens.app.learning.following import use_skill
from credlens.app.learning.funnel import NOT_RANKED, find_funnel
from credlens.app.learning.helped import helped
from credlens.app.learning.ports import LogChange
from credlens.app.ports import Ports
from credlens.model.application import Toss
from credlens.model.errors import UserError
from tests.app.learning.logs import fill

C = "google-data-analytics"
TODAY = date(2026, 10, 30)
Maria = Callable[[date], Ports]


def test_a_small_log_cannot_tell_and_says_so_before_any_number(maria: Maria) -> None:
    ports = maria(TODAY)
    fill(ports, C, (20, 2), (20, 1), last=date(2026, 9, 1))
    answer = helped(ports, C).to_json()
    assert list(answer)[2:5] == ["chosen_by", "verdict", "first"]
    assert (answer["chosen_by"], answer["verdict"]) == ("you", "cannot_tell")
    assert answer["first"].startswith("40 applications (20 with it, 20 without) cannot tell")
    assert answer["posterior"]["ci90"] == pytest.approx([0.67, 2.02], abs=0.02)
    assert answer["posterior"]["p_above_1"] == pytest.approx(0.68, abs=0.01)
    assert answer["moved"] == pytest.approx(answer["posterior"]["p_above_1"] - answer["prior"]["p_above_1"], abs=1e-5)
    assert (answer["coin"], answer["where_you_chose"]) == (None, None)
    shown = {s["id"]: s for s in answer["studies"]}
    assert shown["athey-palikot-2024"]["n"] == 40_000
    assert all(source["address"] and source["date"] for s in shown.values() for source in s["sources"])


def test_pending_ones_are_not_counted(maria: Maria) -> None:
    ports = maria(date(2026, 9, 10))
    fill(ports, C, (20, 2), (20, 1), last=date(2026, 9, 1))
    found = helped(ports, C).main.learned
    assert found.pending == 2 * 12  # those of the last 44 days, one every third day
    assert found.shown.n + found.hidden.n == 40 - 24


def test_where_a_coin_was_tossed_its_applications_are_the_answer_and_the_others_stand_beside(maria: Maria) -> None:
    ports = maria(TODAY)
    made = fill(ports, C, (30, 9), (30, 1), last=date(2026, 9, 1))
    tossed = [a for a in made if int(a.id.split("-")[1]) < 20]
    tosses = tuple(Toss(C, bool(a.shown), "high", i, a.id, a.applied) for i, a in enumerate(tossed))
    ports.log().save(LogChange(tosses=tosses))
    answer = helped(ports, C).to_json()
    assert (answer["chosen_by"], answer["shown"], answer["not_shown"]) == (
        "coin",
        {"n": 20, "interviews": 9},
        {"n": 20, "interviews": 1},
    )
    assert (answer["coin"]["tossed"], answer["coin"]["look"], answer["coin"]["next_look"]) == (40, 40, 80)
    beside = answer["where_you_chose"]
    assert (beside["chosen_by"], beside["shown"]["n"], beside["shown"]["interviews"]) == ("you", 10, 0)


def test_beside_a_coin_only_those_that_count_are_compared(maria: Maria) -> None:
    ports = maria(date(2026, 9, 10))
    made = fill(ports, C, (20, 0), (20, 0), last=date(2026, 9, 1))
    young = [a for a in made if (date(2026, 9, 10) - a.applied).days < 45]
    ports.log().save(LogChange(tuple(replace(a, resume="new" if a.shown else "old") for a in young)))
    tosses = tuple(Toss(C, bool(a.shown), "high", i, a.id, a.applied) for i, a in enumerate(made))
    ports.log().save(LogChange(tosses=tosses))
    assert not [line for line in helped(ports, C).main.besides if "resume" in line]


def test_skills_used_at_work_are_those_that_it_teaches(maria: Maria) -> None:
    ports = maria(TODAY)
    for day in (date(2026, 9, 1), date(2026, 9, 2)):
        use_skill(ports, "SQL", day=day)
    use_skill(ports, "Kubernetes", day=date(2026, 9, 1))
    assert helped(ports, C).used == (("SQL", 2),)


def test_without_a_log_there_is_nothing_to_say_and_nothing_is_left_behind(ports: Ports) -> None:
    answer = helped(ports, C).to_json()
    assert (answer["verdict"], answer["power"]) == ("no_data", 0)
    assert answer["posterior"] == answer["prior"]
    assert not ports.has_state()
    with pytest.raises(UserError, match="no credential"):
        helped(ports, "no-such-thing")


def test_the_funnel_of_the_same_log(maria: Maria) -> None:
    ports = maria(TODAY)
    fill(ports, C, (20, 4), (20, 1), last=date(2026, 9, 1))
    answer = find_funnel(ports).to_json()
    assert answer["interview"]["k"] == 5
    assert answer["interview"]["n"] == 40
    assert [(g["name"], g["interview"]["k"]) for g in answer["groups"] if g["by"] == C] == [
        ("not shown", 1),
        ("shown", 4),
    ]
    assert answer["words"] == [NOT_RANKED]
    assert answer["stuck"]["stage"] is None


def test_ten_thousand_applications(maria: Maria) -> None:
    ports = maria(TODAY)
    fill(ports, C, (5000, 500), (5000, 450), last=TODAY - timedelta(days=60))
    found = helped(ports, C).main
    assert (found.learned.shown.n, found.learned.hidden.n) == (5000, 5000)
    assert found.learned.power > 0.1
