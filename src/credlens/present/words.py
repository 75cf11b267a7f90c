"""Numbers, amounts and dates as a person reads them; nothing is rounded into certainty.

Months are written out in English whatever the machine's locale is, so that the same input always gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from credlens.model.quantity import Hours, Money, Share

NBSP = "\N{NO-BREAK SPACE}"
DASH = "\N{EN DASH}"

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def percent(value: float) -> str:
    """A share in [0, 1] as a percentage; only an exact 0 or 1 is printed as "0 %" or "100 %"."""
    if 0 < value < 0.005:
        return f"under{NBSP}1{NBSP}%"
    if 0.995 <= value < 1:
        return f"over{NBSP}99{NBSP}%"
    return f"{value * 100:.0f}{NBSP}%"


def percent_range(low: float, high: float) -> str:
    """Two ends of an interval in [0, 1]; the low end is never rounded up to certainty, nor the high end down to it."""
    first = min(round(low * 100), 99 if low < 1 else 100)
    last = max(round(high * 100), 1 if high > 0 else 0)
    return f"{first}{DASH}{last}{NBSP}%"


def share(value: Share, of: str = "ads") -> str:
    """A share with everything behind it: "71 % (29 of 41 ads, 55-83 %)"; unknown when nothing was observed."""
    if value.n == 0:
        return f"unknown (0 {of})"
    return f"{percent(value.value)} ({value.k} of {value.n} {of}, {percent_range(*value.ci95)})"


def simulated(value: float) -> str:
    """A share of simulated runs. Simulation never proves 0 or 1, so neither is printed."""
    if value < 0.01:
        return f"under{NBSP}1{NBSP}%"
    return f"over{NBSP}99{NBSP}%" if value > 0.99 else percent(value)


def score(value: float) -> str:
    """A score in [0, 1] on the scale of 0 to 100 that the report draws."""
    return f"{value * 100:.0f}"


def score_range(low: float, high: float) -> str:
    """An interval of scores; one number when both ends print the same."""
    ends = (score(low), score(high))
    return ends[0] if ends[0] == ends[1] else DASH.join(ends)


def money(value: Money) -> str:
    """An amount that does not break over two lines; nothing to pay is called free."""
    return "free" if value.amount == 0 else str(value).replace(" ", NBSP)


def money_range(low: Money, high: Money) -> str:
    """From the least to the most; one amount when both are the same."""
    if low == high:
        return money(low)
    if low.currency != high.currency or low.amount == 0:
        return f"{money(low)} to {money(high)}"
    return f"{money(low)}{DASH}{money(high).split(NBSP)[-1]}"


def hours(value: Hours) -> str:
    """A workload: "180-240 h", whole hours."""
    low, high = f"{value.min:.0f}", f"{value.max:.0f}"
    return f"{low}{NBSP}h" if low == high else f"{low}{DASH}{high}{NBSP}h"


def day(value: date) -> str:
    """A day: "3 Feb 2027"."""
    return f"{value.day}{NBSP}{month(value)}"


def month(value: date) -> str:
    """A month: "Feb 2027"."""
    return f"{_MONTHS[value.month - 1]}{NBSP}{value.year}"


def partial(said: str) -> str:
    """A day as far as it is known (ISO 8601): "3 Feb 2027", "Feb 2027" or "2027"."""
    parts = [int(part) for part in said.split("-")]
    if len(parts) == 1:
        return said
    return day(date(*parts)) if len(parts) == 3 else month(date(parts[0], parts[1], 1))


def weeks(first: date, last: date) -> int:
    """How many weeks from the first to the last day, both included, begun weeks counted."""
    return max(1, -(-((last - first).days + 1) // 7))


def count(n: int, thing: str, things: str = "") -> str:
    """A count with its noun: "1 ad", "3 ads"."""
    return f"{n:,}{NBSP}{thing if n == 1 else things or thing + 's'}"


def listing(parts: Sequence[str], last: str = "and") -> str:
    """A list in a sentence: "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def first_few(parts: Sequence[str], most: int) -> str:
    """A list cut to ``most`` entries, the others counted: "a, b and 7 more"."""
    if len(parts) <= most + 1:
        return listing(parts)
    return listing([*parts[:most], f"{len(parts) - most} more"])


def upper_first(text: str) -> str:
    """The text with a capital at its front; the rest stays as written ("SQL", not "Sql")."""
    return text[:1].upper() + text[1:]


def full_stop(text: str, *, capital: bool = True) -> str:
    """The text as a sentence: a capital at its front, a full stop at its end unless it already has a mark."""
    text = upper_first(text.strip()) if capital else text.strip()
    return text if not text or text[-1] in ".?!:" else text + "."
