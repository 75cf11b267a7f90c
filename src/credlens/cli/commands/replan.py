"""``credlens replan``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

import click

from credlens.app.events import events as told_so_far
from credlens.app.events import undo as take_back
from credlens.app.limit_words import amount, time_off
from credlens.app.ports import Ports
from credlens.app.replan import NewLimits
from credlens.app.replan import replan as plan_again
from credlens.cli.common import DAY, PATH, as_day, command_options, give, tell
from credlens.cli.failure import EXIT_NEGATIVE, EXIT_OK
from credlens.cli.show.replan import show_events, show_replan
from credlens.model.errors import UserError
from credlens.model.progress import Event, EventKind

T = TypeVar("T")


@click.command()
@click.option("--finished", multiple=True, metavar="ID[@DATE]", help="You have it; today when no day is given.")
@click.option("--failed", multiple=True, metavar="ID[@DATE]", help="Its exam was not passed.")
@click.option(
    "--did",
    multiple=True,
    metavar="ID=HOURS[/DONE%]",
    help="Hours really spent on it so far, and how much of it is done: 30/50%. With 0 it was not begun.",
)
@click.option("--price", multiple=True, metavar="ID=AMOUNT[@OPTION]", help="A new price: of an option, or @exam.")
@click.option("--drop", multiple=True, metavar="ID", help="You do not want it any more.")
@click.option(
    "--off", multiple=True, metavar="FROM..TO", help="Days without study, both included, or a single day (YYYY-MM-DD)."
)
@click.option("--interviews", type=int, help="So many interviews you got: then applying matters more.")
@click.option("--ads", type=PATH, multiple=True, help="New job ads, in place of those before.")
@click.option("--budget", help="Another budget in all, with what was paid already.")
@click.option("--hours", type=float, help="Other hours a week from today.")
@click.option("--deadline", type=DAY, metavar="DATE", help="Another last day (YYYY-MM-DD).")
@click.option("--plan", "follow", metavar="NAME", help="The plan you follow, when it is not the first one: cheapest.")
@click.option("--list", "listed", is_flag=True, help="What you have told of your plan; nothing is planned.")
@click.option("--undo", is_flag=True, help="Take back the last command: all it told, and its plan.")
@command_options
def replan(
    *,
    ports: Ports,
    as_json: bool,
    finished: tuple[str, ...],
    failed: tuple[str, ...],
    did: tuple[str, ...],
    price: tuple[str, ...],
    drop: tuple[str, ...],
    off: tuple[str, ...],
    interviews: int | None,
    ads: tuple[Path, ...],
    budget: str | None,
    hours: float | None,
    deadline: datetime | None,
    follow: str | None,
    listed: bool,
    undo: bool,
) -> int:
    """Plan again from today: say what happened, see what changes and why.

    Goes on from the last plan. Its payments before today count as paid, its steps are taken to be done as planned unless you say
    otherwise, and as few of them change as the gain justifies. What you tell is kept.
    """
    if listed:
        give(told_so_far(ports), as_json, show_events)
        return EXIT_OK
    if undo:
        give(take_back(ports), as_json, show_events)
        return EXIT_OK
    told = [
        *_each(finished, "--finished", lambda w: _on(EventKind.FINISHED, w, ports.today)),
        *_each(failed, "--failed", lambda w: _on(EventKind.FAILED, w, ports.today)),
        *_each(did, "--did", lambda w: _did(w, ports.today)),
        *_each(price, "--price", lambda w: _price(w, ports.today)),
        *(Event(EventKind.DROPPED, ports.today, name) for name in drop),
        *(_pause(words) for words in off),
        *([] if interviews is None else [Event(EventKind.INTERVIEWS, ports.today, count=interviews)]),
    ]
    limits = NewLimits(None if budget is None else amount(budget, "--budget"), hours, as_day(deadline))
    result = plan_again(ports, told, limits, ads=ads, follow=follow)
    give(result, as_json, show_replan)
    return tell(result.loop.problems) if result.loop.plans or result.over else EXIT_NEGATIVE


HOW = {
    "--finished": "Write ID or ID@2027-03-01.",
    "--failed": "Write ID or ID@2027-03-01.",
    "--did": "Write ID=30 or ID=30/50%.",
    "--price": "Write ID=59, ID=59@monthly or ID=165@exam.",
}


def _each(words: tuple[str, ...], option: str, read: Callable[[str], T]) -> Iterator[T]:
    for each in words:
        try:
            yield read(each)
        except ValueError:
            raise UserError(f"{each!r} cannot be understood.", where=option, what_to_do=HOW[option]) from None


def _on(kind: EventKind, words: str, today: date) -> Event:
    name, _, day = words.partition("@")
    return Event(kind, date.fromisoformat(day) if day else today, name)


def _did(words: str, today: date) -> Event:
    name, done = _parts(words)
    hours, _, share = done.partition("/")
    part = float(share.removesuffix("%")) / 100 if share else None
    return Event(EventKind.DID, today, name, hours=float(hours), share=part)


def _price(words: str, today: date) -> Event:
    name, new = _parts(words)
    new, _, option = new.partition("@")
    return Event(EventKind.PRICE, today, name, amount=amount(new, "--price"), option=option)


def _pause(words: str) -> Event:
    first, last = time_off(words, "--off")
    return Event(EventKind.PAUSE, first, until=last)


def _parts(words: str) -> tuple[str, str]:
    name, sign, value = words.partition("=")
    if not (name and sign and value):
        raise ValueError(words)
    return name, value
