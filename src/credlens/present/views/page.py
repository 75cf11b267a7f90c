"""The whole report as one value: every part, built in the order in which it is read."""

from __future__ import annotations

from dataclasses import dataclass

from credlens.model.errors import Problem
from credlens.model.loop import Loop
from credlens.model.scorecard import FlagState
from credlens.present import words
from credlens.present.context import Context
from credlens.present.views.gap import GapView, gap
from credlens.present.views.gates import Gates, gates
from credlens.present.views.header import Header, header
from credlens.present.views.held import HeldView, held
from credlens.present.views.options import Options, options
from credlens.present.views.plan import Plans, plans
from credlens.present.views.sources import Sources, sources
from credlens.present.views.verdicts import Verdict, verdicts
from credlens.present.views.why import WhyView, why
from credlens.present.views.worth import Worth, worth

_ALONE = (
    "The credential alone will not be enough. It can make a reader of your application look twice; what convinces is work "
    "that you can show, people who have seen it, and what you know already. That is why each plan has projects."
)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A candidate that no plan may use, and why."""

    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Page:
    """Everything the templates print."""

    header: Header
    gates: Gates
    gap: GapView
    options: Options
    worth: Worth
    verdicts: tuple[Verdict, ...]
    plans: Plans
    why: WhyView | None
    held: tuple[HeldView, ...]
    left_out: tuple[LeftOut, ...]
    limits: tuple[str, ...]
    problems: tuple[Problem, ...]
    recognised: tuple[str, ...]
    sources: Sources


def page(loop: Loop) -> Page:
    """The report of a loop. Parts are built in reading order, so that footnotes are numbered in it."""
    context = Context(loop)
    return Page(
        header=header(context),
        gates=gates(context),
        gap=gap(context),
        options=options(context),
        worth=worth(context),
        verdicts=verdicts(context),
        plans=plans(context),
        why=why(context),
        held=held(context),
        left_out=tuple(LeftOut(context.title(c), words.full_stop(why)) for c, why in loop.left_out),
        limits=_limits(loop),
        problems=loop.problems,
        recognised=loop.notes,
        sources=sources(context.notes, loop.taxonomy, loop.catalog),
    )


def _limits(loop: Loop) -> tuple[str, ...]:
    ads = words.count(loop.demand.n, "ad")
    lines = [
        _ALONE,
        "This report promises no job, no interview and no wage. Nobody can; ask anybody who does for the numbers behind it.",
        f"The shares come from {ads}. Their intervals hold for chance, at 95 %; they do not mend a one-sided choice of ads.",
        f"A credential that no ad names is not rejected by employers: it was not named in these {ads}.",
        "Weights, and how far a level or a certificate counts, are judgements. Change them and look whether the answer holds.",
    ]
    if loop.demand.examples:
        lines.insert(
            0, "The ads are invented examples: they show how the report works, and say nothing about real demand."
        )
    flags = [f for card in loop.comparison.cards for f in card.flags if f.state is FlagState.CANNOT_TELL]
    if flags:
        lines.append(
            f"{words.count(len(flags), 'warning')} could not be settled for want of facts. That is not the same as clear."
        )
    return tuple(lines)
