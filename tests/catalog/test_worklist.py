from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from credlens.catalog.age import PRICE_DAYS, Age, field_age
from credlens.catalog.filled import COMPARED, filled, only_recalled
from credlens.catalog.worklist import FIRST, Lack, tasks
from credlens.model.credential import (
    Assessment,
    AssessmentType,
    CostItem,
    CostPattern,
    Credential,
    Supervision,
)
from credlens.model.fact import Fact, Method, Source, Unknown, WhyUnknown
from credlens.model.offer import Absent
from credlens.model.quantity import Hours

TODAY = date(2026, 11, 22)


def read(days_ago: int = 0) -> Source:
    return Source(Method.READ, "https://example.org/prices", TODAY - timedelta(days_ago))


def priced(source: Source) -> CostItem:
    return CostItem("standard", CostPattern.ONE_OFF, Fact(Decimal(99), (source,)), "USD", "tuition")


def test_tasks_name_the_field_the_lack_and_where_to_look() -> None:
    page = "https://example.org/sql"
    credential = Credential(
        "sql",
        "SQL",
        official_url=Fact(page, (read(),)),
        costs=(priced(read(PRICE_DAYS + 1)),),
        hours=Fact(Hours(10, 20), (Source(Method.RECALLED, date=TODAY),)),
        supervision=Fact(
            Unknown(WhyUnknown.CONFLICTING, (Supervision.SUPERVISED_WITH_ID, Supervision.UNSUPERVISED_NO_ID)),
            (read(), Source(Method.IMPORTED, "https://example.org/registry", TODAY)),
        ),
        assessment=(Assessment(AssessmentType.QUIZ, (Source(Method.IMPORTED),)),),
        renewal=Fact(Unknown(WhyUnknown.NOT_APPLICABLE), (read(),)),
        absent=(Absent("prerequisites", (read(),)),),
    )
    found = {t.field: (t.lack, t.look_at) for t in tasks(credential, TODAY)}

    assert found["costs"] == (Lack.STALE, (page, "https://example.org/prices"))
    assert found["hours"] == (Lack.RECALLED, (page,))
    assert found["supervision"] == (
        Lack.CONFLICTING,
        (page, "https://example.org/prices", "https://example.org/registry"),
    )
    assert found["assessment"] == (Lack.UNDATED, (page,))
    assert found["validity"] == (Lack.UNKNOWN, (page,))
    assert {"official_url", "renewal", "prerequisites"}.isdisjoint(found)
    assert [t.field for t in tasks(credential, TODAY)][: len(FIRST)][:3] == ["costs", "hours", "assessment"]


@pytest.mark.parametrize(("days", "age"), [(PRICE_DAYS, Age.FRESH), (PRICE_DAYS + 1, Age.STALE)])
def test_a_price_is_old_after_half_a_year(days: int, age: Age) -> None:
    assert field_age(Credential("a", "A", costs=(priced(read(days)),)), "costs", TODAY) is age


def test_the_newest_source_counts() -> None:
    amount = Fact(Decimal(9), (read(900), read(3)))
    cost = CostItem("standard", CostPattern.ONE_OFF, amount, "USD", "exam")
    assert field_age(Credential("a", "A", costs=(cost,)), "costs", TODAY) is Age.FRESH


def test_nothing_known_cannot_grow_old() -> None:
    assert {field_age(Credential("a", "A"), name, TODAY) for name in COMPARED} == {None}


def test_what_counts_as_known() -> None:
    unknown_price = CostItem(
        "standard", CostPattern.PER_MONTH, Fact(Unknown(WhyUnknown.NOT_STATED), (read(),)), "USD", "tuition"
    )
    credential = Credential(
        "a",
        "A",
        costs=(unknown_price,),
        renewal=Fact(Unknown(WhyUnknown.NOT_APPLICABLE), (read(),)),
        validity=Fact(Unknown(WhyUnknown.NOT_STATED), (read(),)),
        absent=(Absent("credit", (read(),)),),
    )
    assert filled(credential) == ("renewal", "credit")
    assert not only_recalled(credential, "renewal")
