"""Badges of before Open Badges 3.0, and records of before CLR 2.0: what they say, and whether their issuer stands by it.

They are no credentials of the W3C family. Either their issuer keeps a copy at an address of its own (hosted), or they are signed with a key that
the issuer's profile lists. All formats are judged in the words of Open Badges 2.0.
"""

from __future__ import annotations

from typing import Any

from credlens.verify.earlier.examining import examine
from credlens.verify.earlier.form import Examined, form_of
from credlens.verify.earlier.names import plain

__all__ = ["Examined", "examine", "recognises"]


def recognises(document: Any) -> bool:
    """Whether a document is of one of these formats. Takes anything."""
    return isinstance(document, dict) and form_of(plain(document, [])) is not None
