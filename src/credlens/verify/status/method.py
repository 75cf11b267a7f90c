"""What a kind of status is checked with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from credlens.verify.content import Content
from credlens.verify.inquiry import Inquiry
from credlens.verify.needs import Missing, Steps, Why

StatusMethod = Callable[[Mapping[str, Any], str, Content, Inquiry], Steps[None]]
"""Looks at one entry: (entry, its JSON Pointer, what the credential says, inquiry)."""

CHECKS = {"revocation": "status_revocation", "suspension": "status_suspension"}
"""What a list is for -> the check it answers; any other purpose is a message."""


def check_of(purpose: Any) -> str:
    """The check that a purpose belongs to."""
    return CHECKS.get(purpose, "status_message") if isinstance(purpose, str) else "status_revocation"


def note_missing(check: str, reply: Missing, where: str, inquiry: Inquiry, *, mild: bool = False) -> None:
    """A list that cannot be had: not checked.

    Args:
        mild: whether the public validator lets it pass with a warning when it asked in vain.
    """
    if mild and not inquiry.strict and reply.why is not Why.OFFLINE:
        words = f"The list of its status ({reply.url}) was not looked at: {reply.words} The public validator lets that pass."
        inquiry.warn(check, words, where)
    else:
        inquiry.missing(check, reply, "The list of its status", where)
