"""A resume in DOCX, opened before."""

from __future__ import annotations

from credlens.profile.openers.opened import Opened
from credlens.profile.resume import Resume
from credlens.profile.resumes.looks import resume_of


def read(opened: Opened, where: str) -> Resume:
    """The resume in an opened DOCX; its headings are told by their styles and looks."""
    return resume_of(opened, where)
