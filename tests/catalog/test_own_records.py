"""A person's own records: hand-written YAML and what the program keeps, side by side."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from credlens.catalog import codec, own_records
from credlens.model.credential import CostItem, CostPattern, Credential, Depth, TaughtSkill
from credlens.model.fact import Fact, Method, Overruled, Source, Unknown, WhyUnknown
from credlens.model.offer import Absent, Kept, StatedSkill
from credlens.model.quantity import Hours

SAID = Source(Method.STATED, date=date(2026, 11, 22), note="said by you")
READ = Source(Method.PARSED, date=date(2026, 11, 22), note='read in: "about 12 hours"')
YAML = b"id: by-hand\ntitle: By hand\nsources: {me: {method: recalled, date: 2026-11-22}}\n"
# What YAML has no place for: how sure a skill is, what was overruled, other words for skills, statements without a field.
RICH = Credential(
    "rich",
    "Rich",
    hours=Fact(Hours(12, 14), (READ, SAID), "in winter", "twice", (Overruled(Hours(9, 9), READ, "older"),)),
    renewal=Fact(Unknown(WhyUnknown.NOT_APPLICABLE), (SAID,)),
    stated=(StatedSkill("fog reading", (SAID,)),),
    skills=(TaughtSkill("sql", Depth.TOUCHED, (READ,), 0.71),),
    costs=(CostItem("standard", CostPattern.PER_MONTH, Fact(Decimal("49.90"), (READ,)), "EUR", "tuition"),),
    absent=(Absent("recognition", (SAID,)),),
    kept=(Kept("page", '{"x": 1}'),),
)


def test_both_forms_are_read_and_what_was_kept_lost_nothing() -> None:
    found, problems = own_records.read([("rich", codec.pack(RICH)), ("by-hand", YAML)], ())
    assert problems == []
    assert [c.id for c in found] == ["by-hand", "rich"]
    assert found[1] == RICH


def test_what_cannot_be_read_is_left_out_and_named_in_either_form() -> None:
    records = [("cut", codec.pack(RICH)[:30]), ("half", b"id: half\n"), ("by-hand", YAML)]
    found, problems = own_records.read(records, ())
    assert [c.id for c in found] == ["by-hand"]
    assert {p.where.split(":")[0] for p in problems} == {"cut", "half"}


def test_no_text_is_taken_for_a_packed_record() -> None:
    assert codec.is_packed(codec.pack(RICH))
    for text in ("x", "x: 1", "x\u009c", "{}", ""):
        assert not codec.is_packed(text.encode())


def test_two_records_say_the_same_whoever_said_it_when() -> None:
    later = Source(Method.STATED, date=date(2027, 1, 1), note="said by you")
    one, other = (Credential("it", "It", hours=Fact(Hours(3, 3), (s,))) for s in (SAID, later))
    assert codec.said(one) == codec.said(other)
    assert codec.said(one) != codec.said(Credential("it", "It", hours=Fact(Hours(3, 4), (SAID,))))
