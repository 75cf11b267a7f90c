"""Price models: how one cost item becomes payments on calendar days; one file each.

Every member is a :data:`PriceModel`: ``payments(item, amount, start, finish)`` gives the payments, oldest first, of one
:class:`~credlens.model.credential.CostItem` for work from ``start`` to ``finish``, both days included. ``amount`` is handed in because
sources may disagree about it; it is in ``item.currency``. A shared subscription is asked about once for each unbroken time of use
(see ``credlens.plan.billing``), so a model never sees more than one stretch of time.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from credlens.model.credential import CostItem
from credlens.model.plan import Payment
from credlens.registry import Registry

PriceModel = Callable[[CostItem, Decimal, date, date], tuple[Payment, ...]]

PRICING: Registry[PriceModel] = Registry(
    "price_model",
    {
        "free": "credlens.plan.pricing.free:payments",
        "free_audit_paid_cert": "credlens.plan.pricing.free_audit_paid_cert:payments",
        "one_off": "credlens.plan.pricing.one_off:payments",
        "per_month": "credlens.plan.pricing.per_month:payments",
        "per_year": "credlens.plan.pricing.per_year:payments",
        "per_attempt": "credlens.plan.pricing.per_attempt:payments",
        "membership": "credlens.plan.pricing.membership:payments",
    },
)
