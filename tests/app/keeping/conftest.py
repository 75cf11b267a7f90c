"""A home of an invented person with something of every kind in it, on the disk and without the network."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from credlens.app.keeping import exporting
from credlens.app.learning.ports import LogChange, Trial
from credlens.app.ports import NamedBytes, Ports, StoredClaim, StoredDocument, Target
from credlens.app.presenting.ports import StoredFile, StoredProject
from credlens.app.verifying.ports import Job
from credlens.app.wallet.badges import add
from credlens.io.home import open_home
from credlens.model.application import Application, Proposal, Step, StepKind, Toss, UsedSkill
from credlens.model.card import Correction
from credlens.model.card import Verdict as Said
from credlens.model.posting import Posting
from credlens.model.verification import Claims, Mode, Report, Verdict
from credlens.verify.inquiry import Settings
from credlens.verify.needs import Need, Reply

DAY = date(2026, 11, 23)
RESUME = "# Ada Invented\n\n## Work\n\n- Analyst, Club, 2020 to 2024: SQL \u202e \U0001f600 مرحبا\n".encode()
PROJECT: dict[str, Any] = {
    "urn": "urn:p",
    "title": "P",
    "summary": "",
    "link": "",
    "added": "2026-11-23",
    "done": None,
    "credentials": [],
    "named": [],
    "read": {},
}
OWN = b"""
id: my-own-course
title: A course of my own
"""


@dataclass
class Verifies:
    """A verifier that finds every badge good, at the moment it is asked for."""

    def verify(
        self, jobs: Iterable[Job], settings: Settings, _answer: Callable[[Job, Need], Reply]
    ) -> Iterator[tuple[Job, Report]]:
        for job in jobs:
            yield (
                job,
                Report(Verdict.VERIFIED, "found", Mode.STRICT, settings.at, claims=Claims(name=job.data.decode())),
            )


def _home(path: Path) -> Ports:
    now = datetime(2026, 11, 23, 12, tzinfo=UTC)
    return replace(open_home(path, today=DAY), verifier=Verifies(), now=lambda: now)


def _fill(path: Path) -> Ports:
    ports = _home(path)
    store = ports.store()
    store.replace_documents([StoredDocument("r\u00e9sum\u00e9 \u202e.md", RESUME)])
    store.claim(StoredClaim("sql", known=True))
    store.correct(Correction("card", Said.KEEP, ""))
    store.prefer("budget", "500 \u20ac")
    store.save_target(Target("Analyst", (Posting("1", "Analyst", "SQL", "ad.txt", posted=DAY),), 1))
    store.save_plan(DAY, '{"target": "Analyst", "plans": []}')
    store.save_records([NamedBytes("my-own-course", OWN)])
    showcase = ports.showcase()
    showcase.show("card", shown=False)
    showcase.note("sql", "why", "=because()")
    showcase.keep_project(
        StoredProject("p", json.dumps(PROJECT), (StoredFile("README.md", b"# P"), StoredFile("a.png", b"\x89")))
    )
    (path.parent / "badge.json").write_text("{}")
    add(ports, [str(path.parent / "badge.json")])
    applied = Application("sent", DAY, "Pier", "Analyst", steps=(Step(StepKind.REPLY, None, "=note()"),))
    toss = Toss("one", True, "high", 0, "sent", DAY)
    doubtful = [Proposal(name, "mail.mbox", "Pier", "who?", applied) for name in ("look", "left")]
    log = ports.log()
    log.save(
        LogChange(
            (applied,),
            {"sent": Posting("1", "Analyst", "SQL", "ad.txt")},
            tosses=(toss,),
            used=(UsedSkill("sql", DAY, "daily"),),
            trials=(Trial("one", "seed", DAY),),
            proposals=tuple(doubtful),
        )
    )
    log.save(LogChange(rejected=("left",)))
    ports.issuing.keep_key("club", b"PRIVATE KEY")
    return ports


@pytest.fixture
def home() -> Callable[[Path], Ports]:
    """``home(path)``: one with nothing in it."""
    return _home


@pytest.fixture
def fill() -> Callable[[Path], Ports]:
    """``fill(path)``: one with something of every kind in it."""
    return _fill


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without documents and tables, which have tests of their own and take time."""
    monkeypatch.setattr(exporting, "made_of", lambda *_: ({}, ()))
