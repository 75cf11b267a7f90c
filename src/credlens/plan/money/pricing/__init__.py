"""Price models: how one cost item becomes payments on calendar days; one file each.

Every member is a :data:`PriceModel`: ``payments(charge, start, finish)`` gives the payments, oldest first, of one
:class:`~credlens.plan.money.charge.Charge` for work from ``start`` to ``finish``, both days included.
A shared subscription is asked about once for each unbroken time of use (see ``credlens.plan.money.billing``), so a model never sees more than
one stretch of time.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from credlens.model.plan import Payment
from credlens.plan.money.charge import Charge
from credlens.registry import Registry

PriceModel = Callable[[Charge, date, date], tuple[Payment, ...]]

PRICING: Registry[PriceModel] = Registry(
    "price_model",
    {
        "free": "credlens.plan.money.pricing.free:payments",
        "free_audit_paid_cert": "credlens.plan.money.pricing.free_audit_paid_cert:payments",
        "one_off": "credlens.plan.money.pricing.one_off:payments",
        "per_month": "credlens.plan.money.pricing.per_month:payments",
        "per_year": "credlens.plan.money.pricing.per_year:payments",
        "per_attempt": "credlens.plan.money.pricing.per_attempt:payments",
        "membership": "credlens.plan.money.pricing.membership:payments",
    },
)
