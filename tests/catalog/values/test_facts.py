from __future__ import annotations

from datetime import date

from credlens.catalog.values.facts import imported, known, not_stated
from credlens.model.fact import Fact, Method, Source, Unknown, WhyUnknown

DAY = date(2026, 11, 22)


def test_a_source_has_an_address_only_when_it_can_be_opened() -> None:
    assert imported(" https://example.org/a ", DAY, "x.json: record 1") == Source(
        Method.IMPORTED, "https://example.org/a", DAY, "x.json: record 1"
    )
    assert imported("/a", None) == Source(Method.IMPORTED)
    assert imported(None, DAY).address is None


def test_nothing_is_not_looked_up_and_an_empty_place_is_not_stated() -> None:
    source = imported(None, DAY)
    assert known(3, source, condition="members", note="counted") == Fact(3, (source,), "members", "counted")
    assert known(None, source) == Fact(Unknown(WhyUnknown.NOT_LOOKED_UP))
    assert known(0, source).known
    assert not_stated(source, note="empty") == Fact(Unknown(WhyUnknown.NOT_STATED), (source,), note="empty")
