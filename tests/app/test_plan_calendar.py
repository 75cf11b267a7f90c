"""A plan saved as a calendar file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from icalendar import Calendar

from credlens.app.demo import DemoResult
from credlens.app.plan_calendar import check_place, save_calendar
from credlens.app.ports import Ports
from credlens.model.errors import UserError


def test_the_first_plan_lies_in_the_file_as_calendars_want_it(
    ports: Ports, tmp_path: Path, demo_of: Callable[[str], DemoResult]
) -> None:
    run = demo_of("maria").loop
    path = save_calendar(ports, run, tmp_path / "plan.ics")
    assert path == (tmp_path / "plan.ics").resolve()
    data = path.read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n") > 10
    found = Calendar.from_ical(data).events
    studied = {str(e["summary"]) for e in found if e.categories == ["study"]}
    assert studied == {f"Study: {run.catalog[s.credential].title}" for s in run.plans[0].steps}
    paid = [p for s in run.plans[0].steps for p in s.payments if p.kind.value in {"paid", "renewal"}]
    assert sum(e.categories == ["payment"] for e in found) == len(paid)
    assert len({str(e["uid"]) for e in found}) == len(found)


def test_nothing_is_written_without_a_plan_or_a_place(
    ports: Ports, tmp_path: Path, demo_of: Callable[[str], DemoResult]
) -> None:
    run = demo_of("maria").loop
    assert save_calendar(ports, run, None) is None
    assert save_calendar(ports, replace(run, plans=()), tmp_path / "none.ics") is None
    assert not (tmp_path / "none.ics").exists()


def test_a_place_that_is_no_good_is_found_before_the_work(ports: Ports, tmp_path: Path) -> None:
    check_place(ports, None)
    check_place(ports, tmp_path / "plan.ics")
    with pytest.raises(UserError) as caught:
        check_place(ports, tmp_path)
    assert caught.value.where == "--ics"
