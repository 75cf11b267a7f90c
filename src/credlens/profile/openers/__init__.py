"""Documents of strangers' bytes to lines of text: PDF and DOCX.

An opener is pure: bytes in, :class:`~credlens.profile.openers.opened.Opened` out. The libraries behind it were written for files that
mean well, so the program runs openers only in a process of their own, which may be killed. A new one is one file and one line here.
"""

from __future__ import annotations

from collections.abc import Callable

from credlens.profile.openers.opened import Opened
from credlens.registry import Registry

Opener = Callable[[bytes], Opened]
"""The document's bytes in, its lines out; raises :class:`~credlens.model.errors.InputError` with an empty place."""

OPENERS: Registry[Opener] = Registry(
    "resume_opener",
    {
        "pdf": "credlens.profile.openers.pdf:open_",
        "docx": "credlens.profile.openers.docx:open_",
    },
)
