"""The sections of a resume."""

from __future__ import annotations

from enum import StrEnum


class Section(StrEnum):
    """What a part of a resume is about."""

    HEADER = "header"
    SUMMARY = "summary"
    EXPERIENCE = "experience"
    PROJECTS = "projects"
    VOLUNTEER = "volunteer"
    EDUCATION = "education"
    SKILLS = "skills"
    CERTIFICATIONS = "certifications"
    COURSES = "courses"
    LANGUAGES = "languages"
    OTHER = "other"
