"""What every command shares: ``--json``, ``--home``, ``--as-of``, and how results and problems go out."""

from __future__ import annotations

import functools
import json
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol, TypeVar

import click

from credlens.cli.failure import EXIT_INPUT, EXIT_OK, MOST_SHOWN
from credlens.io.home import HOME_VARIABLE, open_home
from credlens.model.errors import Problem

F = TypeVar("F", bound=Callable[..., Any])
PATH = click.Path(path_type=Path)
DAY = click.DateTime(formats=["%Y-%m-%d"])


class Result(Protocol):
    """What a use case returns."""

    def to_json(self) -> dict[str, Any]:
        """Plain JSON types."""
        ...


def command_options(function: F) -> F:
    """Add the options that every command has; the function receives ``ports`` and ``as_json`` in their place."""

    @click.option("--json", "as_json", is_flag=True, help="Data only, as JSON on stdout; messages go to stderr.")
    @click.option("--home", type=PATH, envvar=HOME_VARIABLE, help="Folder where your data lives.")
    @click.option("--as-of", type=DAY, metavar="DATE", help="Reckon from this day (YYYY-MM-DD) instead of today.")
    @functools.wraps(function)
    def wrapped(*args: Any, as_json: bool, home: Path | None, as_of: datetime | None, **kwargs: Any) -> Any:
        ports = open_home(home, today=as_day(as_of), progress=Bar(), news=say)
        return function(*args, ports=ports, as_json=as_json, **kwargs)

    return wrapped  # type: ignore[return-value]  # Click's decorators keep the callable's kind, which mypy cannot see


def as_day(value: datetime | None) -> date | None:
    """Click's date, as a date."""
    return value.date() if value else None


def say(words: str) -> None:
    """A sentence for somebody who waits, on stderr; nothing off a terminal."""
    if sys.stderr.isatty():
        click.echo(words, err=True)


class Bar:
    """A progress bar on stderr for work on many things; nothing off a terminal, nothing for few."""

    FEW = 50

    def __init__(self) -> None:
        self._percent = -1

    def __call__(self, what: str, done: int, total: int) -> None:
        """Draw the bar anew, or clear it when all is done."""
        if total < self.FEW or not sys.stderr.isatty():
            return
        if done >= total:
            sys.stderr.write("\r\x1b[K")
            self._percent = -1
        elif self._percent != done * 100 // total:  # not every step is told, so that it need not be a certain one
            self._percent = done * 100 // total
            filled = done * 30 // total
            sys.stderr.write(f"\r{'#' * filled}{'.' * (30 - filled)} {done} of {total} {what}")
        sys.stderr.flush()


def give(result: Result, as_json: bool, show: Callable[[Any], None]) -> None:
    """Print a result: as JSON, or with ``show``."""
    if as_json:
        click.echo(json.dumps(result.to_json(), ensure_ascii=False, indent=2))
    else:
        show(result)


def tell(problems: Sequence[Problem]) -> int:
    """Name what could not be read, on stderr.

    Returns:
        The exit code: 3 when there was anything, since a script should notice; what could be read was used all the same.
    """
    if not problems:
        return EXIT_OK
    click.echo("This could not be read and was left out:", err=True)
    for problem in problems[:MOST_SHOWN]:
        click.echo(f"  {problem}", err=True)
    if len(problems) > MOST_SHOWN:
        click.echo(f"  ... and {len(problems) - MOST_SHOWN} more (all of them with --json)", err=True)
    return EXIT_INPUT
