"""Plans as the JSON that other programs read (documented in ``docs/reference/json.md``). Names and shapes stay put."""

from __future__ import annotations

from credlens.app.scorecard_shapes import Json
from credlens.model.applying import Applying
from credlens.model.credential import Catalog
from credlens.model.crediting import Crediting
from credlens.model.loop import Planned
from credlens.model.plan import Coverage, Limits, Payment, Plan, Project, Step, Supplement
from credlens.model.schedule import Month, OtherPace, Subscription, Timetable, Week
from credlens.model.serial import plain
from credlens.model.skill import Taxonomy

HOURS = 2  # decimals of the hours in a week: half a minute is exact enough


def plan(value: Plan, loop: Planned) -> Json:
    """One plan."""
    taxonomy, catalog = loop.taxonomy, loop.catalog
    times = loop.timetables.get(value.name)
    return {
        "name": value.name,
        "steps": [step(s, taxonomy, catalog) for s in value.steps],
        "cost": plain(value.cost.amount),
        "currency": value.cost.currency,
        "hours": plain(value.hours),
        "finish": plain(value.finish),
        "coverage": plain(value.coverage),
        "by_skill": [_covered(c, taxonomy) for c in value.by_skill],
        "uncovered": [taxonomy[s].ref() for s in value.uncovered],
        "supplements": [supplement(s, taxonomy, catalog) for s in value.supplements],
        "projects": [project(p, value, taxonomy) for p in value.projects],
        "apply": apply(value.applying, taxonomy, catalog) if value.applying else None,
        "credit": credit(value.credit, catalog),
        "remarks": [{"credential": c, "title": catalog[c].title, "remark": words} for c, words in value.remarks],
        "status": value.status.value,
        "gap": plain(value.gap),
        "gives_up": list(value.gives_up),
        "schedule": schedule(times) if times else None,
        "at_other_paces": [other_pace(p) for p in times.other_paces] if times else [],
    }


def limits(value: Limits) -> Json:
    """What a plan had to keep; ``budget_per_month`` and ``keep_until`` are null where nobody set them."""
    month = value.budget_per_month
    return {
        "budget": plain(value.budget.amount),
        "currency": value.budget.currency,
        "budget_per_month": plain(month.amount) if month else None,
        "hours_per_week": plain(value.hours_per_week),
        "start": plain(value.start),
        "deadline": plain(value.deadline),
        "max_credentials": value.max_credentials,
        "off": plain(value.off),
        "languages": list(value.languages),
        "keep_until": plain(value.keep_until),
    }


def priced_elsewhere(value: tuple[tuple[str, int], ...]) -> list[Json]:
    """How many credentials are left out for the currency they are priced in, the most first."""
    return [{"currency": currency, "credentials": number} for currency, number in value]


def step(value: Step, taxonomy: Taxonomy, catalog: Catalog) -> Json:
    """One step of a plan."""
    return {
        "credential": value.credential,
        "title": catalog[value.credential].title,
        "option": value.option,
        "start": plain(value.start),
        "finish": plain(value.finish),
        "hours": plain(value.hours),
        "cost": [payment(p) for p in value.payments],
        "skills": [taxonomy[s].ref() for s in value.skills],
        "expires": plain(value.expires),
    }


def payment(value: Payment) -> Json:
    """One payment."""
    return {
        "day": plain(value.day),
        "amount": plain(value.amount.amount),
        "currency": value.amount.currency,
        "what": value.what,
        "kind": value.kind.value,
    }


def supplement(value: Supplement, taxonomy: Taxonomy, catalog: Catalog) -> Json:
    """Something for a skill that a plan leaves open."""
    return {
        "skill": taxonomy[value.skill].ref(),
        "credential": value.credential,
        "title": catalog[value.credential].title,
        "free": value.free,
        "cost": plain(value.cost.amount) if value.cost else None,
        "currency": value.cost.currency if value.cost else None,
        "hours": plain(value.hours),
        "fits": value.fits,
        "skills": [taxonomy[s].ref() for s in value.skills],
    }


def project(value: Project, within: Plan, taxonomy: Taxonomy) -> Json:
    """A portfolio project of a plan; ``from`` is null when the plan teaches nothing of it."""
    skills = [taxonomy[s].ref() for s in value.skills]
    return {**plain(value), "skills": skills, "from": plain(dict(within.project_days).get(value.id))}


def apply(value: Applying, taxonomy: Taxonomy, catalog: Catalog) -> Json:
    """From when on to apply: ``{"from", "after", "half_after", "within_reach", "now", "n", "because"}``."""
    return {
        "from": plain(value.day),
        "after": value.after,
        "half_after": value.half,
        "now": value.now,
        "n": value.n,
        "within_reach": [
            {
                "credential": s.credential,
                "title": catalog[s.credential].title,
                "day": plain(s.day),
                "skills": [taxonomy[k].ref() for k in s.skills],
                "ads": s.ads,
            }
            for s in value.steps
        ],
        "because": value.because,
    }


def credit(value: Crediting, catalog: Catalog) -> Json:
    """``{"sums", "towards"}``: academic credit by system and by who gives it, and what the steps count towards."""

    def named(ids: tuple[str, ...]) -> list[Json]:
        return [{"id": i, "title": catalog[i].title if i in catalog else i} for i in ids]

    return {
        "sums": [
            {
                "system": s.system,
                "amount": plain(s.amount),
                "confirmed_by": s.confirmed_by.value,
                "by": s.by or None,
                "credentials": named(s.credentials),
                "conditions": list(s.conditions),
                "until": plain(s.until),
                "says": s.says,
            }
            for s in value.sums
        ],
        "towards": [
            {
                "towards": t.towards,
                "target": t.target,
                "credentials": named(t.credentials),
                "given": t.given,
                "confirmed_by": t.confirmed_by.value,
                "condition": t.condition,
                "says": t.says,
            }
            for t in value.towards
        ],
    }


def schedule(value: Timetable) -> Json:
    """``{"weeks", "months", "subscriptions", "exams", "expiries"}``: everything of a plan that has a day."""
    return {
        "weeks": [_week(w) for w in value.weeks],
        "months": [_month(m) for m in value.months],
        "subscriptions": [_subscription(s) for s in value.subscriptions],
        "exams": [
            {
                "credential": e.credential,
                "day": plain(e.day),
                "second_attempt_from": plain(e.second),
                "set_aside": plain(e.set_aside.amount),
            }
            for e in value.exams
        ],
        "expiries": [
            {"credential": e.credential, "day": plain(e.day), "renewals": [payment(p) for p in e.renewals]}
            for e in value.expiries
        ],
    }


def other_pace(value: OtherPace) -> Json:
    """The same steps with other hours a week."""
    return {
        "hours_per_week": plain(value.hours_per_week),
        "finish": plain(value.finish),
        "cost": plain(value.cost.amount),
        "more": plain(value.more.amount),
        "changes": [{"subscription": name, "more": count} for name, count in value.months],
        "in_time": value.in_time,
        "affordable": value.affordable,
        "says": value.says,
    }


def _week(value: Week) -> Json:
    return {
        "number": value.number,
        "monday": plain(value.monday),
        "hours": round(value.hours, HOURS),
        "steps": [{"credential": p.credential, "hours": round(p.hours, HOURS)} for p in value.parts],
        "days_off": value.off,
    }


def _month(value: Month) -> Json:
    return {
        "month": f"{value.first:%Y-%m}",
        "paid": plain(value.paid.amount),
        "set_aside": plain(value.set_aside.amount),
        "renewals": plain(value.renewals.amount),
        "total": plain(value.total.amount),
        "payments": [{"credential": d.credential, **payment(d.payment)} for d in value.items],
    }


def _subscription(value: Subscription) -> Json:
    return {
        "name": value.name,
        "title": value.title,
        "what": value.what,
        "every_months": value.months,
        "credentials": list(value.credentials),
        "subscribe": plain(value.subscribe),
        "last_use": plain(value.last_use),
        "cancel_by": plain(value.cancel_by),
        "remind": plain(value.remind),
        "times": value.payments,
        "amount": plain(value.each.amount),
        "cost": plain(value.cost.amount),
        "currency": value.cost.currency,
    }


def _covered(value: Coverage, taxonomy: Taxonomy) -> Json:
    return {"skill": taxonomy[value.skill].ref(), "evidence": plain(value.evidence)}
