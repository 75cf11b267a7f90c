"""Sections: what is unknown for the same reason is gathered, what is known is never lost among it."""

from __future__ import annotations

from credlens.present.briefs.section import Row, gathered, missing, row
from credlens.present.notes import Value


def test_rows_unknown_for_the_same_reason_become_one_at_the_end() -> None:
    found = gathered(
        [row("Level", missing("not said")), row("Form", Value("online")), row("EQF level", missing("not said"))]
    )
    assert [(r.name, r.values[0].text) for r in found] == [
        ("Form", "online"),
        ("Not known", "level and EQF level (not said)"),
    ]


def test_what_stands_alone_and_what_has_a_remark_stays_where_it_is() -> None:
    remark = Value("unknown: not said", unknown=True, hint="members only")
    rows = [row("Level", missing("not said")), row("Form", remark), row("Pace", missing("never seen"))]
    assert gathered(rows) == tuple(rows)


def test_several_things_are_them() -> None:
    why = "nobody has looked it up yet"
    (found,) = gathered([Row("A", (missing(why),)), Row("B", (missing(why),))])
    assert found.values[0].text == "a and b (nobody has looked them up yet)"
    assert found.values[0].unknown
