"""The reasons as sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from credlens.model.plan_reasons import Change, Rival, Shared, StepReason, Told

SMALL = 0.0005  # of the coverage: less is not said, a tenth of a point is the last digit


@dataclass(frozen=True, slots=True)
class Names:
    """How things are called: the title of a credential and the label of a skill, each by its id."""

    title: Callable[[str], str]
    label: Callable[[str], str]

    def titles(self, credentials: Sequence[str]) -> str:
        """Several credentials in a sentence."""
        return listing([self.title(c) for c in credentials])

    def labels(self, skills: Sequence[str]) -> str:
        """Several skills in a sentence, the first four by name."""
        shown = [self.label(s) for s in skills[:4]]
        return listing([*shown, f"{len(skills) - 4} more"] if len(skills) > 4 else shown)


def told(steps: Sequence[StepReason], rivals: Sequence[Rival], limits: Sequence[Change], names: Names) -> Told:
    """All reasons of one plan in words."""
    return Told(
        tuple(step(r, names) for r in steps),
        tuple(rival(r, names) for r in rivals),
        tuple(change(c, names) for c in limits),
    )


def step(reason: StepReason, names: Names) -> str:
    """Why a step is in."""
    parts = [f"{names.title(reason.credential)}:"]
    if reason.fixed:
        parts.append("You asked for it.")
    if reason.alone:
        parts.append(f"Only this step proves {names.labels(reason.alone)}.")
    if reason.strengthens:
        parts.append(f"It proves {names.labels(reason.strengthens)} further than the others do.")
    if reason.awards:
        parts.append(f"It completes {names.titles(reason.awards)}.")
    if reason.opens:
        parts.append(f"{names.titles(reason.opens)} cannot be begun without it.")
    parts += [_shared(s, names) for s in reason.shares]
    less = f"cover {_points(reason.loses)} less of what is missing"
    parts.append(f"Without {'these' if reason.opens else 'it'} the plan would {listing([less, *_freed(reason)])}.")
    return " ".join(parts)


def _shared(shared: Shared, names: Names) -> str:
    others = names.titles(shared.others)
    if shared.kind == "hours":
        return f"It saves {shared.hours:g} h of {others}."
    if shared.kind == "bundle":
        return f"Together with {others} it costs {shared.money} less."
    return f"It shares the subscription {shared.name} with {others}."


def _freed(reason: StepReason) -> list[str]:
    if reason.frees is None or reason.frees_days is None:
        return ["not fit the limits any more"]
    parts = []
    if reason.frees.amount:
        more = reason.frees.amount < 0
        parts.append(f"cost {_positive(str(reason.frees))} {'more' if more else 'less'}")
    if reason.frees_days:
        parts.append(_days(reason.frees_days))
    return parts or ["cost as much"]


def rival(found: Rival, names: Names) -> str:
    """Why a rival is out."""
    title = names.title(found.credential)
    if found.skill is None or found.step is None:
        lead = f"{title}, which you asked about:"
    else:
        than = (
            "further" if found.proof > found.step_proof else "as far" if found.proof == found.step_proof else "less far"
        )
        than += " as" if than == "as far" else " than"
        lead = f"{title} proves {names.label(found.skill)} {than} {names.title(found.step)}."
    if found.loses is None or found.costs_more is None or found.days_more is None:
        if found.because:
            return f"{lead} It cannot be planned: {found.because}."
        held = f" and keep to {listing(found.against)}" if found.against else ""
        return f"{lead} No plan can contain it{held}."
    parts = [_covers(-found.loses)]
    if found.costs_more.amount:
        more = found.costs_more.amount > 0
        parts.append(f"costs {_positive(str(found.costs_more))} {'more' if more else 'less'}")
    if found.days_more:
        parts.append(f"ends {_count(abs(found.days_more), 'day')} {'later' if found.days_more > 0 else 'earlier'}")
    others = [c for c in found.steps if c != found.credential]
    beside = f", beside {names.titles(others)}," if others else ""
    return f"{lead} The best plan with it{beside} {listing(parts)}.{_noise(unsure=found.unsure)}"


def change(found: Change, names: Names) -> str:
    """What a little more of one limit would buy."""
    parts = []
    if abs(found.gains) >= SMALL:
        parts.append(_covers(found.gains))
    if found.saves.amount:
        parts.append(f"costs {_positive(str(found.saves))} {'less' if found.saves.amount > 0 else 'more'}")
    if found.days_earlier:
        parts.append(_days(found.days_earlier, "ends"))
    lead = f"With {found.more} ({found.now}) the best plan"
    if not parts:
        return f"{lead} is the same: this limit does not bind."
    binding = "" if found.binds else " This limit does not bind: it buys no coverage and saves no money."
    steps = "It has the same steps." if found.same else f"It is: {names.titles(found.steps)}."
    return f"{lead} {listing(parts)}. {steps}{binding}{_noise(unsure=found.unsure)}"


def _covers(gain: float) -> str:
    if abs(gain) < SMALL:
        return "covers as much"
    return f"covers {_points(abs(gain))} {'more' if gain > 0 else 'less'} of what is missing"


def _noise(*, unsure: bool) -> str:
    return " The difference in coverage is smaller than what is not proven, so it may be chance." if unsure else ""


def _days(earlier: int, verb: str = "end") -> str:
    return f"{verb} {_count(abs(earlier), 'day')} {'earlier' if earlier > 0 else 'later'}"


def _points(share: float) -> str:
    return f"{share * 100:.1f} points"


def _positive(money: str) -> str:
    return money.replace("-", "")


def _count(n: int, thing: str) -> str:
    return f"{n} {thing}{'' if n == 1 else 's'}"


def listing(parts: Sequence[str]) -> str:
    """Parts in a sentence: "a, b and c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""
