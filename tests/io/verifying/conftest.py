"""A stand-in for verifying: what it does is written in the badge."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from credlens.io.verifying.child import ChildLimits
from credlens.io.verifying.pool import VerifyingPool
from credlens.verify.inquiry import Settings

STAND_IN = """
import os, sys
from credlens.model.verification import Report, Verdict
from credlens.verify.needs import Kind, Need

def steps(data, settings):
    word, _, rest = data.decode().partition(" ")
    because = rest
    if word == "ask":
        found = []
        for url in rest.split():
            reply = yield Need(url, Kind.ISSUER, 10)
            found.append(f"{reply.how} {reply.data.decode()}" if hasattr(reply, "data") else f"{reply.why} {reply.words}")
        because = "; ".join(found)
    elif word == "who":
        because = str(os.getpid())
    elif word == "length":
        because = str(len(data))
    elif word == "settings":
        because = f"{settings.recipient} {settings.limits.depth}"
    elif word == "spin":
        while True:
            pass
    elif word == "sleep":
        import time
        time.sleep(60)
    elif word == "die":
        os._exit(3)
    elif word == "dieasking":
        yield Need("https://example.org/a", Kind.ISSUER, 10)
        os._exit(3)
    elif word == "mistake":
        raise KeyError("a secret of the badge")
    elif word == "memory":
        bytearray(2**40)
    elif word == "deep":
        because = deep(rest)
    elif word == "print":
        print("no message")
    elif word == "nonsense":
        os.write(1, rest.encode())
    elif word == "elsewhen":
        from datetime import timedelta
        return Report(Verdict.VERIFIED, "", settings.mode, settings.at + timedelta(days=1))
    elif word == "try":
        because = tried(rest)
    elif word == "large":
        because = "x" * 300_000
    elif word == "endless":
        while True:
            yield Need("https://example.org/a", Kind.ISSUER, 10)
    return Report(Verdict.VERIFIED, because, settings.mode, settings.at)
    yield

def deep(rest):
    return deep(rest)

def tried(code):
    try:
        exec(code)
    except Exception as error:
        return type(error).__name__
    return "done"
"""


@pytest.fixture
def settings() -> Settings:
    return Settings(datetime(2026, 5, 1, tzinfo=UTC), recipient="ada@example.org")


@pytest.fixture
def pool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., VerifyingPool]]:
    """Makes pools whose children run the stand-in."""
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "stand_in_for_verifying.py").write_text(STAND_IN)
    monkeypatch.syspath_prepend(folder)

    def make(workers: int = 1, **limits: float) -> VerifyingPool:
        return VerifyingPool(workers, ChildLimits(**limits), entry="stand_in_for_verifying:steps")  # type: ignore[arg-type]

    return make
