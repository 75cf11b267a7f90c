"""The heaviest badges through real child processes: each ends within its bounds with a report, and the next badge is verified as ever."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any

import pytest

from credlens.app.bench.badges.driving import AT
from credlens.app.bench.badges.world import STATUS, dumps, status_entry
from credlens.app.verifying.ports import Job
from credlens.io.verifying.pool import VerifyingPool
from credlens.verify.inquiry import Settings

EVIDENCE = {"type": ["Evidence"], "friends": [{"type": ["Evidence"]}] * 9}
TERM = {"friends": {"@id": "https://terms.example/friends"}}
OB3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"


def png(text: bytes) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")

    baked = b"openbadgecredential\0\1\0\0\0" + zlib.compress(text)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", bytes(13)) + chunk(b"iTXt", baked) + chunk(b"IEND", b"")


def laughs() -> bytes:
    entities = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
    return f'<!DOCTYPE svg [<!ENTITY a0 "ha">{entities}]><svg>&a11;</svg>'.encode()


def with_contexts(stage: Any, *contexts: Any, **changes: Any) -> bytes:
    return dumps(stage.garbage(stage.badge(**{"@context": [*stage.badge()["@context"], *contexts]}, **changes)))


BOMBS: list[tuple[str, Callable[[Any], bytes], str, str]] = [
    ("deep", lambda s: b"[" * 4_000_000, "COULD_NOT_CHECK", "work"),
    ("digits", lambda s: b'{"a": ' + b"9" * 4_000_000 + b"}", "COULD_NOT_CHECK", "work"),
    ("graph", lambda s: with_contexts(s, TERM, evidence=[EVIDENCE] * 2), "COULD_NOT_CHECK", "work"),
    ("contexts", lambda s: with_contexts(s, *[OB3] * 500), "COULD_NOT_CHECK", "work"),
    ("picture", lambda s: png(b" " * 64 * 2**20), "COULD_NOT_CHECK", "work"),
    ("entities", lambda s: laughs(), "INVALID", "container"),
    ("PDF", lambda s: b"%PDF-1.7\n" + b"1 0 obj<</Kids[1 0 R]>>endobj\n" * 1_000, "INVALID", "container"),
]  # fmt: skip


def test_bombs_end_with_a_report_and_the_badges_between_them_are_verified(stage: Any) -> None:
    sound = stage.token(stage.badge(credentialStatus=status_entry(STATUS, 3))).encode()
    jobs = [Job("sound", sound)]
    for name, build, _, _ in BOMBS:
        jobs += [Job(name, build(stage)), Job("sound", sound)]
    found = list(VerifyingPool(1).verify(jobs, Settings(AT), lambda _job, need: stage.answer(need)))
    assert [job.name for job, _ in found] == [job.name for job in jobs]
    told = {job.name: report for job, report in found}
    assert {report.verdict.value for job, report in found if job.name == "sound"} == {"VERIFIED"}
    for name, _, verdict, check in BOMBS:
        assert told[name].verdict.value == verdict, name
        assert any((c.id, c.outcome.value) == (check, "failed") for c in told[name].checks), name


@pytest.mark.parametrize(("build", "verdict", "check"), [b[1:] for b in BOMBS], ids=[b[0] for b in BOMBS])
def test_the_same_is_told_without_a_child(judged: Any, build: Any, verdict: str, check: str) -> None:
    judged(build, verdict, check, "failed")
