"""Documents that resumes come in; a new one is one file here and one line in the table."""

from __future__ import annotations

from collections.abc import Callable

from credlens.profile.resume import Resume
from credlens.registry import Registry

ResumeFormat = Callable[[bytes, str], Resume]
"""A format: the document's bytes and its name in, its parts out; raises :class:`~credlens.model.errors.InputError`."""

RESUME_FORMATS: Registry[ResumeFormat] = Registry(
    "resume_format",
    {
        "text": "credlens.profile.resumes.text:read",
        "markdown": "credlens.profile.resumes.markdown:read",
        "jsonresume": "credlens.profile.resumes.jsonresume:read",
    },
)

_EXTENSIONS = {"txt": "text", "text": "text", "md": "markdown", "markdown": "markdown", "json": "jsonresume"}


def for_name(filename: str, data: bytes) -> str | None:
    """The name of the format of a document: by its extension, and without one by its first byte; None when it is not known.

    A third party's format is chosen when its name is the extension.
    """
    extension = filename.rpartition(".")[2].lower() if "." in filename else ""
    if not extension:
        return "jsonresume" if data.lstrip()[:1] == b"{" else "text"
    return _EXTENSIONS.get(extension) or (extension if extension in RESUME_FORMATS.names() else None)
