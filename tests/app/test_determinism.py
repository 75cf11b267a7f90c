"""The same input gives the same bytes: in the same process, in another one, and whatever order its sets and dicts hash in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

from credlens.app import demo
from credlens.app.demo import DemoResult
from credlens.app.ports import Ports
from credlens.io.home import open_home
from credlens.present.exports import EXPORTS

DemoOf = Callable[[str], DemoResult]

ELSEWHERE = """
import json, sys
from datetime import date
from hashlib import sha256
from pathlib import Path
from credlens.app import demo
from credlens.io.home import open_home

home, day, *persons = sys.argv[1:]
ports = open_home(Path(home), today=date.fromisoformat(day))
for person in persons:
    found = demo.run(ports, person)
    report, found = found.report.read_bytes(), {**found.to_json(), "report": None}
    print(person, sha256(json.dumps(found).encode()).hexdigest(), sha256(report).hexdigest())
"""
TODAY = date(2026, 11, 22)


def digests(result: DemoResult) -> str:
    data = json.dumps({**result.to_json(), "report": None}).encode()
    return f"{sha256(data).hexdigest()} {sha256(EXPORTS['report'](result.loop).encode()).hexdigest()}"


def test_twice_gives_the_same_bytes(demo_of: DemoOf, ports: Ports) -> None:
    assert digests(demo.run(ports, "expired", report=False)) == digests(demo_of("expired"))


def test_hash_seed_and_process_change_nothing(ports: Ports, tmp_path: Path) -> None:
    persons = ("maria",)
    # Strings hash in another order in each process, this one included.
    elsewhere = subprocess.Popen(
        [sys.executable, "-c", ELSEWHERE, str(tmp_path / "elsewhere"), TODAY.isoformat(), *persons],
        env={**os.environ, "PYTHONHASHSEED": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )
    here = "".join(f"{person} {digests(demo.run(ports, person))}\n" for person in persons)
    assert elsewhere.communicate()[0] == here


def test_another_day_gives_other_days(demo_of: DemoOf, tmp_path: Path) -> None:
    first = demo_of("expired").loop
    second = demo.run(open_home(tmp_path, today=date(2026, 12, 22)), "expired", report=False).loop
    assert first.gap.first == second.gap.first
    assert [loop.plans[0].steps[0].start for loop in (first, second)] == [TODAY, date(2026, 12, 22)]
