"""Documents that resumes come in; a new one is one file here and one line in the table."""

from __future__ import annotations

from collections.abc import Callable

from credlens.profile.openers.opened import Opened
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
        "linkedin": "credlens.profile.resumes.linkedin:read",
        "europass": "credlens.profile.resumes.europass:read",
    },
)

OpenedFormat = Callable[[Opened, str], Resume]
"""A format of documents that are opened in a process of their own: what the opener of the same name found and the document's name in."""

OPENED_FORMATS: Registry[OpenedFormat] = Registry(
    "opened_resume_format",
    {
        "pdf": "credlens.profile.resumes.pdf:read",
        "docx": "credlens.profile.resumes.docx:read",
    },
)

_EXTENSIONS = {
    "txt": "text",
    "text": "text",
    "md": "markdown",
    "markdown": "markdown",
    "json": "jsonresume",
    "zip": "linkedin",
    "xml": "europass",
}

_DIRECTORY = 65_536  # bytes at the end of an archive, in which its members are listed
_OPENED_EXTENSIONS = {"pdf": "pdf", "docx": "docx", "docm": "docx", "dotx": "docx"}


def for_name(filename: str, data: bytes) -> str | None:
    """The name of the format of a document: by its extension, and without one by its first bytes; None when it is not known.

    A PDF is one whatever its name. A third party's format is chosen when its name is the extension.
    """
    extension = filename.rpartition(".")[2].lower() if "." in filename else ""
    if data.startswith(b"%PDF-"):
        return "pdf"
    if not extension and data.startswith(b"PK\x03\x04") and b".csv" in data[-_DIRECTORY:]:
        return "linkedin"
    if extension in _OPENED_EXTENSIONS or (not extension and data.startswith(b"PK\x03\x04")):
        return _OPENED_EXTENSIONS.get(extension, "docx")
    if not extension:
        begins = data.lstrip()[:5]
        return "europass" if begins == b"<?xml" else "jsonresume" if begins[:1] == b"{" else "text"
    return _EXTENSIONS.get(extension) or (extension if extension in RESUME_FORMATS.names() else None)
