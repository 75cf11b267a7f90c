"""The person: documents, what was read in them, what they can spend."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from credlens.app import constraints as _constraints
from credlens.app import profile as _profile
from credlens.app import review as _review
from credlens.io.home import open_home
from credlens.model.skill import SkillLevel


def import_profile(*paths: Path, home: Path | None = None, today: date | None = None) -> _profile.ProfileResult:
    """Read documents as the profile; see :func:`credlens.app.profile.import_documents`."""
    return _profile.import_documents(open_home(home, today=today), paths)


def show_profile(*, home: Path | None = None, today: date | None = None) -> _profile.ProfileResult:
    """What the person can show; see :func:`credlens.app.profile.show`."""
    return _profile.show(open_home(home, today=today))


def know(skill: str, level: SkillLevel = SkillLevel.UNKNOWN, *, home: Path | None = None) -> _profile.ProfileResult:
    """The person has this skill; see :func:`credlens.app.profile.know`."""
    return _profile.know(open_home(home), skill, level)


def forget(skill: str, *, home: Path | None = None) -> _profile.ProfileResult:
    """The person does not have this skill; see :func:`credlens.app.profile.forget`."""
    return _profile.forget(open_home(home), skill)


def review(*, every: bool = False, home: Path | None = None, today: date | None = None) -> _review.ReviewResult:
    """What was read, to be looked at; see :func:`credlens.app.review.review`."""
    return _review.review(open_home(home, today=today), every=every)


def keep(*cards: str, home: Path | None = None) -> _review.ReviewResult:
    """These cards were read right; see :func:`credlens.app.review.keep`."""
    return _review.keep(open_home(home), cards)


def drop(*cards: str, home: Path | None = None) -> _review.ReviewResult:
    """These cards were read wrongly; see :func:`credlens.app.review.drop`."""
    return _review.drop(open_home(home), cards)


def correct(card: str, value: str, *, home: Path | None = None) -> _review.ReviewResult:
    """This card should say something else; see :func:`credlens.app.review.correct`."""
    return _review.correct(open_home(home), card, value)


def set_constraints(
    *, home: Path | None = None, today: date | None = None, **settings: str
) -> _constraints.Constraints:
    """What the person can spend and where they want to work; see :func:`credlens.app.constraints.set_constraints`."""
    return _constraints.set_constraints(open_home(home, today=today), settings)
