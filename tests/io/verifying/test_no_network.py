"""Badges of every kind, each in the made-up world where everything that it refers to is at hand."""

from __future__ import annotations

import socket
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
