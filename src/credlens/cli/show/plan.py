"""Plans in the terminal: side by side, then the first one day by day."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from rich.console import Console
from rich.text import Text

from credlens.cli.show.beside import show_beside
from credlens.cli.show.page import bullets, cell, count, heading, labels, sentence, table
from credlens.model.loop import Planned
from credlens.model.plan import PaymentKind, Plan, PlanStatus, Step
from credlens.model.quantity import Money
from credlens.model.schedule import Due, Expiry, Month, Subscription, Timetable, Week

ENOUGH = 0.5  # evidence that counts as covered, as the planner counts it
OPEN = 8  # so many open skills are named, the others counted
WIDE = 40  # columns of a timeline, at most
LEAST = 60  # per cent of the strongest plan's coverage that the cheapest and the fastest reach, as the planner has it
BY_ADS = "weighted by how often ads ask"
BY_FILE = "weighted as the file says"
BAR = 20  # columns of the dearest month
_KINDS = {PaymentKind.SET_ASIDE: "set aside", PaymentKind.RENEWAL: "renewal", PaymentKind.DISCOUNT: "discount"}


def show_plans(page: Console, run: Planned, weighted: str = BY_ADS) -> None:
    """Plans side by side, or why there is none; ``weighted``: where the weights of the skills come from."""
    heading(page, "Plan")
    if not run.plans:
        sentence(page, "No plan is shown, and here is why:", style="bold")
        bullets(page, run.why_no_plan)
    elif run.priced_elsewhere and run.limits.budget.amount > 0:
        sentence(page, _elsewhere(run.priced_elsewhere))
    if len(run.plans) > 1:
        _side_by_side(page, run)
    for index, plan in enumerate(run.plans):
        show_plan(page, plan, run, detailed=index == 0, weighted=weighted)
    if run.communities:
        heading(page, "Where to ask for feedback")
        bullets(page, [f"{c.name} ({c.address}): {c.ask}" for c in run.communities])
    sentence(
        page,
        "A credential alone is not enough: show the skill in a project, and ask people who do the job.",
        style="dim",
    )


def _elsewhere(priced: tuple[tuple[str, int], ...]) -> str:
    many = sum(n for _, n in priced)
    lead = f"{count(many, 'credential')} {'is' if many == 1 else 'are'} left out"
    each = priced[0][0] if len(priced) == 1 else ", ".join(f"{currency} ({n})" for currency, n in priced)
    return f"{lead}: priced in {each}, and there is no exchange rate offline."


def show_plan(page: Console, plan: Plan, run: Planned, *, detailed: bool, weighted: str = BY_ADS) -> None:
    """One plan: its answer in a sentence and its steps; with every day that matters when ``detailed``."""
    page.print()
    sentence(
        page,
        f"{plan.name.capitalize()}: {count(len(plan.steps), 'credential')}, {plan.cost}, {plan.hours:.0f} h, done by {plan.finish}; "
        f"builds evidence for {100 * plan.coverage:.0f} % of what is missing, {weighted} ({status(plan)}).",
        style="bold",
    )
    _steps(page, plan, run)
    if not detailed:
        return
    times = run.timetables.get(plan.name)
    if times is not None:
        show_timetable(page, plan, times, run)
    _left_open(page, plan, run)
    show_beside(page, plan, run)


def status(plan: Plan) -> str:
    """How good a plan is known to be."""
    return (
        "proven best"
        if plan.status is PlanStatus.OPTIMAL
        else f"at most {100 * plan.gap:.1f} % below the best possible"
    )


def show_timetable(page: Console, plan: Plan, times: Timetable, run: Planned) -> None:
    """Weeks, payments by month, when to subscribe and cancel, exams, expiry, and what another pace would cost."""
    if times.weeks:
        _timeline(page, plan, times.weeks, run)
    if times.months:
        _months(page, times.months, run)
    remarks = [*(_subscription(s) for s in times.subscriptions), *_exams(times, run)]
    remarks += [_expiry(e, run) for e in times.expiries]
    remarks += [p.says for p in times.other_paces]
    if remarks:
        heading(page, "Days to keep in mind")
        bullets(page, remarks)


def _side_by_side(page: Console, run: Planned) -> None:
    rows = table(
        ("plan", "left"), ("covers", "left"), ("cost", "right"), ("finish", "left whole"), ("gives up", "left")
    )
    for plan in run.plans:
        covered = sum(c.evidence >= ENOUGH for c in plan.by_skill)
        rows.add_row(
            cell(plan.name, "bold"),
            cell(f"{covered} of {count(len(plan.by_skill), 'skill')}, {100 * plan.coverage:.0f} % weighted"),
            cell(_amount(plan.cost)),
            cell(plan.finish),
            cell("; ".join(plan.gives_up) or "-"),
        )
    page.print(rows)
    named = {word for plan in run.plans for word in ("cheapest", "fastest") if word in plan.name}
    for word in sorted(named):
        sentence(
            page,
            f"{word.capitalize()}: the {word} that covers at least {LEAST} % of what the strongest does.",
            style="dim",
        )


def _steps(page: Console, plan: Plan, run: Planned) -> None:
    rows = table(
        ("from", "left whole"),
        ("to", "left whole"),
        ("hours", "right"),
        ("cost", "right"),
        ("credential", "left"),
        ("for", "left"),
    )
    for step in plan.steps:
        rows.add_row(
            cell(step.start),
            cell(step.finish),
            cell(f"{step.hours:.0f}"),
            cell(_paid(step, run)),
            cell(run.catalog[step.credential].title),
            cell(labels(step.skills[:4], run.taxonomy) + (" ..." if len(step.skills) > 4 else "")),
        )
    page.print(rows)


def _paid(step: Step, run: Planned) -> str:
    total = sum((p.amount.amount for p in step.payments), Decimal(0))
    return _amount(Money(total, run.limits.budget.currency))


def _timeline(page: Console, plan: Plan, weeks: tuple[Week, ...], run: Planned) -> None:
    """One row for each step; a column is one week, or several where they would not fit."""
    each = -(-len(weeks) // WIDE)
    heading(page, f"{count(len(weeks), 'week')} from {weeks[0].monday}")
    rows = table(("week 1 to " + str(len(weeks)), "left whole"), ("h a week", "right"), ("credential", "left"))
    chunks = [weeks[k : k + each] for k in range(0, len(weeks), each)]
    for step in plan.steps:
        mine = [p.hours for w in weeks for p in w.parts if p.credential == step.credential]
        bar = "".join(_mark(chunk, step.credential) for chunk in chunks)
        rows.add_row(cell(bar), cell(f"{max(mine, default=0):.1f}"), cell(run.catalog[step.credential].title))
    page.print(rows)
    off = sum(w.off == 7 for w in weeks)
    key = (
        f"█ study, · none{', ~ week off' if off else ''}; a column is {count(each, 'week')}; hours in the fullest week."
    )
    sentence(page, key, style="dim")


def _mark(weeks: tuple[Week, ...], credential: str) -> str:
    if any(p.credential == credential for w in weeks for p in w.parts):
        return "█"
    return "~" if all(w.off == 7 for w in weeks) else "·"


def _months(page: Console, months: tuple[Month, ...], run: Planned) -> None:
    heading(page, "Payments by month")
    most = max(m.total.amount for m in months)
    rows = table(("month", "left whole"), ("", "left whole"), ("to pay", "right whole"), ("for", "left"))
    for month in months:
        filled = round(BAR * float(month.total.amount / most)) if most > 0 else 0
        bar = Text("█" * filled, style="dim")
        rows.add_row(
            cell(f"{month.first:%Y-%m}"), bar, cell(_amount(month.total, nothing="-")), cell(_reasons(month, run))
        )
    page.print(rows)
    aside = _sum(m.set_aside.amount for m in months)
    if aside:
        money = Money(aside, months[0].total.currency)
        sentence(
            page,
            f"Of this, {money} is set aside for second attempts, on average: the fee times the chance to need one. Most people will not need it; who does pays the whole fee.",
            style="dim",
        )
    renewals = _sum(m.renewals.amount for m in months)
    if renewals:
        money = Money(renewals, months[0].total.currency)
        sentence(page, f"{money} keeps credentials valid after the plan.", style="dim")


def _reasons(month: Month, run: Planned) -> str:
    return "; ".join(_reason(d, run, amount=len(month.items) > 1) for d in month.items)


def _reason(due: Due, run: Planned, *, amount: bool) -> str:
    paid = due.payment
    kind = _KINDS.get(paid.kind, "")
    text = f"{run.catalog[due.credential].title}: {paid.what}"
    text += f" ({kind})" if kind and kind not in paid.what else ""
    return f"{text}, {_signed(paid.amount)}" if amount else text


def _subscription(run: Subscription) -> str:
    unit = "month" if run.months == 1 else "year"
    if run.subscribe is None:
        more = f"{count(run.payments, f'more {unit}', f'more {unit}s')} of {run.each}" if run.payments else "paid"
        return f"{run.title}: runs already, {more}; last use {run.last_use}, cancel by {run.cancel_by}."
    return (
        f"{run.title}: subscribe on {run.subscribe}, cancel by {run.cancel_by}; "
        f"{count(run.payments, unit)} of {run.each}, {run.cost} in all."
    )


def _exams(times: Timetable, run: Planned) -> Iterable[str]:
    for exam in times.exams:
        again = (
            f"second attempt not before {exam.second}" if exam.second else "how long a second attempt waits is unknown"
        )
        yield f"{run.catalog[exam.credential].title}: exam by {exam.day}; {again}."


def _expiry(expiry: Expiry, run: Planned) -> str:
    renewed = ", ".join(f"{p.amount} on {p.day}" for p in expiry.renewals)
    text = f"{run.catalog[expiry.credential].title}: holds until {expiry.day}"
    return f"{text}; renewal planned: {renewed}." if renewed else f"{text}; no paid renewal is in the plan."


def _left_open(page: Console, plan: Plan, run: Planned) -> None:
    """What is not covered, and what is covered in part: two different things to worry about."""
    short = [c for c in plan.by_skill if c.evidence < ENOUGH]
    nothing = [c.skill for c in short if round(100 * c.evidence) == 0]
    part = [c for c in short if c.skill not in nothing]
    if part:
        named = [f"{run.taxonomy[c.skill].label} ({100 * c.evidence:.0f} %)" for c in part]
        sentence(page, f"Covered in part: {_few(named)}.")
    if nothing:
        sentence(page, f"Not covered: {_few([run.taxonomy[s].label for s in nothing])}.")


def _few(named: list[str]) -> str:
    more = len(named) - OPEN
    return ", ".join(named[:OPEN]) + (f" and {more} more" if more > 0 else "")


def _amount(money: Money, nothing: str = "free") -> str:
    return f"{money.amount:,.2f}".removesuffix(".00") if money.amount else nothing


def _signed(money: Money) -> str:
    return f"{money.amount:,.2f}".removesuffix(".00")


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, Decimal(0))
