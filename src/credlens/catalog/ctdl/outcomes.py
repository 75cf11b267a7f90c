"""What became of holders: aggregate data, and the data sets behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from credlens.catalog.ctdl.names import Node
from credlens.catalog.ctdl.statements import Context, Part, Statement, Style, elements
from credlens.catalog.values.facts import imported
from credlens.catalog.values.jsonld import words
from credlens.catalog.values.text import line
from credlens.model.fact import Source
from credlens.model.offer import OutcomeFigure

_RATES = {"qdata:passRate": "pass_rate", "qdata:employmentRate": "employment_rate"}
_COUNTS = {
    "qdata:holdersInSet": "holders", "qdata:relatedEmployment": "related_employment", "qdata:unrelatedEmployment": "unrelated_employment",
    "qdata:nonCompleters": "non_completers",
}  # fmt: skip
_PERCENTILES = {"median": "median_earnings", "percentile10": "earnings_p10", "percentile25": "earnings_p25", "percentile75": "earnings_p75", "percentile90": "earnings_p90"}  # fmt: skip
# Of an aggregate data profile itself. Its low and high earnings are the quartiles (CTDL).
_OWN = {"ceterms:numberAwarded": "awarded", "ceterms:medianEarnings": "median_earnings", "ceterms:lowEarnings": "earnings_p25", "ceterms:highEarnings": "earnings_p75"}  # fmt: skip
_JOBS = {"ceterms:jobsObtained": "jobs_obtained"}
_ALSO = "qdata:subjectsInSet"
_MOST = 1e9


@dataclass(frozen=True, slots=True)
class _Told:
    """What all figures of a profile share."""

    source: Source
    months: float | None
    note: str = ""
    n: int | None = None


def read_outcomes(context: Context, name: str, values: list[Any]) -> Iterator[Part]:
    """``ceterms:aggregateData``: its own figures, and those of the data sets it names."""
    for place, profile in enumerate(values):
        if isinstance(profile, dict):
            yield from (Part("outcomes", found, (place,)) for found in _figures(context, name, profile))


def _figures(context: Context, name: str, profile: Node) -> Iterator[OutcomeFigure]:
    source = imported(profile.get("ceterms:source") or context.source.address, context.source.date, context.source.note)
    months = context.reading.number(f"{name} postReceiptMonths", profile.get("ceterms:postReceiptMonths"), 600)
    told = _Told(source, months, line(words(profile.get("ceterms:description"))))
    for term, metric in _OWN.items():
        amount = context.reading.number(f"{name} {term}", profile.get(term), _MOST)
        if amount is not None:
            unit = "" if metric == "awarded" else line(profile.get("ceterms:currency"))
            yield OutcomeFigure(metric, amount, (source,), unit, None, months, told.note)
    yield from _counted(context, profile, _JOBS, told)
    for data_set in elements(profile.get("qdata:relevantDataSet")):
        for frame in elements(data_set.get("qdata:dataSetTimePeriod")) if isinstance(data_set, dict) else ():
            for data in elements(frame.get("qdata:dataAttributes")) if isinstance(frame, dict) else ():
                if isinstance(data, dict):
                    yield from _data(context, data, replace(told, note=line(words(data.get("ceterms:description")))))


def _data(context: Context, data: Node, told: _Told) -> Iterator[OutcomeFigure]:
    """The figures of one data profile, over the people it counts."""
    people = [_amount(context, v) for v in elements(data.get(_ALSO))]
    told = replace(told, n=round(people[0]) if len(people) == 1 and people[0] is not None else None)
    for term, metric in _RATES.items():
        for value in elements(data.get(term)):
            rate = _rate(context, value)
            if rate is not None:
                yield OutcomeFigure(metric, rate, (told.source,), "", told.n, told.months, _note(value, told))
    yield from _counted(context, data, _COUNTS, told)
    for value in elements(data.get("qdata:earningsDistribution")):
        for term, metric in _PERCENTILES.items():
            amount = (
                context.reading.number("qdata:earningsDistribution", value.get(f"qdata:{term}"), _MOST)
                if isinstance(value, dict)
                else None
            )
            if amount is not None:
                yield OutcomeFigure(
                    metric,
                    amount,
                    (told.source,),
                    line(value.get("schema:currency")),
                    told.n,
                    told.months,
                    _note(value, told),
                )


def _counted(context: Context, data: Node, terms: dict[str, str], told: _Told) -> Iterator[OutcomeFigure]:
    for term, metric in terms.items():
        for value in elements(data.get(term)):
            share = (
                isinstance(value, dict)
                and value.get("qdata:percentage") is not None
                and value.get("schema:value") is None
            )
            amount = _rate(context, value) if share else _amount(context, value)
            if amount is not None:
                called = f"{metric}_rate" if share else metric
                yield OutcomeFigure(
                    called, amount, (told.source,), "", None if not share else told.n, told.months, _note(value, told)
                )


def _note(value: Any, told: _Told) -> str:
    return (line(words(value.get("schema:description"))) if isinstance(value, dict) else "") or told.note


def _amount(context: Context, value: Any) -> float | None:
    raw = value.get("schema:value") if isinstance(value, dict) else value
    return context.reading.number("outcome data", raw, _MOST)


def _rate(context: Context, value: Any) -> float | None:
    """A share: CTDL's rates and percentages are of a hundred (qdata:percentage)."""
    raw = value.get("qdata:percentage", value.get("schema:value")) if isinstance(value, dict) else value
    percent = context.reading.number("outcome data", raw, 100)
    return None if percent is None else round(percent / 100, 6)


def write_outcome(value: OutcomeFigure, style: Style) -> Iterator[Statement]:
    """A figure as aggregate data, in a data set of its own where the profile has no term for it."""
    about: Node = {"@type": "ceterms:AggregateDataProfile"}
    if value.months is not None:
        about["ceterms:postReceiptMonths"] = value.months
    own = next((term for term, metric in _OWN.items() if metric == value.metric), None)
    if own and value.n is None:
        about |= {own: value.value} | ({"ceterms:currency": value.unit} if value.unit else {})
        yield "ceterms:aggregateData", about | ({"ceterms:description": style.text(value.note)} if value.note else {})
        return
    note = {"schema:description": style.text(value.note)} if value.note else {}
    data: Node = {term: [shown | note] for term, shown in _quantities(value)}
    if not data:
        return
    if "ceterms:jobsObtained" in data:
        yield "ceterms:aggregateData", about | data
        return
    if value.n is not None:
        data[_ALSO] = [{"@type": "schema:QuantitativeValue", "schema:value": value.n}]
    frame = {"@type": "qdata:DataSetTimeFrame", "qdata:dataAttributes": [{"@type": "qdata:DataProfile", **data}]}
    about["qdata:relevantDataSet"] = [{"@type": "qdata:DataSetProfile", "qdata:dataSetTimePeriod": [frame]}]
    yield "ceterms:aggregateData", about


def _quantities(value: OutcomeFigure) -> Iterable[tuple[str, Node]]:
    """The term of a data profile that a metric has, with its value."""
    percent = {"@type": "schema:QuantitativeValue", "qdata:percentage": round(value.value * 100, 4)}
    for term, metric in _RATES.items():
        if metric == value.metric:
            yield term, percent
    for term, metric in (_COUNTS | _JOBS).items():
        if metric == value.metric:
            yield term, {"@type": "schema:QuantitativeValue", "schema:value": value.value}
        elif f"{metric}_rate" == value.metric:
            yield term, percent
    for term, metric in _PERCENTILES.items():
        if metric == value.metric:
            money = {"schema:currency": value.unit} if value.unit else {}
            yield (
                "qdata:earningsDistribution",
                {"@type": "schema:MonetaryAmountDistribution", **money, f"qdata:{term}": value.value},
            )
