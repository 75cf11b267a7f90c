"""A plain text resume."""

from __future__ import annotations

from credlens.profile.resume import Resume
from credlens.profile.resumes.lines import parse
from credlens.skills.decode import decode


def read(data: bytes, where: str) -> Resume:
    """The resume in a text file.

    Raises:
        InputError: it is a PDF or another binary file, or empty.
    """
    text, _ = decode(data, where)
    return parse(text, where)
