"""Plans as a file: what ``credlens plan --json`` prints, or one plan of it, also when written by hand.

Only the steps have to be there. What a plan says beyond the fields below is not looked at, so that files of later versions can be read.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from credlens.model.plan import Coverage, Payment, PaymentKind, Plan, PlanStatus, Step
from credlens.model.quantity import Money
from credlens.plan.files.schema import OPTION
from credlens.plan.files.sizes import MOST_LISTED
from credlens.plan.files.tree import Record, kind, parse, shown

MOST_PLANS = 100  # judgement: ten alternatives are the most that one run looks for
MOST_STEPS = 1_000  # judgement: a plan has a dozen; more can be told to be too many, but not without end
NAME = "plan"  # of a plan that says none
_NO_DAY = date(2000, 1, 1)  # in the place of one that is missing; what was read is then not used


def read_plans(data: bytes, file: str, currency: str, skills: Mapping[str, str] | None = None) -> tuple[Plan, ...]:
    """The plans in a file.

    What a plan leaves out: its cost is the sum of its payments, its hours those of its steps, its finish that of the last step; it
    claims no coverage, and no optimality. Supplements and projects are not read.

    Args:
        data: JSON: ``{"plans": [...]}``, or one plan, ``{"steps": [...]}``.
        file: what messages call it.
        currency: of amounts that name none.
        skills: address -> id, for plans that name skills by their address; other names stand for themselves.

    Raises:
        InputError: every mistake of the file, with its place in it ("plan.json: plans[0].steps[1].finish").
    """
    top, notes = parse(data, file)
    reader = _Reader(currency, skills or {})
    if "plans" in top.data:
        records = list(_objects(top, "plans", MOST_PLANS))
        if not records and not notes.problems:
            top.problem("plans", "There is no plan in the file.", "Name a file that has one.")
    elif "steps" in top.data:
        records = [top]
    else:
        top.problem("", "There are neither `plans` nor `steps` in the file.", "Give what credlens plan --json prints.")
        records = []
    plans = tuple(reader.plan(r) for r in records)
    notes.settle()
    return plans


class _Reader:
    """Reads plans whose amounts are in some currency unless they say otherwise."""

    def __init__(self, currency: str, skills: Mapping[str, str]) -> None:
        self._currency = currency
        self._skills = skills

    def plan(self, record: Record) -> Plan:
        """One plan."""
        if not isinstance(record.data.get("steps"), list):
            record.problem("steps", "The steps of the plan are missing.", "Add them as a list.")
        steps = tuple(self._step(r) for r in _objects(record, "steps", MOST_STEPS))
        currency = record.text("currency", self._currency)
        spent = sum((p.amount.amount for s in steps for p in s.payments), start=Decimal(0))
        status = record.text("status", PlanStatus.WITHIN_GAP.value)
        if status not in set(PlanStatus):
            record.problem("status", f"{shown(status)} is not one of: {', '.join(PlanStatus)}.")
            status = PlanStatus.WITHIN_GAP.value
        return Plan(
            name=record.text("name", NAME),
            steps=steps,
            cost=Money(record.amount("cost", spent, signed=True), currency),
            hours=record.number("hours", sum(s.hours for s in steps)),
            finish=record.day("finish") or max((s.finish for s in steps), default=_NO_DAY),
            coverage=record.number("coverage", 0.0, most=1),
            by_skill=tuple(self._covered(r) for r in _objects(record, "by_skill", MOST_LISTED)),
            uncovered=self._named(record, "uncovered"),
            status=PlanStatus(status),
            gap=record.number("gap", 0.0 if status == PlanStatus.OPTIMAL else 1.0, most=1),
            gives_up=record.texts("gives_up"),
        )

    def _step(self, record: Record) -> Step:
        start = record.day("start", required=True) or _NO_DAY
        finish = record.day("finish", required=True) or start
        return Step(
            credential=record.text("credential"),
            option=record.text("option", OPTION),
            start=start,
            finish=finish,
            hours=record.number("hours"),
            payments=tuple(self._payment(r) for r in _objects(record, "cost", MOST_LISTED)),
            skills=self._named(record, "skills"),
            role=record.text("role", "credential"),
            expires=record.day("expires"),
        )

    def _payment(self, record: Record) -> Payment:
        name = record.text("kind", PaymentKind.PAID.value)
        if name not in set(PaymentKind):
            record.problem("kind", f"{shown(name)} is not one of: {', '.join(PaymentKind)}.")
            name = PaymentKind.PAID.value
        day = record.day("day", required=True) or _NO_DAY
        amount = Money(record.amount("amount", signed=True), record.text("currency", self._currency))
        return Payment(day, amount, record.text("what", "tuition"), PaymentKind(name))

    def _covered(self, record: Record) -> Coverage:
        return Coverage(self._skill(record, "skill", record.data.get("skill")), record.number("evidence", most=1))

    def _named(self, record: Record, key: str) -> tuple[str, ...]:
        return tuple(self._skill(record, place, value) for place, value in record.listed(key))

    def _skill(self, record: Record, place: str, value: Any) -> str:
        """A skill as ``{"uri", "label"}``, or as a text: its id or address."""
        name = value.get("uri") if isinstance(value, dict) else value
        if isinstance(name, str) and name:
            return self._skills.get(name, name)
        what = "one without `uri`" if isinstance(value, dict) else kind(value)
        record.problem(place, f"This should be a skill as an object with `uri`, or its id, not {what}.")
        return ""


def _objects(record: Record, key: str, most: int) -> list[Record]:
    """The objects of a list, whatever fields they have."""
    found = []
    for place, value in record.listed(key, most):
        if isinstance(value, dict):
            found.append(Record(value, record.notes, record, place))
        else:
            record.problem(place, f"This should be an object, not {kind(value)}.", "Put it in { and }.")
    return found
