"""A problem as the JSON that :mod:`credlens.plan.files.problem_file` reads."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from itertools import groupby
from typing import Any

from credlens.model.plan import Limits
from credlens.plan.files.schema import FORMAT, QUALITY
from credlens.plan.money.charge import Charge
from credlens.plan.offer import Need, Offer, Saving
from credlens.plan.problem import Problem

Json = dict[str, Any]


def document(problem: Problem, titles: Mapping[str, str], labels: Mapping[str, str], uris: Mapping[str, str]) -> Json:
    """The file's one object. Ids that something names but nobody offers are written as credentials without options.

    A remark on an excluded credential that can be had all the same is left out: in a file, what is excluded cannot.

    Raises:
        ValueError: an amount is not in the budget's currency.
    """
    _one_currency(problem)
    offered = {o.credential for o in problem.offers}
    left_out = [(name, why) for name, why in problem.excluded if name not in offered]
    known = offered | {name for name, _ in left_out}
    entries = {
        name: {"id": name, **_title(name, titles), "options": []} for name in _named(problem) if name not in known
    }
    for name, group in groupby(problem.offers, key=lambda o: o.credential):
        entries[name] = {"id": name, **_title(name, titles), **_entry(list(group))}
    made: Json = {
        "format": FORMAT,
        "currency": problem.limits.budget.currency,
        "limits": _limits(problem.limits),
        "targets": [_target(skill, weight, labels, uris) for skill, weight in problem.targets],
        "credentials": [entries[name] for name in sorted(entries)],
        "bundles": [{"name": b.name, "members": list(b.members), "saves": amount(b.saves)} for b in problem.bundles],
        "awards": [
            {
                "credential": a.credential,
                **_title(a.credential, titles),
                "members": list(a.members),
                "proves": dict(a.proofs),
            }
            for a in problem.awards
        ],
        "rivals": [list(group) for group in problem.rivals],
        "paid": [{"subscription": p.subscription, "until": _day(p.until)} for p in problem.paid],
        "fixed": list(problem.fixed),
        "remarks": [{"id": name, "says": says} for name, says in problem.remarks],
        "excluded": [{"id": name, **_title(name, titles), "because": why} for name, why in left_out],
    }
    return {k: v for k, v in made.items() if v or k in {"limits", "targets", "credentials"}}


def amount(value: Decimal) -> int | str:
    """An amount without a loss: a whole number, or a text of digits."""
    return int(value) if value == value.to_integral_value() else f"{value:f}"


def _one_currency(problem: Problem) -> None:
    code = problem.limits.budget.currency
    month = problem.limits.budget_per_month
    used = {c.currency for o in problem.offers for c in o.charges} | ({month.currency} if month else set())
    if used - {code}:
        raise ValueError(f"amounts in {', '.join(sorted(used - {code}))} beside a budget in {code}")


def _named(problem: Problem) -> set[str]:
    """Every credential that something else of the problem names."""
    needs = {c for o in problem.offers for n in o.needs for c in n.by}
    savings = {c for o in problem.offers for s in o.savings for c in s.by}
    bundles = (b.members for b in problem.bundles)
    remarked = (name for name, _ in problem.remarks)
    return needs.union(
        savings, problem.fixed, remarked, *bundles, *(a.members for a in problem.awards), *problem.rivals
    )


def _limits(limits: Limits) -> Json:
    month = limits.budget_per_month
    made: Json = {
        "budget": amount(limits.budget.amount),
        "budget_per_month": None if month is None else amount(month.amount),
        "hours_per_week": limits.hours_per_week,
        "start": _day(limits.start),
        "deadline": _day(limits.deadline),
        "max_credentials": limits.max_credentials,
        "off": [[_day(first), _day(last)] for first, last in limits.off],
        "languages": list(limits.languages),
        "keep_until": _day(limits.keep_until),
    }
    return {k: v for k, v in made.items() if v is not None and v != []}


def _target(skill: str, weight: float, labels: Mapping[str, str], uris: Mapping[str, str]) -> Json:
    names = {"label": labels.get(skill), "uri": uris.get(skill)}
    return {"skill": skill, **{k: v for k, v in names.items() if v}, "weight": weight}


def _title(name: str, titles: Mapping[str, str]) -> Json:
    title = titles.get(name, name)
    return {} if title == name else {"title": title}


def _entry(offers: list[Offer]) -> Json:
    """The facts of the first option stand on the credential; of the others only what differs."""
    first = _facts(offers[0])
    options = [
        {
            "name": offer.option,
            "charges": [_charge(c) for c in offer.charges],
            **{k: v for k, v in _facts(offer).items() if v != first[k]},
        }
        for offer in offers
    ]
    return {**{k: v for k, v in first.items() if k == "hours" or v != _USUAL[k]}, "options": options}


def _facts(offer: Offer) -> Json:
    return {
        "hours": offer.hours,
        "quality": offer.quality,
        "proves": dict(offer.proofs),
        "needs": [_need(n) for n in offer.needs],
        "savings": [_saving(s) for s in offer.savings],
        "first_day": _day(offer.first_day),
        "last_day": _day(offer.last_day),
        "starts": [_day(d) for d in offer.starts],
        "least_days": offer.least_days,
        "valid_months": offer.valid_months,
        "renewal": amount(offer.renewal),
    }


def _need(need: Need) -> Json:
    return {"by": list(need.by), "says": need.says}


def _saving(saving: Saving) -> Json:
    return {"by": list(saving.by), "hours": saving.hours, "says": saving.says}


def _charge(charge: Charge) -> Json:
    made: Json = {
        "pattern": charge.pattern.value,
        "amount": amount(charge.amount),
        "what": charge.what,
        "subscription": charge.subscription,
        "valid_from": _day(charge.valid_from),
        "valid_until": _day(charge.valid_until),
        "pass_rate": charge.pass_rate,
        "attempts": charge.attempts,
    }
    return {k: v for k, v in made.items() if v is not None and (k, v) != ("what", "tuition")}


def _day(day: Any) -> str | None:
    return None if day is None else str(day.isoformat())


_USUAL = _facts(Offer("", "", 0.0, (), (), quality=QUALITY))  # what a credential that says nothing has
