"""Projects, what others sign about them, and the site that shows them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from credlens.app.presenting import portfolio as _portfolio
from credlens.app.presenting import projects as _projects
from credlens.app.presenting import reviews as _reviews
from credlens.app.verifying import asking as _asking
from credlens.io.home import open_home


def make_portfolio(
    out: Path,
    *,
    contact: bool = False,
    with_resume: bool = False,
    home: Path | None = None,
    today: date | None = None,
) -> _portfolio.PortfolioResult:
    """Write the portfolio as a website in a folder; see :func:`credlens.app.presenting.portfolio.portfolio`."""
    return _portfolio.portfolio(open_home(home, today=today), out, contact=contact, with_resume=with_resume)


def add_project(
    path: Path,
    *,
    title: str | None = None,
    link: str | None = None,
    skills: Sequence[str] = (),
    credentials: Sequence[str] = (),
    done: date | None = None,
    id: str | None = None,  # noqa: A002 - the name it has everywhere
    home: Path | None = None,
    today: date | None = None,
) -> _projects.Projects:
    """Put a project in, or its new state; see :func:`credlens.app.presenting.projects.add`."""
    ports = open_home(home, today=today)
    return _projects.add(ports, path, title=title, link=link, skills=skills, credentials=credentials, done=done, id=id)


def show_projects(*, home: Path | None = None, today: date | None = None) -> _projects.Projects:
    """Every project with its reviews; see :func:`credlens.app.presenting.projects.show`."""
    return _projects.show(open_home(home, today=today))


def remove_project(id: str, *, home: Path | None = None) -> _projects.Projects:  # noqa: A002
    """Take a project out, with its reviews; see :func:`credlens.app.presenting.projects.remove`."""
    return _projects.remove(open_home(home), id)


def ask_for_review(
    project: str,
    out: Path,
    key: str,
    *,
    name: str | None = None,
    message: str | None = None,
    home: Path | None = None,
    today: date | None = None,
) -> _reviews.Asked:
    """Write a signed request for somebody's word on a project; see :func:`credlens.app.presenting.reviews.ask`."""
    return _reviews.ask(open_home(home, today=today), project, out, key=key, name=name, message=message)


def add_reviews(
    *files: Path,
    online: bool = False,
    documents: Path | None = None,
    home: Path | None = None,
    today: date | None = None,
) -> _reviews.Reviews:
    """Verify reviews and keep those that hold; see :func:`credlens.app.presenting.reviews.add`."""
    how = _asking.Asked(online=online, documents=documents)
    return _reviews.add(open_home(home, today=today), files, how)


def remove_review(id: str, *, home: Path | None = None) -> _reviews.Reviews:  # noqa: A002
    """Take a review out; see :func:`credlens.app.presenting.reviews.remove`."""
    return _reviews.remove(open_home(home), id)
