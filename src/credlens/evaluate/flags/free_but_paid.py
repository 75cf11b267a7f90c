"""Free but paid: the course is free, the certificate is not."""

from __future__ import annotations

from collections.abc import Iterable

from credlens.evaluate.case import Case
from credlens.evaluate.cite import cite, found_empty
from credlens.evaluate.flags.base import RedFlag, Verdict, cannot_tell, clear, fires
from credlens.model.credential import CostItem, CostPattern


def check(case: Case) -> Verdict:
    """Fires when learning is free but the certificate or exam is not, and no option is free throughout."""
    options = case.credential.cost_options()
    nothing = found_empty(case.credential, "costs")
    if not options and nothing is not None:
        return clear("nothing is charged for it", cite("no costs", nothing))
    if not options:
        return cannot_tell("what it costs is not known")
    evidence = tuple(
        e for item in case.credential.costs for e in cite(f"{item.what}: {_price(item)}", item.amount.sources)
    )
    if any(all(_free(i) for i in items) for items in options.values()):
        return clear("one option is free throughout, the certificate included", evidence)
    traps = [item for items in options.values() for item in _paid_after_free(items)]
    if traps:
        named = ", ".join(
            dict.fromkeys(
                f"{'certificate' if i.pattern is CostPattern.FREE_AUDIT_PAID_CERT else i.what}: {_price(i)}"
                for i in traps
            )
        )
        return fires(f"learning is free, the credential is not ({named})", evidence)
    return clear("it is not advertised as free", evidence)


def _free(item: CostItem) -> bool:
    return item.pattern is CostPattern.FREE or (item.amount.known and not any(item.amount.candidates()))


def _paid_after_free(items: Iterable[CostItem]) -> list[CostItem]:
    items = list(items)
    free_tuition = any(i.pattern is CostPattern.FREE for i in items)
    return [i for i in items if not _free(i) and (i.pattern is CostPattern.FREE_AUDIT_PAID_CERT or free_tuition)]


def _price(item: CostItem) -> str:
    if item.pattern is CostPattern.FREE:
        return "free"
    amounts = item.amount.candidates()
    return f"{item.currency} {' or '.join(f'{a:f}' for a in amounts)}" if amounts else "price not known"


FLAG = RedFlag(
    id="free_but_paid",
    question="Is it called free although the certificate costs money?",
    reference="The provider's price list, as recorded; the most frequent complaint in public lists of free "
    "certifications.",
    check=check,
)
