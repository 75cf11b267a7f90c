"""The log keeps applications with all that came of them, in the order they were sent, and never loses a toss."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from credlens.app.learning.ports import LogChange, Trial
from credlens.io.store.log import SqlLog
from credlens.io.store.sqlite import file_engine
from credlens.model.application import Application, Proposal, Step, StepKind, Toss, UsedSkill
from credlens.model.errors import OutsideError
from credlens.model.posting import Posting

MAY = date(2026, 5, 1)


@pytest.fixture
def log(tmp_path: Path) -> SqlLog:
    return SqlLog(file_engine(tmp_path), "here")


def application(id: str, day: int = 1, *steps: Step) -> Application:  # noqa: A002
    return Application(id, date(2026, 5, day), "Acme", "Analyst", steps=steps)


def test_an_application_comes_back_as_it_was_with_its_ad(log: SqlLog) -> None:
    steps = (Step(StepKind.REPLY, date(2026, 5, 4), "a test"), Step(StepKind.INTERVIEW, None))
    full = Application(
        "a1", MAY, "Acme", "Analyst", "data analyst", ("google",), ("pmp",), True, ("cpa",), ("pmp",), 0.123456, 2, "v2", True, "x:1", steps
    )  # fmt: skip
    bare = Application("b2", MAY, "", "")
    ad = Posting("ad1", "Analyst", "SQL wanted", "ad.txt", "Acme", posted=MAY)
    log.save(LogChange((full, bare), {"a1": ad}))
    assert log.applications() == (full, bare)
    assert (log.ad("a1"), log.ad("b2"), log.ads()) == (ad, None, {"a1": "ad1"})


def test_to_show_nothing_is_not_the_same_as_not_to_say(log: SqlLog) -> None:
    nothing, unsaid = replace(application("a1"), complete=True), application("b2")
    log.save(LogChange((nothing, unsaid)))
    assert [a.showed("google") for a in log.applications()] == [False, None]


def test_applications_stand_in_the_order_they_were_sent_and_stay_in_place_when_changed(log: SqlLog) -> None:
    log.save(LogChange((application("late", 9), application("a", 1), application("b", 1))))
    log.save(LogChange((application("a", 1, Step(StepKind.OFFER, MAY)),)))
    assert [a.id for a in log.applications()] == ["a", "b", "late"]
    assert log.applications()[0].steps == (Step(StepKind.OFFER, MAY),)


def test_with_an_application_go_its_ad_and_steps_but_not_its_tosses(log: SqlLog) -> None:
    toss = Toss("google", True, "high", 0, "a1", MAY)
    log.save(
        LogChange((application("a1", 1, Step(StepKind.REPLY, MAY)),), {"a1": Posting("p", "", "", "")}, tosses=(toss,))
    )
    log.save(LogChange(removed=("a1",)))
    assert (log.applications(), log.ads(), log.tosses()) == ((), {}, (toss,))


def test_no_toss_takes_the_place_of_another_and_what_came_with_it_is_not_kept_either(log: SqlLog) -> None:
    toss = Toss("google", True, "high", 0, "a1", MAY)
    log.save(LogChange(tosses=(toss,)))
    with pytest.raises(OutsideError):
        log.save(LogChange((application("b2"),), tosses=(replace(toss, shown=False, application="b2"),)))
    assert (log.tosses(), log.applications()) == ((toss,), ())


def test_skills_used_trials_and_proposals_come_back(log: SqlLog) -> None:
    used = (UsedSkill("sql", MAY, "a report"), UsedSkill("sql", date(2026, 5, 2)))
    trial = Trial("google", "7", MAY)
    new = Proposal("p1", "a.csv:3", "Acme, ?", "no day", application("a1"), steps=(Step(StepKind.REPLY, None),))
    other = Proposal("p2", "a.mbox:9", "Hello", "which one?", about="a1")
    log.save(LogChange(used=used, trials=(trial,), proposals=(new, other)))
    log.save(LogChange(trials=(replace(trial, ended=MAY),), proposals=(replace(new, because="still no day"),)))
    assert (log.used(), log.trials()) == (used, (replace(trial, ended=MAY),))
    assert log.proposals() == (replace(new, because="still no day"), other)
    log.save(LogChange(unused=used[:1], settled=("p1",), rejected=("p2",)))
    assert (log.used(), log.proposals(), log.rejected()) == (used[1:], (), {"p2"})


_WRITER = """
import sys
from datetime import date, timedelta
from pathlib import Path
from credlens.app.learning.ports import LogChange
from credlens.io.store.log import SqlLog
from credlens.io.store.sqlite import file_engine
from credlens.model.application import Application, Step, StepKind
log = SqlLog(file_engine(Path(sys.argv[1])), "here")
for i in range(100_000):
    day = date(2026, 1, 1) + timedelta(days=i % 300)
    log.save(LogChange(tuple(Application(f"{i}-{k}", day, "Acme", "Analyst", steps=(Step(StepKind.REPLY, day),)) for k in range(2))))
    print(i, flush=True)
"""


def test_a_kill_at_any_moment_leaves_every_command_whole_or_undone(tmp_path: Path) -> None:
    told = -1
    for wait in (0.0, 0.02, 0.05):
        writer = subprocess.Popen([sys.executable, "-c", _WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        assert writer.stdout is not None
        assert writer.stdout.readline()  # it has begun to write
        time.sleep(wait)
        os.kill(writer.pid, signal.SIGKILL)
        told = max(told, *(int(line) for line in writer.stdout.read().split() if line.isdecimal()), 0)
        writer.wait()
        kept = SqlLog(file_engine(tmp_path), "here").applications()
        ids = {a.id for a in kept}
        assert {f"{i}-{k}" for i in range(told + 1) for k in range(2)} <= ids  # what was told to be kept is
        assert len(ids) % 2 == 0
        assert all(len(a.steps) == 1 for a in kept)


def test_ten_thousand_applications_are_kept_and_read(log: SqlLog) -> None:
    many = tuple(
        Application(
            f"{i:05d}", MAY + timedelta(days=i % 90), "Acme", f"Analyst {i}", steps=(Step(StepKind.REPLY, None),)
        )
        for i in range(10_000)
    )
    log.save(LogChange(many))
    found = log.applications()
    assert len(found) == 10_000
    assert {a.id: a for a in found} == {a.id: a for a in many}
