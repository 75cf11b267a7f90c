"""What the free hours can go into: applying, people, a project, a credential, a degree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from credlens.app.plan_kept import KeptPlan, event_of, last_kept
from credlens.app.ports import Ports
from credlens.app.presenting.kept_projects import kept as projects
from credlens.app.situation import Situation
from credlens.gap.reach import what_if
from credlens.model.credential import Credential
from credlens.model.gap import Gate, GateState
from credlens.model.next_step import Choice, NextKind
from credlens.model.plan import Plan, Step
from credlens.model.progress import Event, EventKind
from credlens.model.quantity import Money
from credlens.outcomes.published_priors import EFFECTS
from credlens.plan.portfolio import projects_for
from credlens.plan.value import evidence_for

MOST_CREDENTIALS = 3  # looked at: the next steps of the plan, or the leading options for the skill to begin with
DEGREE_WEEKS = 104.0  # judgement: two years, beside a job, for who has none of it yet
PROVEN = 0.5  # evidence for a skill from which on a plan counts it as covered


@dataclass(frozen=True)
class Following:
    """The plan that is followed.

    Attributes:
        kept: as it was kept.
        open: its steps that are not begun by now, in order: what runs is finished in any case.
    """

    kept: KeptPlan
    open: tuple[Step, ...]

    @property
    def plan(self) -> Plan:
        """The one that is followed."""
        return self.kept.plans[0]


def following(ports: Ports, told: Sequence[Event] = ()) -> Following | None:
    """The plan that is followed, after what was told of it; None without one."""
    kept = last_kept(ports) if ports.has_state() else None
    if kept is None or not kept.plans:
        return None
    told = (*(event_of(e.content) for e in ports.store().events() if e.after >= kept.position), *told)
    over = {e.credential for e in told if e.kind in (EventKind.FINISHED, EventKind.DROPPED)}
    over |= {f.credential for f in kept.progress.finished}
    left = (s for s in kept.plans[0].steps if s.credential not in over and s.start > ports.today)
    return Following(kept, tuple(sorted(left, key=lambda s: (s.start, s.credential))))


def choices(here: Situation, plan: Following | None, effect: tuple[float, float]) -> tuple[Choice, ...]:
    """Everything that can be done next.

    Args:
        here: where the person stands.
        plan: the one that is followed; its next steps are among the choices.
        effect: (mean, sd) in log odds of a credential that was not shown yet.
    """
    return (
        _choice(NextKind.APPLY_MORE, "apply-more", "send more applications"),
        *_credentials(here, plan, effect),
        *_project(here),
        _choice(NextKind.NETWORKING, "networking", "talk to people who can recommend you"),
        *_degrees(here),
    )


def _choice(kind: NextKind, id: str, title: str) -> Choice:  # noqa: A002
    mean, sd, because = EFFECTS[kind]
    return Choice(kind, id, title, hours=0.0, effect=(mean, sd), because=because)


def _credentials(here: Situation, plan: Following | None, effect: tuple[float, float]) -> Iterator[Choice]:
    catalog = here.knowledge.catalog
    if plan is not None and plan.open:
        for step in plan.open[:MOST_CREDENTIALS]:
            if step.credential in catalog:
                made = _credential(here, catalog[step.credential], effect, "A step of your plan.")
                yield replace(made, hours=step.hours, cost=_cost(step))
        return
    if here.gap.begin_with is None:
        return
    from credlens.app.options import find_options

    for option in find_options(here.ports, here.gap.begin_with.skill).options[:MOST_CREDENTIALS]:
        hours, high = option.quote.hours, option.quote.high
        if hours is not None:
            made = _credential(
                here, catalog[option.credential], effect, "A leading option for the skill to begin with."
            )
            yield replace(made, hours=hours.typical, cost="" if high is None else str(high))


def _credential(here: Situation, credential: Credential, effect: tuple[float, float], which: str) -> Choice:
    taxonomy = here.knowledge.taxonomy
    taught = [
        t.skill for t in credential.skills if t.skill in taxonomy and evidence_for(credential, t.skill, None) >= PROVEN
    ]
    lines = [which]
    if here.demand.n:
        lines.append(f"{here.demand.recognition(credential.id).share.k} of {here.demand.n} ads name it.")
    lines.append("Its effect is looked for as published ones are, moved by what your log says of those you showed.")
    return Choice(
        NextKind.CREDENTIAL,
        credential.id,
        credential.title,
        hours=0.0,
        effect=effect,
        reach=what_if(here.gap, here.asked, taxonomy, taught).after,
        because=" ".join(lines),
    )


def _cost(step: Step) -> str:
    if not step.payments:
        return "nothing"
    total = step.payments[0].amount
    for payment in step.payments[1:]:
        total = total + payment.amount
    return str(total) if isinstance(total, Money) and total.amount else "nothing"


def _project(here: Situation) -> Iterator[Choice]:
    """The project for the most wanted skill that none of the person's own projects shows."""
    own = projects(here.ports) if here.ports.has_state() else ()
    shown = {skill for p in own for skill in p.sample.skills}
    wanted = [s for s in (*here.gap.path, *(i.skill for i in here.gap.core)) if s not in shown]
    found = projects_for(wanted, here.knowledge.projects, here.person.field)
    first = next((found[skill] for skill in wanted if skill in found), None)
    if first is not None:
        made = _choice(NextKind.PROJECT, first.id, first.title)
        yield replace(made, hours=(first.hours_min + first.hours_max) / 2, cost="nothing")


def _degrees(here: Situation) -> Iterator[Choice]:
    """The degree that ads or the law demand, when the person has none that answers it."""
    for gate in here.gap.gates:
        if gate.kind == "degree" and gate.state is GateState.CLOSED:
            made = _choice(NextKind.DEGREE, "degree", f"a degree ({gate.opens_with})")
            yield replace(made, reach=_opened(here, gate), weeks=DEGREE_WEEKS)
            return


def _opened(here: Situation, gate: Gate) -> int | None:
    """Ads within reach with the degree: those that demand it are out of reach for want of it; None when not known."""
    now = here.gap.within_reach
    return None if now is None or gate.unmet is None else min(now.n, now.now + gate.unmet.k)
