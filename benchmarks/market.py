"""How long, and in how much memory, a market is built of many ads: those given, again and again with new dates.

    python benchmarks/market.py ADS... [--ads 100000] [--vary] [--home HOME]

With ``--vary`` each copy gets a line of its own and one of nine employers, so that no text comes twice and near-duplicates have to be found. ``HOME``
is a home with imported taxonomies, else the starter alone is used. Prints one JSON object. Memory is the sum over the command and its processes (Linux).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from credlens.app.ads import read_paths
from credlens.io.home import open_home
from credlens.model.posting import Posting

YEARS = range(2020, 2026)


def copies(ads: list[Posting], many: int, *, vary: bool) -> Iterator[dict[str, str]]:
    """The ads again and again, each time with another date."""
    chance = random.Random(1)  # noqa: S311 - the same ads every time
    for i in range(many):
        ad, copy = ads[i % len(ads)], i // len(ads)
        text, employer = ad.text, ad.employer or ""
        if vary:
            lines = text.split("\n")
            lines.insert(chance.randrange(len(lines) + 1), f"Reference {i}, team {chance.randrange(10**6)}")
            text, employer = "\n".join(lines), f"{employer} {copy % 9}"
        day = f"{chance.choice(YEARS)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        yield {
            "title": ad.title,
            "company": employer,
            "location": ad.place or "",
            "date_posted": day,
            "description": text,
        }


def tree(pid: int) -> list[int]:
    """A process and everything it started."""
    found = [pid]
    for number in found:
        try:
            children = Path(f"/proc/{number}/task/{number}/children").read_text(encoding="ascii")
        except OSError:
            continue
        found += map(int, children.split())
    return found


def resident(pid: int) -> int:
    """Memory that a process holds, in bytes; 0 when it is gone."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


def measured(command: list[str]) -> dict[str, float]:
    """Run a command: seconds by the clock and of the processor, most memory at once."""
    began, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603 - this very program
    most = 0
    while process.poll() is None:
        most = max(most, sum(map(resident, tree(process.pid))))
        time.sleep(0.1)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {
        "exit": process.returncode,
        "seconds": time.monotonic() - began,
        "cpu_seconds": cpu,
        "peak_mb": most / 2**20,
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--ads", type=int, default=100_000)
    parser.add_argument("--vary", action="store_true")
    parser.add_argument("--home", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ads = list(read_paths(open_home(Path(folder) / "reading"), asked.paths).postings)
        many = Path(folder) / "ads.jsonl"
        with many.open("w", encoding="utf-8") as stream:
            for record in copies(ads, asked.ads, vary=asked.vary):
                stream.write(json.dumps(record) + "\n")
        home = asked.home or Path(folder) / "home"
        script = "from credlens.cli.main import main; main()"
        found = measured([sys.executable, "-c", script, "market", "build", str(many), "--again", "--home", str(home)])
        figures = {"ads": asked.ads, "distinct": len(ads), "vary": asked.vary, "mb": many.stat().st_size / 2**20}
        print(json.dumps({**figures, **{k: round(v, 1) for k, v in found.items()}}))


if __name__ == "__main__":
    main()
