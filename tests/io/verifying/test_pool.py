from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from credlens.app.verifying.ports import Job
from credlens.io.verifying.child import ChildLimits
from credlens.io.verifying.pool import VerifyingPool
from credlens.model.errors import InputError, OutsideError, Problem
from credlens.model.verification import Report, Verdict
from credlens.verify.inquiry import Settings
from credlens.verify.needs import Document, Missing, Need, Reply, Why

Make = Callable[..., VerifyingPool]
POSIX = sys.platform != "win32"


def nobody(_job: Job, need: Need) -> Reply:
    return Missing(need.url, Why.OFFLINE, "nothing is looked up.")


def run(
    pool: VerifyingPool, settings: Settings, *badges: str, answer: Callable[[Job, Need], Reply] = nobody
) -> list[Report]:
    jobs = [Job(f"{n}.json", badge.encode()) for n, badge in enumerate(badges)]
    found = list(pool.verify(jobs, settings, answer))
    assert [job for job, _ in found] == jobs
    return [report for _, report in found]


def test_one_child_serves_one_badge_after_the_other_and_knows_the_settings(pool: Make, settings: Settings) -> None:
    first, second, told, last = run(pool(), settings, "who", "who", "settings", "length")
    assert first.because == second.because
    assert first.at == settings.at
    assert told.because == "ada@example.org 64"
    assert last.because == "6"


def test_what_a_badge_asks_for_is_answered_from_outside(pool: Make, settings: Settings) -> None:
    asked = []

    def answer(job: Job, need: Need) -> Reply:
        asked.append((job.name, need.url))
        data = {"https://example.org/a": b"short", "https://example.org/b": b"longer than ten"}.get(need.url)
        return nobody(job, need) if data is None else Document(need.url, data, "kept")

    urls = [f"https://example.org/{name}" for name in "abc"]
    (report,) = run(pool(), settings, "ask " + " ".join(urls), answer=answer)
    assert report.because == "kept short; too_large It has more than 0 KiB.; offline nothing is looked up."
    assert asked == [("0.json", url) for url in urls]


def test_more_of_a_file_than_may_be_is_not_even_handed_over(pool: Make, settings: Settings) -> None:
    most = settings.limits.file
    (report,) = run(pool(), settings, "length " + "x" * (most + 100))
    assert report.because == str(most + 1)


@pytest.mark.parametrize(
    ("badge", "words"),
    [
        pytest.param(
            "spin",
            "more than 0.2 seconds of processor time",
            marks=pytest.mark.skipif(not POSIX, reason="no such clock"),
        ),
        ("sleep", "took more than 0.6 seconds"),
        ("die", "ended before it was done"),
        ("dieasking", "ended before it was done"),
        ("mistake", "KeyError in stand_in_for_verifying.py"),
        ("memory", "more than 512 MiB of memory"),
        ("deep", "RecursionError"),
        ("nonsense {}", "makes no sense|more than 0.6 seconds"),
        ("nonsense " + "\uffff" * 10, "makes no sense"),
        ("elsewhen", "makes no sense"),
        ("endless", "makes no sense"),
    ],
)
def test_a_badge_that_breaks_its_child_costs_only_itself(
    pool: Make, settings: Settings, badge: str, words: str
) -> None:
    seconds = 20 if badge == "spin" else 0.6  # on a busy machine 0.2 seconds of processor time may take long
    before, broken, after = run(pool(cpu_seconds=0.2, seconds=seconds), settings, "who", badge, "who")
    assert before.verdict is after.verdict is Verdict.VERIFIED
    assert broken.verdict is Verdict.COULD_NOT_CHECK
    (check,) = broken.checks
    assert check.id == "work"
    assert check.next_step == broken.next_step
    assert re.search(words, broken.because), broken.because
    assert "secret" not in json.dumps(broken.to_json())


def test_what_a_library_prints_disturbs_nothing_and_long_reports_arrive(pool: Make, settings: Settings) -> None:
    printed, large = run(pool(), settings, "print", "large")
    assert printed.verdict is Verdict.VERIFIED
    assert len(large.because) == 300_000


def test_a_child_may_not_read_write_connect_or_start_anything(pool: Make, settings: Settings, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("x")
    tries = [
        f"open({str(secret)!r})",
        f"open({str(secret)!r}, 'w')",
        f"open({str(tmp_path / 'new')!r}, 'x')",
        f"open({str(tmp_path / 'library' / '..' / 'secret')!r})",
        "import socket; socket.socket()",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
    ]
    reports = run(pool(), settings, *(f"try {code}" for code in tries), "try import wave, json.tool")
    assert [r.because for r in reports] == ["PermissionError"] * len(tries) + ["done"]
    assert secret.read_text() == "x"


def test_results_come_in_the_order_of_the_badges_also_from_several_children(
    pool: Make, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("credlens.io.verifying.pool._PATIENCE", 0.01)
    met = threading.Barrier(2, timeout=20)

    def answer(job: Job, need: Need) -> Reply:
        if job.name in {"0.json", "1.json"}:
            met.wait()  # two badges wait at once: there are two children
        return nobody(job, need)

    reports = run(pool(2), settings, *["ask https://example.org/a"] * 2, *["who"] * 30, answer=answer)
    assert len(reports) == 32


def test_badges_are_read_only_as_they_are_needed(pool: Make, settings: Settings) -> None:
    taken = []

    def jobs() -> Iterator[Job]:
        for n in range(100):
            taken.append(n)
            yield Job(str(n), b"who")

    results = pool().verify(jobs(), settings, nobody)
    assert next(results)[0].name == "0"
    assert len(taken) < 12
    results.close()  # type: ignore[attr-defined]


def test_who_answers_may_end_it_all(pool: Make, settings: Settings) -> None:
    def answer(_job: Job, need: Need) -> Reply:
        raise InputError([Problem(need.url, "The file cannot be read.")])

    with pytest.raises(InputError, match="cannot be read"):
        run(pool(), settings, "who", "ask https://example.org/a", "who", answer=answer)


def test_a_program_that_is_not_whole_is_said_and_not_held_against_the_badge(settings: Settings) -> None:
    with pytest.raises(OutsideError, match="No process can be started"):
        run(VerifyingPool(1, entry="nowhere:steps"), settings, "who")


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="shows processes")
@pytest.mark.parametrize("badge", ["sleep", "ask https://example.org/a"])
def test_nothing_is_left_behind_when_somebody_stops_in_the_middle(pool: Make, settings: Settings, badge: str) -> None:
    def children() -> set[int]:
        found = set()
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                text = stat.read_text()
            except OSError:
                continue
            if int(text.rpartition(")")[2].split()[1]) == os.getpid():
                found.add(int(stat.parent.name))
        return found

    def answer(_job: Job, _need: Need) -> Reply:
        raise KeyboardInterrupt

    before = children()
    results = pool().verify([Job("a", b"who"), Job("b", badge.encode())], settings, answer)
    next(results)
    if badge == "sleep":
        assert len(children() - before) == 1  # the other may be gone by now
        results.close()  # type: ignore[attr-defined]
    else:
        with pytest.raises(KeyboardInterrupt):
            next(results)
    assert children() <= before


READY = """
import sys, time, os, struct
sys.path[:] = sys.argv[1].split({sep!r})
from credlens.io.verifying.frames import hear, say
out = sys.stdout.buffer
hear(sys.stdin.buffer, 2**31)
say(out, {{"ready": True}})
"""


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("out.write(bytes(100_000))", "makes no sense"),
        (
            "while True: say(out, {{'need': 'https://example.org/', 'kind': 'key', 'max_bytes': 10**12}})",
            "no sense",
        ),
        ("out.write(struct.pack('>II', 2**32 - 1, 2**32 - 1)); out.flush(); time.sleep(60)", "makes no sense"),
        ("out.write(struct.pack('>II', 10, 0) + b'[1, 2, 3] '); out.flush(); time.sleep(60)", "makes no sense"),
        ("say(out, {{'need': 'x', 'kind': 'cookies', 'max_bytes': 1}}); time.sleep(60)", "makes no sense"),
        ("say(out, {{'need': 'x', 'kind': ['key'], 'max_bytes': 1}}); time.sleep(60)", "makes no sense"),
        ("say(out, {{'report': {{'verdict': 'VERIFIED'}}}}); time.sleep(60)", "makes no sense"),
        ("say(out, {{'report': [[]]}}); time.sleep(60)", "makes no sense"),
        ("say(out, {{}}); time.sleep(60)", "makes no sense"),
        ("out.write(b'{{\"a\":' * 20_000); out.flush(); time.sleep(60)", "makes no sense"),
        ("os.kill(os.getpid(), 9)", "ended before it was done"),
    ],
)
def test_a_child_in_a_stranger_s_hands_can_only_spoil_its_own_badge(settings: Settings, code: str, words: str) -> None:
    (report,) = run(VerifyingPool(1, ChildLimits(seconds=5), code=READY + code), settings, "x")
    assert report.verdict is Verdict.COULD_NOT_CHECK
    assert re.search(words, report.because), report.because


@pytest.mark.parametrize("code", ["time.sleep(60)", "while True: out.write(bytes(100_000))"])
def test_neither_side_waits_for_the_other_for_ever(settings: Settings, code: str) -> None:
    pool = VerifyingPool(1, ChildLimits(seconds=0.5), code=READY + code)
    (report,) = run(pool, settings, "x" * 3_000_000)  # more than a pipe holds
    assert "more than 0.5 seconds" in report.because


@pytest.mark.parametrize(
    "code", ["import time; time.sleep(60)", "raise SystemExit(1)", READY.replace("ready", "go away") + "time.sleep(60)"]
)
def test_a_child_that_is_never_ready_ends_it_all(settings: Settings, code: str) -> None:
    pool = VerifyingPool(1, ChildLimits(start_seconds=0.5), code=code)
    with pytest.raises(OutsideError, match="No process can be started"):
        run(pool, settings, "x")


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
def test_who_presses_ctrl_c_is_heard_at_once(tmp_path: Path) -> None:
    (tmp_path / "waits.py").write_text("def steps(data, settings):\n import time\n time.sleep(60)\n yield\n")
    code = """
import os, signal, sys, threading
from datetime import UTC, datetime
sys.path.insert(0, sys.argv[1])
from credlens.app.verifying.ports import Job
from credlens.io.verifying.child import ChildLimits
from credlens.io.verifying.pool import VerifyingPool
from credlens.verify.inquiry import Settings
threading.Timer(0.4, os.killpg, [os.getpgid(0), signal.SIGINT]).start()
try:
    list(VerifyingPool(1, entry="waits:steps").verify([Job("a", b"")], Settings(datetime.now(UTC)), print))
except KeyboardInterrupt:
    sys.exit(42)
"""
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], timeout=30, start_new_session=True, check=False)
    assert done.returncode == 42


def test_an_empty_list_starts_nothing(settings: Settings) -> None:
    assert run(VerifyingPool(1, entry="nowhere:steps"), settings) == []
