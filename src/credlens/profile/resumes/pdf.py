"""A resume in PDF, opened before."""

from __future__ import annotations

from credlens.profile.openers.opened import Opened
from credlens.profile.resume import Resume
from credlens.profile.resumes.looks import resume_of


def read(opened: Opened, where: str) -> Resume:
    """The resume in an opened PDF; its headings are told by their size, weight and capitals."""
    return resume_of(opened, where)
