"""What was done is found where it was kept, in the order of its days."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from credlens.app.plan_kept import event_text
from credlens.app.ports import Ports
from credlens.app.presenting.journal import journal
from credlens.app.presenting.projects import add
from credlens.model.journal import Deed
from credlens.model.progress import Event, EventKind


@pytest.fixture
def busy(ports: Ports, tmp_path: Path) -> Ports:
    """Somebody with a project, and a plan of which one step is finished and one exam failed."""
    (tmp_path / "README.md").write_text("# Shop dashboard\n\nWhich mailing worked, in SQL.\n")
    add(ports, tmp_path / "README.md", done=date(2026, 3, 1))
    step = {
        "credential": "ms-pl-300", "option": "exam", "start": "2026-02-01", "finish": "2026-04-01", "hours": 40, "cost": [],
    }  # fmt: skip
    plan = {
        "name": "strongest", "steps": [step], "cost": 0, "currency": "USD", "hours": 40, "finish": "2026-04-01",
        "coverage": 0.5, "status": "optimal", "gap": 0,
    }  # fmt: skip
    limits = {
        "budget": {"amount": "400", "currency": "USD"}, "hours_per_week": 10, "start": "2026-01-01", "deadline": "2026-12-31",
        "max_credentials": 4, "budget_per_month": None, "off": [], "languages": [], "keep_until": None,
    }  # fmt: skip
    kept = {"limits": limits, "wishes": {}, "progress": None, "after": None, "told_with": None}
    ports.store().save_plan(date(2026, 1, 1), json.dumps({"target": "analyst", "plans": [plan], "kept": kept}))
    told = [
        Event(EventKind.FAILED, date(2026, 4, 1), "ms-pl-300"),
        Event(EventKind.FINISHED, date(2026, 5, 1), "ms-pl-300"),
        Event(EventKind.INTERVIEWS, date(2026, 6, 1), count=2),
    ]
    ports.store().save_replanned(date(2026, 6, 1), [event_text(e, 1) for e in told], None, 0)
    return replace(ports, today=date(2026, 6, 2))


def test_there_is_nothing_to_tell_before_anything_was_done(ports: Ports) -> None:
    assert journal(ports).posts == ()
    assert not ports.has_state()


def test_each_thing_is_told_on_its_day_and_failures_only_when_asked_for(busy: Ports) -> None:
    found = journal(busy)
    assert [(p.day.isoformat(), p.deed, p.title) for p in found.posts] == [
        ("2026-01-01", Deed.PLAN, "1 credential until 1 Apr 2026"),
        ("2026-03-01", Deed.PROJECT, "Shop dashboard"),
        ("2026-05-01", Deed.FINISHED, "Microsoft Certified: Power BI Data Analyst Associate (PL-300)"),
    ]
    assert found.kept_back == 1
    assert [p.deed for p in journal(busy, every=True).posts][2] is Deed.FAILED


def test_since_a_day_leaves_out_what_was_before(busy: Ports) -> None:
    assert [p.deed for p in journal(busy, since=date(2026, 3, 1)).posts] == [Deed.PROJECT, Deed.FINISHED]


def test_what_the_person_noted_stands_in_the_post(busy: Ports, tmp_path: Path) -> None:
    busy.showcase().note("ms-pl-300", "hardest", "DAX filters.")
    found = journal(busy, out=tmp_path / "posts.md")
    assert "DAX filters." in found.posts[-1].long
    assert found.file is not None
    assert "DAX filters." in found.file.read_text("utf-8")
