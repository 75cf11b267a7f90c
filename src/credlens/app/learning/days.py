"""Days that cannot be: still to come, or before the application that something came of."""

from __future__ import annotations

from datetime import date

from credlens.model.application import Application
from credlens.model.errors import UserError


def happened(day: date, today: date, where: str) -> None:
    """See that a day is not still to come.

    Raises:
        UserError: it is; ``where`` is the option that named it.
    """
    if day > today:
        raise UserError(f"{day} is still to come.", where=where, what_to_do="Log it when it has happened.")


def follows(application: Application, where: str, what_to_do: str) -> None:
    """See that nothing came of an application before it was sent.

    Raises:
        UserError: something did; ``where`` and ``what_to_do`` are for the message.
    """
    early = next((s for s in application.steps if s.day is not None and s.day < application.applied), None)
    if early is not None:
        raise UserError(
            f"The {early.kind.value} of {early.day} is before the application, which was sent on {application.applied}.",
            where=where,
            what_to_do=what_to_do,
        )
