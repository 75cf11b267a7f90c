"""Logs for tests, written into the store as the commands would."""

from __future__ import annotations

from datetime import date, timedelta

from credlens.app.learning.ports import LogChange
from credlens.app.ports import Ports
from credlens.model.application import Application, Step, StepKind


def fill(
    ports: Ports, credential: str, shown: tuple[int, int], hidden: tuple[int, int], last: date
) -> list[Application]:
    """So many applications with it and without it, of which so many brought an interview, every third day up to ``last``."""
    made = []
    for shows, (n, k) in ((True, shown), (False, hidden)):
        for i in range(n):
            day = last - timedelta(days=3 * i)
            steps = (Step(StepKind.INTERVIEW, day + timedelta(days=7)),) if i < k else ()
            shows_it = (credential,) if shows else ()
            made.append(
                Application(f"{shows}-{i}", day, f"Employer {i}", "Analyst", shown=shows_it, complete=True, steps=steps)
            )
    ports.store()
    ports.log().save(LogChange(tuple(made)))
    return made
