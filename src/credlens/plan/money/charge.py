"""One thing to pay for a step, with the amount to plan with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal

from credlens.model.credential import CostPattern

# A certificate or an exam is paid for each credential, whoever shares a subscription; these four can be shared.
SHAREABLE = frozenset({CostPattern.ONE_OFF, CostPattern.PER_MONTH, CostPattern.PER_YEAR, CostPattern.MEMBERSHIP})
PERIOD_DAYS = {
    CostPattern.PER_MONTH: 31,
    CostPattern.PER_YEAR: 366,
    CostPattern.MEMBERSHIP: 366,
}  # at most, on any calendar
USUAL_ATTEMPTS = 3  # judgement: so many are planned for where nobody limits them, or the limit is not known
CENT = Decimal("0.01")

Key = tuple[str, CostPattern, str, Decimal]


@dataclass(frozen=True, slots=True)
class Charge:
    """A price, in the budget's currency.

    Attributes:
        amount: the dearest one when sources disagree; for a pattern with a period, for one period.
        subscription: what shares a payment with other steps; None when it pays for one step only.
        valid_from, valid_until: days on which a step that uses this price may begin; None when nobody says.
        pass_rate: share of attempts that pass, for an exam; None when not known, and then no second attempt is planned for.
        attempts: how many are allowed; None or 0 when there is no known limit.
    """

    pattern: CostPattern
    amount: Decimal
    currency: str
    what: str = "tuition"
    subscription: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    pass_rate: float | None = None
    attempts: int | None = None

    @property
    def key(self) -> Key | None:
        """What two charges must agree in to be one subscription; None when it pays for one step only.

        Amount and pattern belong to it: when two records give different prices under one name, each is paid, which can only
        make a plan dearer than it turns out to be.
        """
        if self.subscription is None or self.pattern not in SHAREABLE:
            return None
        return (self.subscription, self.pattern, self.what, self.amount)

    @property
    def set_aside(self) -> Decimal:
        """Expected cost of further attempts, to the next hundredth: amount x (q + q^2 + ...) with q = 1 - pass rate, one term less than attempts."""
        if self.pattern is not CostPattern.PER_ATTEMPT or self.pass_rate is None:
            return Decimal(0)
        fails = 1 - Decimal(str(self.pass_rate))  # in decimals: 1 - 0.7 in floating point is a bit more than 0.3
        more = sum((fails**k for k in range(1, self.attempts or USUAL_ATTEMPTS)), Decimal(0))
        return (self.amount * more).quantize(CENT, ROUND_CEILING)
