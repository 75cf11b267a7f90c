"""A market of invented ads, built once."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from credlens.app.knowledge import Knowledge
from credlens.app.market.build import BuildResult, build
from credlens.app.ports import Ports
from credlens.io.home import open_home
from credlens.io.market import local
from credlens.io.market.work import DiskWork
from credlens.io.market.worker import read_piece

TODAY = date(2026, 11, 22)
EMPLOYERS = ("Kelp Foods Inc.", "Reef Bank", "Dune Rail GmbH", "KELP FOODS")
ANALYST = """We look for a data analyst for our {team} team.

Requirements
- Advanced SQL is required
- Excel
{more}
Nice to have
- Tableau
"""
ENGINEER = """We look for a software engineer for our {team} team.

Requirements
- Python is required
- Git
- A bachelor's degree in computer science or equivalent experience
{more}
"""


@dataclass(frozen=True)
class BuiltMarket:
    """A home with a market, what the build said, and the file it was built from."""

    ports: Ports
    result: BuildResult
    ads: Path


def rows() -> list[tuple[str, str, str, str, str]]:
    """(title, company, location, date posted, description): 36 ads for analysts over three years, 4 for engineers, and two doubles."""
    out = []
    for i in range(36):
        month = f"{2024 + i // 12}-{i % 12 + 1:02}"
        more = ("- Power BI\n" if i % 3 == 0 else "") + ("- CompTIA Security+ preferred\n" if i == 5 else "")
        text = ANALYST.format(team=f"no. {i} {chr(97 + i % 26) * 4}", more=more)
        out.append(("Data Analyst", EMPLOYERS[i % 4], "Albany, NY", f"{month}-03", text))
    for i in range(4):
        text = ENGINEER.format(team=f"no. {i} {chr(107 + i) * 5}", more="- Docker\n")
        out.append(("Senior Software Engineer", "Reef Bank", "Berlin, Germany", "2026-05-04", text))
    first = out[0]
    out.append((*first[:2], "Austin, TX", *first[3:]))  # the same text in another city
    out.append((*first[:3], "2025-02-01", first[4]))  # and again a year later
    return out


@pytest.fixture(scope="session")
def market(tmp_path_factory: pytest.TempPathFactory) -> BuiltMarket:
    """Built once; tests only ask it."""
    folder = tmp_path_factory.mktemp("market")
    ads = folder / "ads.csv"
    with ads.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("title", "company", "location", "date posted", "description"))
        writer.writerows(rows())
        writer.writerow(("Broken", "Reef Bank", "", "2026-01-01", "short"))
    counts = folder / "counts.csv"
    lines = ["month,num_postings,term,count"]
    for year in range(2015, 2025):
        for month in (1, 4, 7, 10):
            quarters = (year - 2015) * 4 + month // 3
            lines += [
                f"{year}-{month:02},400,Kubernetes,{quarters * 3}",
                f"{year}-{month:02},400,kelpscript,{130 - quarters * 3}",
            ]
    counts.write_text("\n".join(lines) + "\n", encoding="utf-8")
    ports = open_home(folder / "home", today=TODAY)
    return BuiltMarket(ports, build(ports, [ads, counts]), ads)


class _Here:
    """Reads pieces as a process of its own would, in this one."""

    def __init__(self, home: Path, folder: Path, tier: int) -> None:
        self._knowledge, self._work, self._tier = Knowledge(open_home(home)), DiskWork(folder), tier

    def __enter__(self) -> _Here:
        return self

    def __exit__(self, *_: object) -> None:
        """There is nothing to end."""

    def read(self, name: str) -> None:
        read_piece(self._work, name, self._knowledge, self._tier)


@pytest.fixture
def read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """For what does not depend on who reads: starting a process takes a second. ``market`` is read by one, as are all in ``tests/io``."""
    monkeypatch.setattr(local, "_Worker", _Here)
