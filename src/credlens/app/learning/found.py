"""What a person means: an application of the log, credentials of the catalog."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from credlens.app.catalog.finding import find_credential
from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.model.application import Application
from credlens.model.errors import UserError

NEAR = 60  # days in which a second application to the same employer for the same title is asked about; judgement
_LISTED = 5


def logged(ports: Ports) -> tuple[Application, ...]:
    """Every application, in order; none when there is no state yet."""
    return ports.log().applications() if ports.has_state() else ()


def meant(applications: Iterable[Application], words: str) -> Application:
    """The one with an id that begins so, or else to an employer of that name.

    Raises:
        UserError: there is none, or several could be meant.
    """
    found = matching(applications, words)
    if len(found) == 1:
        return found[0]
    if not found:
        raise UserError(
            f"No application {words!r} is logged.",
            where="APPLICATION",
            what_to_do="See them: credlens log list. Log one: credlens log application --employer NAME",
        )
    listed = ", ".join(f"{a.id} ({a.title or 'no title'}, {a.applied})" for a in found[:_LISTED])
    more = f" and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
    raise UserError(
        f"{len(found)} applications are meant by {words!r}.",
        where="APPLICATION",
        what_to_do=f"Name the id of one: {listed}{more}.",
    )


def matching(applications: Iterable[Application], words: str) -> list[Application]:
    """Every application that these words can mean: by the beginning of its id, else by its employer, else by a part of the employer's name."""
    every = list(applications)
    wanted = plainly(words)
    if not wanted:
        return []
    return (
        [a for a in every if a.id == wanted]
        or [a for a in every if len(wanted) >= 3 and a.id.startswith(wanted)]
        or [a for a in every if plainly(a.employer) == wanted]
        or [a for a in every if f" {wanted} " in f" {plainly(a.employer)} "]
    )


def alike(applications: Sequence[Application], employer: str, title: str, applied: date) -> Application | None:
    """One to the same employer for the same title within :data:`NEAR` days; None when there is none, or neither is known."""
    names = (plainly(employer), plainly(title))
    if not any(names):
        return None
    same = [a for a in applications if (plainly(a.employer), plainly(a.title)) == names]
    return next((a for a in same if abs((a.applied - applied).days) <= NEAR), None)


def credentials_named(
    ports: Ports, knowledge: Knowledge, shown: Iterable[str], hidden: Iterable[str]
) -> tuple[set[str], set[str]]:
    """Ids of the credentials that an application is said to show, and of those that it is said not to.

    Raises:
        UserError: the catalog has no such credential, or one is said to be both.
    """
    ours = {find_credential(ports, knowledge, c, "--shown").id for c in shown}
    others = {find_credential(ports, knowledge, c, "--not-shown").id for c in hidden}
    if both := sorted(ours & others):
        raise UserError(f"{both[0]} cannot be shown and not shown.", where="--shown", what_to_do="Say one of them.")
    return ours, others


def plainly(words: str) -> str:
    """Words without case, with single blanks."""
    return " ".join(words.casefold().split())
