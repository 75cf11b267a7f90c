"""What is known of the chance to pass an exam, for the money to set aside for another attempt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from credlens.model.credential import CostItem, CostPattern, Credential
from credlens.plan.money.charge import Charge

INCLUDED = re.compile(r"\b(?:two|three|four|[2-9]) attempts\b|\bretakes? included\b|(?<!no )\bfree retakes?\b")


def pass_rate(credential: Credential) -> float | None:
    """The lowest pass rate that is stated, of a part of the assessment or as a figure of outcomes, in [0, 1]; None when none is.

    The lowest, so that enough is set aside for the part that most people fail.
    """
    stated = [a.pass_rate for a in credential.assessment if a.pass_rate is not None]
    stated += [f.value for f in credential.outcomes if f.metric == "pass_rate" and 0 <= f.value <= 1]
    return min(stated, default=None)


def attempts(credential: Credential) -> int | None:
    """The fewest attempts that a part of the assessment allows; None when there is no known limit."""
    return min((a.attempts for a in credential.assessment if a.attempts), default=None)


def with_attempts(credential: Credential, option: str, pairs: Iterable[tuple[CostItem, Charge]]) -> tuple[Charge, ...]:
    """The charges of an option; those paid per attempt know the pass rate and the attempts allowed.

    An option whose name, or the item's condition, says that the price holds more attempts ("two-attempts", "two retakes included")
    keeps no pass rate: nothing is set aside on top of it.
    """
    rate, most = pass_rate(credential), attempts(credential)
    named = option.replace("-", " ").replace("_", " ").casefold()
    return tuple(
        replace(charge, pass_rate=rate, attempts=most)
        if charge.pattern is CostPattern.PER_ATTEMPT
        and not any(INCLUDED.search(words) for words in (named, item.condition.casefold()))
        else charge
        for item, charge in pairs
    )
