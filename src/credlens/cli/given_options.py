"""Options that give a credential which the catalog does not have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from credlens.app.ports import Ports
from credlens.cli.common import PATH
from credlens.model.errors import UserError

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--page", "pages", type=PATH, multiple=True, metavar="FILE", help="A page saved in your browser."),
    click.option(
        "--badge", "badges", type=PATH, multiple=True, metavar="FILE", help="An Open Badge: JSON, JWT, PNG, SVG, PDF."
    ),
    click.option("--interview", is_flag=True, help="Answer a few short questions about it."),
    click.option("--answers", type=PATH, metavar="FILE", help="The answers to these questions as a file (JSON, YAML)."),
    click.option("--keep", is_flag=True, help="Keep what is not in the catalog, for searches and plans."),
)


@dataclass(frozen=True)
class Given:
    """What the options gave.

    Attributes:
        answers: of the interview or the file; None without either.
    """

    pages: tuple[Path, ...]
    badges: tuple[Path, ...]
    answers: dict[str, object] | None
    keep: bool

    @property
    def number(self) -> int:
        """How many credentials were given, a badge file counting as one, and answers about another of them as none."""
        described = self.answers is not None and "about" not in self.answers
        return len(self.pages) + len(self.badges) + described


def given_options(function: F) -> F:
    """Add the options; the function hands what it gets to :func:`given`."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def given(
    ports: Ports,
    pages: tuple[Path, ...],
    badges: tuple[Path, ...],
    answers: Path | None,
    *,
    interview: bool,
    keep: bool,
) -> Given:
    """What the options say, after asking the questions where that was wanted.

    Raises:
        UserError: there is no terminal to ask on, or both ways of answering are named, or there is nothing to keep.
        InputError: the file of answers cannot be read.
    """
    from credlens.app.questions import read_answers
    from credlens.cli import asking

    if interview and answers is not None:
        raise UserError("The questions are answered twice.", where="--answers", what_to_do="Leave --interview out.")
    if keep and not (pages or badges or answers is not None or interview):
        raise UserError(
            "There is nothing to keep.",
            where="--keep",
            what_to_do="Give what is not in the catalog: --page, --badge, --interview.",
        )
    told = read_answers(ports, answers) if answers is not None else asking.interview(ports) if interview else None
    return Given(pages, badges, told, keep)
