"""What became of people who left a training programme, as a state's list counts it."""

from __future__ import annotations

from typing import Any

from credlens.catalog.sources.etpl.fields import Fields
from credlens.catalog.values.reading import Reading
from credlens.catalog.values.text import line
from credlens.model.offer import OutcomeFigure

_MOST_EARNINGS = 1_000_000
_SECOND, _FOURTH = "in the second quarter after leaving", "in the fourth quarter after leaving"
_METRICS = {  # metric -> its name, months after leaving, in words, which count it is over
    "completion_rate": ("completion_rate", None, "", "n_completion"),
    "employment_rate": ("employment_rate", None, "", ""),
    "employment_rate_q2": ("employment_rate", 6.0, _SECOND, "n_employment_q2"),
    "employment_rate_q4": ("employment_rate", 12.0, _FOURTH, "n_employment_q4"),
    "credential_rate": ("credential_rate", None, "", ""),
    "median_earnings": ("median_earnings", None, "", ""),
    "median_earnings_q2": ("median_earnings", 6.0, f"of a quarter: {_SECOND}", ""),
    "mean_earnings_q2": ("mean_earnings", 6.0, f"of a quarter: {_SECOND}", ""),
}
_WITHHELD = {
    "",
    "-1",
    "-1.0",
    "n/a",
    "na",
    "*",
    "**",
    "-",
    "--",
    "suppressed",
    "null",
    "nan",
    "not available",
    "not reported",
}


def outcomes(fields: Fields, r: Reading) -> tuple[OutcomeFigure, ...]:
    """The figures that were counted; what was withheld or not reported is none."""
    found = []
    for metric, (name, months, words, over) in _METRICS.items():
        value = fields.figures.get(metric)
        if line(value).casefold() in _WITHHELD:
            continue
        money = name.endswith("earnings")
        read = _money(metric, value, r) if money else _share(metric, value, metric in fields.percent, r)
        if read is not None:
            note = "; ".join(w for w in (words, fields.counted) if w)
            count = _count(fields.figures.get(over)) if over else None
            found.append(OutcomeFigure(name, read, (r.source,), "USD" if money else "", count, months, note))
    return tuple(found)


def _share(metric: str, value: Any, percent: bool, r: Reading) -> float | None:
    text = line(value)
    percent = percent or "%" in text
    number = r.number(metric, text.rstrip("% "), 100 if percent else 1)
    return number if number is None or not percent else round(number / 100, 6)


def _money(metric: str, value: Any, r: Reading) -> float | None:
    return r.number(metric, line(value).lstrip("$").replace(",", ""), _MOST_EARNINGS)


def _count(value: Any) -> int | None:
    text = line(value).removesuffix(".0").replace(",", "")
    return int(text) if text.isdecimal() and len(text) < 10 else None
