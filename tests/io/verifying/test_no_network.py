"""Badges of every kind, each in the made-up world where everything that it refers to is at hand."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from credlens.app.bench.badges.driving import AT, verified
from credlens.app.bench.badges.world import Sample, shared
from credlens.app.verifying.ports import Job
from credlens.io.verifying.pool import VerifyingPool
from credlens.model.verification import Mode
from credlens.verify.inquiry import Settings
from credlens.verify.needs import Document, Missing, Need, Reply, Why

WORLD = shared()


@pytest.fixture
def no_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: Any, **__: Any) -> None:
        raise AssertionError("a socket was opened")

    for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, never)


@pytest.mark.usefixtures("no_sockets")
@pytest.mark.parametrize("sample", WORLD.samples, ids=lambda sample: f"{sample.format} {sample.proof} {sample.name}")
def test_verifying_opens_no_socket(sample: Sample) -> None:
    for mode in Mode:
        verified(sample.data, WORLD.documents, mode=mode)
        verified(sample.data, {}, mode=mode)


def test_a_child_says_the_same_as_this_process_does() -> None:
    def answer(_job: Job, need: Need) -> Reply:
        data = WORLD.documents.get(need.url)
        return (
            Missing(need.url, Why.NOT_FOUND, "There is no such document.") if data is None else Document(need.url, data)
        )

    jobs = [Job(sample.name, sample.data) for sample in WORLD.samples]
    there = [report for _, report in VerifyingPool(2).verify(jobs, Settings(AT), answer)]
    assert there == [verified(sample.data, WORLD.documents) for sample in WORLD.samples]


WATCHED = """
import json, os, sys
folder, planted = sys.argv[1:3]

def hook(told):  # code: notes what is done with sockets, in a process and in those it starts
    return (
        f"import os, sys; fd = os.open({told!r}, os.O_WRONLY | os.O_APPEND | os.O_CREAT); os.write(fd, b'watched '); "
        "sys.addaudithook(lambda event, _: os.write(fd, event.encode() + b' ') if event.startswith('socket.') else None); "
    )

exec(hook(os.path.join(folder, "parent")))
from credlens.io import children
plant = "import socket; socket.socket(); " if planted == "child" else ""
children.START = hook(os.path.join(folder, "children")) + plant + children.START
if planted == "parent":
    import socket
    socket.socket()
from credlens.cli.main import run
sys.exit(run(["verify", os.path.join(folder, "badges"), "--json", "--home", os.path.join(folder, "home"), *sys.argv[3:]]))
"""


def watched(folder: Path, planted: str = "", *words: str) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """What the command says, and what was done with sockets in it and in the processes it started."""
    given = [sys.executable, "-c", WATCHED, str(folder), planted, "--as-of", AT.date().isoformat(), *words]
    done = subprocess.run(given, capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    events = {who: (folder / who).read_text().split() for who in ("parent", "children")}
    return json.loads(done.stdout), {who: [e for e in found if e != "watched"] for who, found in events.items()}


@pytest.fixture
def badges(tmp_path: Path) -> Path:
    """A folder with every badge of the world, and a map to all that they refer to."""
    (tmp_path / "badges").mkdir()
    for number, sample in enumerate(WORLD.samples):
        ending = "json" if sample.data.lstrip().startswith(b"{") else "jwt"
        (tmp_path / "badges" / f"{number:02}.{ending}").write_bytes(sample.data)
    found = {}
    for number, (url, data) in enumerate(WORLD.documents.items()):
        (tmp_path / f"document-{number}").write_bytes(data)
        found[url] = f"document-{number}"
    (tmp_path / "documents.json").write_text(json.dumps(found))
    return tmp_path


@pytest.mark.parametrize("whole", [True, False], ids=["with what they refer to", "alone"])
def test_the_command_opens_no_socket_nor_do_the_processes_it_starts(badges: Path, whole: bool) -> None:
    said, events = watched(badges, "", *(["--documents", str(badges / "documents.json")] if whole else []))
    assert events == {"parent": [], "children": []}
    assert len(said["badges"]) == len(WORLD.samples)
    if whole:
        assert {badge["verdict"] for badge in said["badges"]} == {"VERIFIED"}


@pytest.mark.parametrize("planted", ["parent", "child"])
def test_whoever_opened_a_socket_would_be_seen(badges: Path, planted: str) -> None:
    for path in sorted((badges / "badges").iterdir())[1:]:
        path.unlink()
    _, events = watched(badges, planted)
    assert events["children" if planted == "child" else "parent"] != []
    assert events["parent" if planted == "child" else "children"] == []
