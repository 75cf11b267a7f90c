"""What came of an application, put together from several places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from credlens.model.application import Application, Step


def in_order(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Steps by day, each kind and day once, those without a day last; one without a day gives way to one of its kind that has one."""
    every = tuple(steps)
    dated = {s.kind for s in every if s.day is not None}
    kept: dict[object, Step] = {}
    for step in every:
        if step.day is not None or step.kind not in dated:
            kept.setdefault((step.kind, step.day), step)
    return tuple(sorted(kept.values(), key=lambda s: (s.day is None, s.day or date.max)))


def with_steps(application: Application, steps: Iterable[Step]) -> Application:
    """The application with these steps beside its own; the same one when they add nothing."""
    made = in_order((*application.steps, *steps))
    return application if set(made) == set(application.steps) else replace(application, steps=made)
