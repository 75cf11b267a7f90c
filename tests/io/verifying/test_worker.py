from __future__ import annotations

import io
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from credlens.io.verifying.frames import hear, say
from credlens.io.verifying.worker import NO_MEMORY, refuse_reading, serve
from credlens.model.verification import Mode, Report, Verdict
from credlens.verify.inquiry import Settings
from credlens.verify.needs import Document, Kind, Need, Steps
from credlens.verify.record import report_from_record

SETTINGS = Settings(datetime(2026, 5, 1, tzinfo=UTC))


def steps(data: bytes, settings: Settings) -> Steps[Report]:
    if data == b"greedy":
        raise MemoryError
    if data == b"mistake":
        raise LookupError("what the badge says")
    reply = yield Need("https://example.org/", Kind.KEY, 5)
    words = reply.data.decode() if isinstance(reply, Document) else reply.words
    return Report(Verdict.VERIFIED, words, Mode.STRICT, settings.at)


def spoken(*messages: tuple[dict[str, Any], bytes]) -> list[dict[str, Any]]:
    incoming, outgoing = io.BytesIO(), io.BytesIO()
    for message, data in messages:
        say(incoming, message, data)
    incoming.seek(0)
    try:
        serve(steps, SETTINGS, 100.0, incoming, outgoing)
    except EOFError:
        pass
    else:
        assert incoming.read() != b"", "it ended though there might be more"
    outgoing.seek(0)
    said = []
    while outgoing.tell() < len(outgoing.getvalue()):
        said.append(hear(outgoing, 10**6)[0])
    return said


def test_needs_go_out_and_documents_come_in() -> None:
    need = {"need": "https://example.org/", "kind": "key", "max_bytes": 5}
    found = {"url": "https://example.org/", "how": "kept", "content_type": ""}
    missing = {"url": "https://example.org/", "why": "offline", "words": "nothing is looked up."}
    first, report, second, other = spoken(({}, b"a"), (found, b"abc"), ({}, b"b"), (missing, b""))
    assert first == second == need
    assert report_from_record(report["report"]).because == "abc"
    assert report_from_record(other["report"]).because == "nothing is looked up."


def test_a_mistake_of_the_program_is_told_by_its_place_and_the_next_badge_is_served() -> None:
    first, second = spoken(({}, b"mistake"), ({}, b"mistake"))
    assert first == second
    assert first["stopped"].startswith("LookupError in test_worker.py:")


def test_it_ends_when_there_was_too_little_memory() -> None:
    assert spoken(({}, b"greedy"), ({}, b"mistake")) == [{"stopped": NO_MEMORY}]


def test_only_libraries_may_be_read(tmp_path: Path) -> None:
    refuse = refuse_reading([str(tmp_path / "lib"), str(tmp_path / "lib.zip")])
    for path in (tmp_path / "lib" / "a.py", str(tmp_path / "lib" / "b"), os.fsencode(tmp_path / "lib" / "c")):
        refuse("open", (path, "r", 0))
    for path in (tmp_path / "lib.zip", Path(sys.prefix) / "x", 3):
        refuse("open", (path, "r", 0))
    refuse("import", ("/etc/passwd",))
    for path in (tmp_path / "x", tmp_path / "library", tmp_path / "lib" / ".." / "x", "/etc/passwd", b"/etc/passwd"):
        with pytest.raises(PermissionError, match="reading other files"):
            refuse("open", (path, "r", 0))
