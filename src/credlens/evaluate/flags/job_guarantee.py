"""Job guarantee: it promises a job, an interview or a wage, or shows a rate of success that nobody can check."""

from __future__ import annotations

from credlens.evaluate.case import Case
from credlens.evaluate.cite import cite
from credlens.evaluate.flags.base import RedFlag, Verdict, cannot_tell, clear, fires
from credlens.evaluate.promises import Promise, promises
from credlens.model.gap import Evidence
from credlens.model.offer import OutcomeFigure

ABOUT_JOBS = ("employment", "placement", "earnings", "salary", "wage", "jobs_", "hired")  # parts of a figure's name


def check(case: Case) -> Verdict:
    """Fires on a guarantee, and on a rate or wage that says neither over how many people nor how it was counted.

    A guarantee fires even when its terms are known: what the promise is worth stands in a contract that nobody here has read.
    """
    credential = case.credential
    told = [p for text in credential.description.candidates() for p in promises(text)]
    figures = [f for f in credential.outcomes if any(word in f.metric for word in ABOUT_JOBS)]
    evidence = tuple(e for f in figures for e in cite(f"{f.metric.replace('_', ' ')}: {f.value:g}", f.sources))
    if told:
        evidence += _quotes(case, told)
    bare = [_quoted(p) for p in told if not p.counted and not p.method] + [
        _named(f) for f in figures if not _n(f) and not _method(f)
    ]
    guarantees = [p for p in told if not p.figure]
    if guarantees:
        return fires(
            f"it promises what nobody can keep for you: {_quoted(guarantees[0])}; read the terms before you pay",
            evidence,
        )
    if bare:
        return fires(f"a figure without the number of people and without a method: {bare[0]}", evidence)
    half = [_quoted(p) for p in told if not (p.counted and p.method)] + [
        _named(f) for f in figures if not (_n(f) and _method(f))
    ]
    if half:
        return cannot_tell(f"over how many people, or how, is not said: {half[0]}", evidence)
    if told or figures:
        return clear("its figures say over how many people they were counted, and how", evidence)
    if not credential.description.candidates() and not credential.outcomes:
        return cannot_tell("neither its description nor figures of what became of learners are recorded here")
    return clear("no job, interview or wage is promised in what is recorded of it")


def _n(figure: OutcomeFigure) -> bool:
    return bool(figure.n)


def _method(figure: OutcomeFigure) -> bool:
    """Whether it says how it was counted: when after the award, or of whom; a source alone does not."""
    return figure.months is not None or bool(figure.note)


def _named(figure: OutcomeFigure) -> str:
    return f"{figure.metric.replace('_', ' ')} {figure.value:g}" + (f" {figure.unit}" if figure.unit else "")


def _quoted(promise: Promise) -> str:
    return f'"{promise.words}"'


def _quotes(case: Case, told: list[Promise]) -> tuple[Evidence, ...]:
    return tuple(e for p in told for e in cite(f"description: {_quoted(p)}", case.credential.description.sources))


FLAG = RedFlag(
    id="job_guarantee",
    question="Does it promise a job or a wage, or show figures that nobody can check?",
    reference="Figures that did not hold: US Consumer Financial Protection Bureau, order against BloomTech, 2024 (86 % advertised, nearer 50 % "
    "counted); US Federal Trade Commission, Career Step, 2024 (over 80 % advertised, counted on a few answers).",
    check=check,
)
