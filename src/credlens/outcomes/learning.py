"""What a log says of one credential: the numbers, before any words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from credlens.model.application import Application
from credlens.model.belief import SURE, Arm, Belief, EffectPrior
from credlens.outcomes.cells import Log, columns
from credlens.outcomes.effect import after, before, decisive, likelihood
from credlens.outcomes.window import OTHER_WINDOWS, WINDOW, over

PRIOR = EffectPrior()
MORE_BIAS = "more bias (sd .6)"
RATE_WORTH = 20  # applications that the prior's base rate counts for where a person's own is estimated; judgement
BASE = 0.05  # the middle of the prior's base rate


@dataclass(frozen=True, slots=True)
class Learned:
    """What these applications say.

    Attributes:
        tossed: whether a coin chose.
        shown, hidden: the applications that count; where a coin chose, as it said.
        pending: those whose time is not over; ``unsaid``: those of which nobody said whether they showed it; ``required``: those whose ad
            requires it, with which no others can be compared.
        prior, posterior: the belief before and after.
        plain: after, without what else is known of each application; None when nothing is.
        adjusted: names of what else is known.
        sensitivity: what the answer would be under other assumptions, by their names.
        power: how likely a log of this size is to decide.
        rate: of interviews without it, that this was reckoned with.
    """

    tossed: bool
    shown: Arm
    hidden: Arm
    pending: int
    unsaid: int
    required: int
    prior: Belief
    posterior: Belief
    plain: Belief | None
    adjusted: tuple[str, ...]
    sensitivity: tuple[tuple[str, Belief], ...]
    power: float
    rate: float


def learn(
    applications: Sequence[Application],
    credential: str,
    today: date,
    *,
    said: Mapping[str, bool] | None = None,
    prior: EffectPrior = PRIOR,
) -> Learned:
    """What a log says of showing a credential.

    Args:
        applications: all of them, or where a coin chose those that it was tossed for.
        credential: its id.
        today: applications whose time is over by then count.
        said: what the coin said, by application; None where the person chose.
        prior: what is believed before; its bias is left out where a coin chose.
    """
    if said is not None:
        prior = replace(prior, bias_sd=0.0)
        applications = [_as_said(a, credential, shown=said[a.id]) for a in applications if a.id in said]
        comparable = list(applications)
    else:
        comparable = [a for a in applications if credential not in a.required]
    log = columns(comparable, credential, today)
    names = log.covariates(WINDOW)
    logs = likelihood(log.cells(WINDOW, names), prior)
    shown, hidden = log.arms(WINDOW)
    rate = (hidden.interviews + BASE * RATE_WORTH) / (hidden.n + RATE_WORTH)
    bare = after(likelihood(log.cells(WINDOW, ()), prior), prior) if names else None
    return Learned(
        tossed=said is not None,
        shown=shown,
        hidden=hidden,
        pending=sum(not over(a, today) for a in comparable),
        unsaid=sum(a.showed(credential) is None for a in comparable),
        required=len(applications) - len(comparable),
        prior=before(prior),
        posterior=after(logs, prior),
        plain=bare,
        adjusted=names,
        sensitivity=(
            *((name, after(logs, other)) for name, other in _others(prior)),
            *(_window(log, days, prior) for days in OTHER_WINDOWS),
        ),
        power=decisive(shown.n, hidden.n, rate, prior, SURE),
        rate=rate,
    )


def _as_said(application: Application, credential: str, *, shown: bool) -> Application:
    """As the coin said, whatever was done: who does otherwise does so for a reason, and that would come back into the comparison."""
    others = tuple(c for c in application.shown if c != credential)
    return replace(application, shown=(*others, credential) if shown else others, hidden=() if shown else (credential,))


def _others(prior: EffectPrior) -> list[tuple[str, EffectPrior]]:
    """Other assumptions: a narrower and a wider prior, another bias, and most effects being none."""
    found = [
        ("smaller effects (sd .2)", replace(prior, sd=0.2)),
        ("larger effects (sd .5)", replace(prior, sd=0.5)),
        ("most effects are none", replace(prior, mean=0.35, sd=0.25, spike=(0.82, 0.1))),
    ]
    if prior.bias_sd:
        found += [
            ("no bias, as if tossed", replace(prior, bias_sd=0.0)),
            (MORE_BIAS, replace(prior, bias_sd=0.6)),
        ]
    return found


def _window(log: Log, days: int, prior: EffectPrior) -> tuple[str, Belief]:
    return f"interviews in {days} days", after(likelihood(log.cells(days, log.covariates(days)), prior), prior)
