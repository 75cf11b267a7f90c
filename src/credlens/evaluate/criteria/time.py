"""Time: the hours it takes this person, against the hours there are until the deadline."""

from __future__ import annotations

from credlens.evaluate.case import Case
from credlens.evaluate.cite import cite
from credlens.evaluate.criteria.base import SUITABILITY, Criterion, Finding
from credlens.model.credential import Credential
from credlens.model.plan import Limits
from credlens.model.quantity import Hours
from credlens.model.quote import Quote


def value(case: Case) -> Finding:
    """1 for no hours, falling in a straight line to 0 where it fills all hours until the deadline.

    The hours are those that remain after what the person knows: they fall where modules can be skipped, stay where they
    cannot, and lie between where nobody says. The reason names how many fall away.
    """
    quote = case.quote
    if quote is None or quote.hours is None:
        return Finding(0.0, 1.0, "the workload is not known")
    hours, saved = quote.hours, _saved(quote, case.credential)
    sources = (*quote.sources, *(case.credential.modules_skippable.sources if saved else ()))
    evidence = cite(f"workload for this person: {_words(hours)}", tuple(dict.fromkeys(sources)))
    if case.limits is None:
        because = f"{_words(hours)}, but no hours a week or deadline were given to hold it against{saved}"
        return Finding(0.0, 1.0, because, evidence)
    there_are = available_hours(case.limits, case)
    because = f"{_words(hours)} of the {there_are:.0f} h there are until {case.limits.deadline}{saved}"
    return Finding(_left(hours.max, there_are), _left(hours.min, there_are), because, evidence)


def _words(hours: Hours) -> str:
    return str(hours).replace("-", " to ")


def _saved(quote: Quote, credential: Credential) -> str:
    """How many hours fall away for what the person knows, and why or why not; empty when they know none of it."""
    full = credential.hours.candidates()
    if quote.hours is None or not full or not quote.effort:
        return ""
    ends = (min(h.min for h in full) - quote.hours.min, max(h.max for h in full) - quote.hours.max)
    least, most = round(max(0.0, min(ends))), round(max(0.0, *ends))
    hours = f"{most} h" if least == most else f"{least} to {most} h"
    return f"; {hours} saved ({quote.effort})"


def available_hours(limits: Limits, case: Case) -> float:
    """Hours of study from the start (or today, when later) to the deadline, both days among them; not negative."""
    days = (limits.deadline - max(limits.start, case.today)).days + 1
    return max(0, days) / 7 * limits.hours_per_week


def _left(hours: float, there_are: float) -> float:
    if hours <= 0:
        return 1.0
    return max(0.0, 1 - hours / there_are) if there_are > 0 else 0.0


CRITERION = Criterion(
    id="time",
    group=SUITABILITY,
    default_weight=0.29,
    question="Does it fit into the hours there are until the deadline?",
    reference="The straight line is a judgement of this project. Default weight: length was named by 33 of 100 "
    "workers in SHRM's survey.",
    value=value,
    reads=("hours", "modules_skippable"),
    besides="what the person knows, their hours a week and deadline",
)
