"""A page that was read, completed by a person."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from credlens.catalog.interview.completing import complete
from credlens.catalog.interview.record import record
from credlens.model.credential import CostItem, CostPattern, Credential, CredentialLevel, RecognitionClaim
from credlens.model.fact import Fact, Method, Source
from credlens.model.offer import Absent

TODAY = date(2026, 11, 22)
READ = (Source(Method.PARSED, date=TODAY, note="read in a sentence"),)
PAGE = Credential(
    "fog",
    "Fog Signals",
    level=Fact(CredentialLevel.BEGINNER, READ),
    costs=(CostItem("standard", CostPattern.ONE_OFF, Fact(Decimal(90), READ), "EUR", "tuition"),),
    recognition=(RecognitionClaim("Pier Guild", "endorsement", READ),),
    absent=(Absent("credit", READ),),
)


def test_an_answer_that_agrees_is_one_more_source() -> None:
    level = complete(PAGE, record({"about": "page", "level": "beginner"}, TODAY)).level
    assert [s.method for s in level.sources] == [Method.STATED, Method.PARSED]
    assert level.overruled == ()


def test_what_a_person_does_not_say_stays_as_it_was_read() -> None:
    assert complete(PAGE, record({"about": "page"}, TODAY)) == PAGE


def test_a_list_gives_way_to_what_is_named_and_to_the_word_that_there_is_nothing() -> None:
    cheaper = complete(PAGE, record({"about": "page", "price": "one_off", "price_amount": "70 EUR"}, TODAY))
    assert [c.amount.value for c in cheaper.costs] == [Decimal(70)]
    nobody = complete(PAGE, record({"about": "page", "recognition": "none"}, TODAY))
    assert nobody.recognition == ()
    assert {a.field: a.sources[0].method for a in nobody.absent} == dict.fromkeys(
        ("accreditation", "recognition", "credit"), Method.STATED
    )
    credit = complete(PAGE, record({"about": "page", "recognition": "credit", "credit_system": "ECTS"}, TODAY))
    assert [c.system for c in credit.credit] == ["ECTS"]
    assert credit.absent == (), "what is there is not absent"
