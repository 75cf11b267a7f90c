"""How badges are carried: one file for each way. What is in the file is found here; whether it is true is not."""

from __future__ import annotations

from credlens.registry import Registry
from credlens.verify.containers.container import Container, ContainerFlaw, stripped
from credlens.verify.inquiry import Inquiry
from credlens.verify.opened import Opened
from credlens.verify.strict_json import JsonFlaw

CONTAINERS: Registry[Container] = Registry(
    "badge_container",
    {
        "json": "credlens.verify.containers.json:CONTAINER",
        "jwt": "credlens.verify.containers.jwt:CONTAINER",
        "png": "credlens.verify.containers.png:CONTAINER",
        "pdf": "credlens.verify.containers.pdf:CONTAINER",
        "svg": "credlens.verify.containers.svg:CONTAINER",
    },
)

_MIB = 2**20
_NOT_BADGES = (
    ((b"\xff\xd8\xff",), "a picture in JPEG, which cannot hold a badge", "Get the badge as PNG, SVG or JSON."),
    ((b"gif8", b"riff"), "a picture of a kind that cannot hold a badge", "Get the badge as PNG, SVG or JSON."),
    ((b"pk\x03\x04",), "an archive", "Unpack it and give the badge in it."),
    ((b"\x1f\x8b",), "a packed file (gzip)", "Unpack it first."),
    ((b"<!doctype html", b"<html"), "a page of a website", "Download the badge itself: its page usually has a link."),
)
"""First bytes of what people take for a badge, in lower case; what it is; what to do."""
_KNOWN = "Known are JSON, signed tokens (JWT), PNG, SVG and PDF."


def open_badge(data: bytes, inquiry: Inquiry) -> Opened | None:
    """Find the badge in a file; record the checks ``container`` and ``json``.

    Args:
        data: the file as it came, whatever its name says.

    Returns:
        What is in it; None when there is no badge, more than one, or it cannot be read, which is recorded.
    """
    limits = inquiry.limits
    if len(data) > limits.file:
        most = f"{limits.file / _MIB:g}"
        inquiry.failed("work", f"The file has {len(data) / _MIB:.1f} MiB; badges of up to {most} MiB are read.")
        return None
    kind = next((c for c in CONTAINERS.values() if c.recognises(data)), None)
    if kind is None:
        what, step = _what_else(data)
        inquiry.failed("container", f"This is {what}.", next_step=step)
        return None
    try:
        opened = kind.open(data, limits)
    except ContainerFlaw as flaw:
        inquiry.failed(flaw.check, flaw.message, next_step=flaw.next_step)
        return None
    except JsonFlaw as flaw:
        inquiry.passed("container", f"It is {kind.title}.")
        inquiry.failed(flaw.check, flaw.message, flaw.where)
        return None
    inquiry.passed("container", f"It is {kind.title}.")
    if opened.document is not None:
        inquiry.passed("json")
    return opened


def _what_else(data: bytes) -> tuple[str, str]:
    """What a file is that is no badge, and what to do."""
    start = stripped(data[:512]).lower()
    if not start:
        return "an empty file", "Download it once more."
    for marks, what, step in _NOT_BADGES:
        if start.startswith(marks):
            return what, step
    return "no kind of file that badges come in", _KNOWN
