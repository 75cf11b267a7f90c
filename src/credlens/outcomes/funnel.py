"""How far applications come: rates with their intervals and n, and where a search is stuck."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from scipy.special import betainc

from credlens.model.application import Application, StepKind
from credlens.model.funnel import Funnel, FunnelStage, Stuck
from credlens.model.quantity import Share
from credlens.outcomes.window import ANSWERS, INTERVIEWED, OFFER_WINDOW, came, counts, interviewed, over

NO_TARGET = "no target"
NO_VERSION = "no version said"
SHOWN = {True: "shown", False: "not shown", None: "not said"}

USUAL_INTERVIEW = 0.05  # judgement: the middle of the model's prior; audits and vendors say from .02 to .16
USUAL_OFFER = 0.2  # of interviews; judgement: vendors' figures say from one in three to one in eight
LIKELY = 0.9  # that a stage lets fewer through than usual, from which on the search is said to be stuck there


def funnel(applications: Sequence[Application], today: date, by: str = "all", name: str = "") -> Funnel:
    """The funnel of these applications."""
    due = [a for a in applications if counts(a, today)]
    for_offer = [a for a in due if over(a, today, OFFER_WINDOW)]
    offered = [a for a in for_offer if came(a, (StepKind.OFFER,), OFFER_WINDOW)]
    talked = [a for a in for_offer if came(a, INTERVIEWED, OFFER_WINDOW)]
    young = [a for a in applications if not over(a, today)]
    return Funnel(
        by=by,
        name=name,
        sent=len(applications),
        pending=len(young),
        withdrawn=len(applications) - len(young) - len(due),
        answered=Share(sum(came(a, ANSWERS) for a in due), len(due)),
        interview=Share(sum(interviewed(a) for a in due), len(due)),
        offer=Share(len(offered), len(for_offer)),
        offer_of_interviews=Share(len(offered), len(talked)),
        early=sum(interviewed(a) for a in young),
    )


def groups(applications: Sequence[Application], today: date, credentials: Iterable[str] = ()) -> tuple[Funnel, ...]:
    """The funnel of all, then by target, by version of the resume, and by each credential: in alphabetical order, since a small log ranks nothing."""
    found = [funnel(applications, today)]
    found += _by(applications, today, "target", lambda a: a.target or NO_TARGET)
    found += _by(applications, today, "resume", lambda a: a.resume or NO_VERSION)
    for credential in sorted(credentials):
        found += _by(applications, today, credential, lambda a, c=credential: SHOWN[a.showed(c)])  # type: ignore[misc]
    return tuple(found)


def credentials_said(applications: Iterable[Application]) -> tuple[str, ...]:
    """Every credential that an application is known to have shown, or not to have shown."""
    return tuple(sorted({c for a in applications for c in (*a.shown, *a.hidden)}))


def stuck(whole: Funnel) -> Stuck:
    """Where most is lost against what is usual: the first stage of which that is likely enough (beta-binomial, uniform prior)."""
    stages = (
        (FunnelStage.SCREEN, whole.interview, USUAL_INTERVIEW, "applications", "an interview"),
        (FunnelStage.INTERVIEW, whole.offer_of_interviews, USUAL_OFFER, "interviews", "an offer"),
    )
    for stage, share, usual, of, brought in stages:
        if share.n and float(betainc(share.k + 1, share.n - share.k + 1, usual)) > LIKELY:
            return Stuck(stage, f"{share.k} of {share.n} {of} brought {brought}; usual is about {usual:.0%}.")
    n = whole.interview.n
    if not n:
        return Stuck(None, "No application counts yet.")
    return Stuck(
        None,
        f"{n} {'application tells' if n == 1 else 'applications tell'} of no stage that lets fewer through than usual.",
    )


def _by(applications: Sequence[Application], today: date, by: str, name: Callable[[Application], str]) -> list[Funnel]:
    found: dict[str, list[Application]] = defaultdict(list)
    for application in applications:
        found[name(application)].append(application)
    return [funnel(found[each], today, by, each) for each in sorted(found)]
