"""How quick and how small the pages are: a real server process, asked over a socket.

    python benchmarks/web.py [--credentials 100000] [--ads 10000] [--out benchmarks/results/web.json]

- ``first``: the first page of a home with so many credentials and ads: milliseconds until the whole answer is there, requests and bytes that a
  browser needs for it, and the catalog's search in the same home.
- ``pages``: pages of the example person, the first time and then again and again.
- ``slider``: the plan while a limit moves (a walk of 200 steps from a fixed seed: mostly small, as a slider moves) and the scorecards while a weight does.
- ``start``: processor seconds from the start to the first page, of several processes.
- ``memory``: megabytes resident after the start, the first page, the example's whole way with a plan that is kept, and with the large home.

Wall time is of this machine, and says something only beside another figure of the same run.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from html import unescape
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urljoin

from credlens.app import demo
from credlens.app.bench.search import search
from credlens.app.gap import find_gap
from credlens.io.home import open_home

TODAY = date(2026, 11, 22)
SEED = 11
COMPILED = tempfile.mkdtemp(prefix="credlens-compiled-")
#: Modules are compiled once and kept, as where the program is installed, whatever this machine is set to.
AROUND = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | {"PYTHONPYCACHEPREFIX": COMPILED}
PROGRAM = "from credlens.cli.main import main; main()"
ONWARD = re.compile(r'<meta http-equiv="refresh" content="0;url=([^"]+)">')
PAIR = "id=google-data-analytics&id=ibm-data-analyst"
Json = dict[str, Any]


class Server:
    """The program in a process of its own, and one browser that was let in."""

    def __init__(self, home: Path) -> None:
        command = [
            sys.executable,
            "-c",
            PROGRAM,
            "web",
            "--port",
            "0",
            "--home",
            str(home),
            "--as-of",
            TODAY.isoformat(),
        ]
        self.process = subprocess.Popen(  # noqa: S603 - our own program
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=AROUND
        )
        address = (self.process.stdout.readline() if self.process.stdout else "").split()[-1]
        self.port = int(address.partition("127.0.0.1:")[2].partition("/")[0])
        self.cookie = ""
        self.connection = HTTPConnection("127.0.0.1", self.port, timeout=600)
        self.get(address.partition(str(self.port))[2])
        self.started = self.cpu()  # with the first page answered; the others are loaded behind it

    def ask(self, method: str, path: str, body: str | None = None) -> tuple[int, dict[str, str], bytes]:
        """One request on the kept connection."""
        headers = {"Cookie": self.cookie, "Origin": f"http://127.0.0.1:{self.port}", "Sec-Fetch-Site": "same-origin"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        if "set-cookie" in found:
            self.cookie = found["set-cookie"].partition(";")[0]
        return answer.status, found, answer.read()

    def get(self, path: str, body: str | None = None) -> bytes:
        """A page, wherever it leads; an error is an end of the measuring."""
        status, headers, data = self.ask("GET" if body is None else "POST", path, body)
        while True:
            if status >= 400:
                raise SystemExit(f"{path} answers {status}: {data[-500:]!r}")
            onward = headers.get("location") or unescape(
                (ONWARD.search(data.decode(errors="replace")) or [None, ""])[1] or ""
            )
            if not onward:
                return data
            path = urljoin(path, onward).partition("#")[0]
            status, headers, data = self.ask("GET", path)

    def cpu(self) -> float:
        """Processor seconds so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def megabytes(self) -> float:
        """Resident memory."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024


@contextmanager
def running(home: Path) -> Iterator[Server]:
    """A server until the end of the block."""
    server = Server(home)
    try:
        yield server
    finally:
        server.process.terminate()
        server.process.wait(20)


def times(work: Callable[[int], object], n: int) -> Json:
    """Milliseconds of so many calls."""
    found = []
    for i in range(n):
        before = time.perf_counter()
        work(i)
        found.append((time.perf_counter() - before) * 1000)
    found.sort()
    return {"n": n, "p50": round(found[n // 2], 1), "p95": round(found[int(n * 0.95)], 1), "max": round(found[-1], 1)}


def loaded(home: Path, credentials: int, ads: int) -> None:
    """A home with a made catalog, and with the example's ads again and again as the goal."""
    search(open_home(home, today=TODAY), size=credentials, each=1)
    with tempfile.TemporaryDirectory() as folder:
        ports = open_home(home, today=TODAY)
        demo.move_in(open_home(Path(folder) / "maria", today=TODAY), "maria")
        target = open_home(Path(folder) / "maria", today=TODAY).store().target()
        if target is None:
            raise SystemExit("The example has no ads.")
        many = Path(folder) / "ads.jsonl"
        with many.open("w", encoding="utf-8") as stream:
            for i in range(ads):
                ad = target.postings[i % len(target.postings)]
                record = {
                    "title": ad.title,
                    "company": f"{ad.employer} {i}",
                    "description": f"{ad.text}\nReference {i}",
                }
                stream.write(json.dumps(record) + "\n")
        find_gap(ports, ads=[many], occupation="data-analyst")


def first(home: Path, n: int) -> Json:
    """The first page of the large home."""
    with running(home) as server:
        page = server.get("/")
        parts = ["/", *dict.fromkeys(re.findall(r'(?:src|href)="(/static/[^"]+)"', page.decode()))]
        found: Json = {"page": times(lambda _: server.get("/"), n)}
        found["requests"] = len(parts)
        found["bytes"] = sum(len(server.get(p)) for p in parts)
        words = ("sql", "data analysis", "introduction", "certificate", "")
        before = time.perf_counter()
        server.get("/me/catalog?q=sql")
        found["catalog_first_ms"] = round((time.perf_counter() - before) * 1000)
        found["catalog"] = times(lambda i: server.get(f"/me/catalog?q={words[i % len(words)].replace(' ', '+')}"), 50)
        found["megabytes"] = round(server.megabytes())
    return found


def walk(n: int) -> Iterator[str]:
    """Limits as somebody moves them: one at a time, mostly a little."""
    chance = random.Random(SEED)  # noqa: S311 - the same walk every time
    now = {"budget": 300, "hours": 10, "weeks": 26, "most": 4}
    ends = {"budget": (0, 2000, 10), "hours": (1, 40, 1), "weeks": (1, 52, 1), "most": (1, 8, 1)}
    for _ in range(n):
        name = chance.choice(list(ends))
        low, high, step = ends[name]
        far = chance.choice((1, 1, 1, 2, 5, 20)) * chance.choice((-1, 1)) * step
        now[name] = min(high, max(low, now[name] + far))
        deadline = TODAY + timedelta(weeks=now["weeks"])
        yield urlencode(
            {"budget": now["budget"], "hours": now["hours"], "deadline": deadline.isoformat(), "most": now["most"]}
        )


def example(n: int) -> Json:
    """The example person's pages and sliders, and the memory they take."""
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "home") as server:
        memory = {"start": round(server.megabytes())}
        server.get("/")
        memory["first page"] = round(server.megabytes())
        before = time.perf_counter()
        server.get("/example", "person=maria")
        pages: Json = {"example opened": {"ms": round((time.perf_counter() - before) * 1000)}}
        for path in (
            "gap",
            "options",
            f"compare?{PAIR}",
            "plan",
            "profile",
            "proof",
            "progress",
            "questions",
            "catalog?q=sql",
        ):
            before = time.perf_counter()
            server.get(f"/maria/{path}")
            again = round((time.perf_counter() - before) * 1000)
            pages[path.partition("?")[0]] = {"first": again, **times(lambda _, p=path: server.get(f"/maria/{p}"), 20)}  # type: ignore[misc]
        limits = list(walk(n))
        slider = {"plan": times(lambda i: server.get(f"/maria/plan/quick?{limits[i]}"), n)}
        asked = list(dict.fromkeys(re.findall(r'name="(w_[a-z_]+)"', server.get(f"/maria/compare?{PAIR}").decode())))
        chance = random.Random(SEED)  # noqa: S311 - as above
        points = [urlencode({w: chance.randrange(1, 101) for w in asked}) for _ in range(50)]
        slider["weights"] = times(lambda i: server.get(f"/maria/compare/live?{PAIR}&{points[i]}"), 50)
        memory["pages and sliders"] = round(server.megabytes())
        server.get("/maria/plan", "budget=300&hours=10&deadline=2027-05-23&most=4")
        server.get("/maria/plan/why", "budget=300&hours=10&deadline=2027-05-23&most=4")
        memory["a plan kept and explained"] = round(server.megabytes())
    return {"pages_ms": pages, "slider_ms": slider, "megabytes": memory}


def start(n: int) -> Json:
    """Processor seconds to the first page."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(n + 1):  # the first compiles what is not compiled yet
            with running(Path(folder) / "home") as server:
                found.append(server.started)
    found = sorted(found[1:])
    return {"n": n, "least": round(found[0], 2), "median": round(found[n // 2], 2), "most": round(found[-1], 2)}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--credentials", type=int, default=100_000)
    parser.add_argument("--ads", type=int, default=10_000)
    parser.add_argument("--requests", type=int, default=200)
    parser.add_argument("--home", type=Path, help="a large home made before, or to be made")
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    found: Json = {"start_cpu_s": start(9), "example": example(asked.requests)}
    with tempfile.TemporaryDirectory() as folder:
        home = asked.home or Path(folder) / "home"
        if not home.exists():
            loaded(home, asked.credentials, asked.ads)
        found["large"] = {"credentials": asked.credentials, "ads": asked.ads, **first(home, asked.requests)}
    text = json.dumps(found, indent=1)
    print(text)
    if asked.out:
        asked.out.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
