"""Verifying in this process, with the documents of a world at hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial

from credlens.app.verifying.driving import driven
from credlens.model.verification import Mode, Report
from credlens.verify.inquiry import Settings
from credlens.verify.needs import Document, Missing, Need, Reply, Why
from credlens.verify.steps import steps

AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def verified(
    data: bytes,
    documents: Mapping[str, bytes],
    *,
    mode: Mode = Mode.STRICT,
    at: datetime = AT,
    now: datetime | None = None,
    recipient: str | None = None,
) -> Report:
    """The report on a badge; what is not among the documents is not there."""
    return driven(steps(data, Settings(at, mode, recipient, now=now)), partial(_reply, documents))


def _reply(documents: Mapping[str, bytes], need: Need) -> Reply:
    data = documents.get(need.url)
    if data is None:
        return Missing(need.url, Why.NOT_FOUND, "There is no such document.")
    if len(data) > need.max_bytes:
        return Missing(need.url, Why.TOO_LARGE, "It is too large.")
    return Document(need.url, data, "given")
