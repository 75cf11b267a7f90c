"""Amounts with their units: money, hours as an interval, a share with its n."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import sqrt

Z95 = 1.959963984540054  # the standard normal's 97.5 % point


def normal_quantile(p: float) -> float:
    """The standard normal's ``p`` quantile, for 0 < p < 1."""
    from statistics import NormalDist  # a few milliseconds that most runs need not spend

    return NormalDist().inv_cdf(p)


def wilson(share: float, n: float, z: float) -> tuple[float, float]:
    """Wilson's score interval of a share in [0, 1] of ``n`` observations (Wilson 1927, JASA 22, 209-212).

    Args:
        n: how many; a fraction when it is an effective number. With 0 the interval is all of [0, 1].
        z: the normal quantile of the interval's upper end.
    """
    if n == 0:
        return (0.0, 1.0)
    z2 = z * z
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = z * sqrt(share * (1 - share) / n + z2 / (4 * n**2)) / (1 + z2 / n)
    # At k = 0 and k = n the exact ends are 0 and 1; rounding would leave 1e-17 beside them.
    return (0.0 if share == 0 else middle - half, 1.0 if share == 1 else middle + half)


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in one currency (ISO 4217). Amounts in two currencies cannot be added: there is no rate offline."""

    amount: Decimal
    currency: str = "USD"

    def __post_init__(self) -> None:
        if not self.amount.is_finite():
            raise ValueError(f"not an amount of money: {self.amount}")

    def __add__(self, other: Money) -> Money:
        if other.currency != self.currency:
            raise ValueError(f"cannot add {other.currency} to {self.currency}")
        return Money(self.amount + other.amount, self.currency)

    def __str__(self) -> str:
        amount = f"{self.amount:,.2f}".removesuffix(".00")
        return f"{self.currency} {amount}"


def _shown(hours: float) -> str:
    """Hours in words: whole from ten on, where nobody knows them more exactly; below with what was said."""
    return f"{hours:.0f}" if hours >= 10 else f"{hours:.2g}"


@dataclass(frozen=True, slots=True)
class Hours:
    """A workload in hours as an interval; ``mode`` is the most usual value when a source states one."""

    min: float
    max: float
    mode: float | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.min <= self.max or (self.mode is not None and not self.min <= self.mode <= self.max):
            raise ValueError(f"hours must satisfy 0 <= min <= mode <= max, not {self.min}, {self.mode}, {self.max}")

    @property
    def typical(self) -> float:
        """The stated usual value, else the middle of the interval."""
        return self.mode if self.mode is not None else (self.min + self.max) / 2

    def scaled(self, factor: float) -> Hours:
        """The interval multiplied by ``factor`` (>= 0)."""
        mode = None if self.mode is None else self.mode * factor
        return Hours(self.min * factor, self.max * factor, mode)

    def __str__(self) -> str:
        least, most = _shown(self.min), _shown(self.max)
        return f"{least} h" if least == most else f"{least}-{most} h"


@dataclass(frozen=True, slots=True)
class Months:
    """Calendar months as an interval: how long something takes at the pace its provider has in mind."""

    min: float
    max: float

    def __post_init__(self) -> None:
        if not 0 <= self.min <= self.max:
            raise ValueError(f"months must satisfy 0 <= min <= max, not {self.min}, {self.max}")

    def __str__(self) -> str:
        return f"{self.min:g} months" if self.min == self.max else f"{self.min:g}-{self.max:g} months"


@dataclass(frozen=True, slots=True)
class Share:
    """``k`` of ``n``, with the Wilson 95 % score interval (Wilson 1927, JASA 22, 209-212).

    Wilson is kept because it stays inside [0, 1] and honest for few ads; for ``k = 0`` its upper end is about 3.8 / n.
    """

    k: int
    n: int

    def __post_init__(self) -> None:
        if not 0 <= self.k <= self.n:
            raise ValueError(f"a share needs 0 <= k <= n, not {self.k} of {self.n}")

    @property
    def value(self) -> float:
        """The observed share; 0 when nothing was observed (then the interval is all of [0, 1])."""
        return self.k / self.n if self.n else 0.0

    @property
    def ci95(self) -> tuple[float, float]:
        """The interval's two ends."""
        return wilson(self.value, self.n, Z95)

    def interval(self, level: float) -> tuple[float, float]:
        """The Wilson interval that covers with probability ``level`` (0.9 for 90 %)."""
        return wilson(self.value, self.n, normal_quantile((1 + level) / 2))

    def __str__(self) -> str:
        low, high = self.ci95
        return f"{100 * self.value:.0f} % ({self.k} of {self.n}, {100 * low:.0f}-{100 * high:.0f} %)"
