"""Single rules of reading a page, each with the words it is about."""

from __future__ import annotations

from datetime import date

import pytest

from credlens.catalog.pages import PageRead, read_page
from credlens.catalog.pages.parts import PARTS
from credlens.model.credential import Credential
from credlens.model.fact import Fact, Method, Unknown, WhyUnknown

TODAY = date(2026, 11, 22)


def page(body: str, head: str = "") -> PageRead:
    return read_page(
        f"<html lang='en'><head>{head}</head><body><h1>Stone Walls Course</h1>{body}</body></html>".encode(),
        "wall.html",
        TODAY,
    )


def credential(body: str, head: str = "") -> Credential:
    return page(body, head).credential


def test_every_source_is_parsed_and_quotes_the_line() -> None:
    found = credential(
        "<h2>Facts</h2><p>Duration: 12 hours</p>", "<link rel=canonical href='https://walls.example/c/1'>"
    )
    source = found.hours.sources[0]
    assert (source.method, source.address, source.date) == (Method.PARSED, "https://walls.example/c/1", TODAY)
    assert source.note == '"Duration: 12 hours" (line 3, under "Facts")'


def test_the_quoted_line_is_that_line_of_the_text() -> None:
    found = page("<p>Welcome.</p><h2>Other courses</h2><p>Gates</p><h2>Exam</h2><p>You must pass a final exam.</p>")
    note = found.credential.assessment[0].sources[0].note
    number = int(note.split("(line ")[1].split(",")[0])
    assert found.text.split("\n")[number - 1] == "You must pass a final exam."


def test_the_id_is_made_from_the_title() -> None:
    assert credential("<p>Price: 3 EUR</p>").id == "stone-walls-course"


def test_a_title_in_letters_that_have_no_latin_form_still_makes_an_id() -> None:
    assert read_page("<h1>石垣の講座</h1><p>…</p>".encode(), "x.html", TODAY).credential.id


def test_every_part_can_be_loaded_and_reads_nothing_from_a_page_that_says_nothing() -> None:
    found = credential("<p>Hello there, reader.</p>")
    assert len(PARTS) == 21
    assert (found.costs, found.assessment, found.accreditation, found.absent) == ((), (), (), ())
    assert not found.hours.known


@pytest.mark.parametrize(
    "said",
    [
        "There is no final exam.",
        "You do not need to pass an exam.",
        "The final exam is optional.",
        "Unlike other courses, which end with a final exam, we talk.",
        "Prepare for the certification exam of the stone guild.",
        "Is there a final exam? No.",
    ],
)
def test_an_exam_that_is_denied_is_none(said: str) -> None:
    assert credential(f"<p>{said}</p>").assessment == ()


def test_a_question_answered_with_yes_is_a_statement() -> None:
    assert [a.type.value for a in credential("<h3>Is there a final exam?</h3><p>Yes.</p>").assessment] == [
        "written_exam"
    ]


@pytest.mark.parametrize(
    "said",
    [
        "This course is not accredited.",
        "Our scheme is aligned with ISO/IEC 17024.",
        "We are working towards accreditation by ANAB.",
        "Is it accredited by ANAB? No.",
    ],
)
def test_what_is_not_accredited_is_not_taken_for_accredited(said: str) -> None:
    assert credential(f"<p>{said}</p>").accreditation == ()


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("The university is accredited by the Northern Commission.", "institution"),
        ("This course is accredited by the Northern Commission.", "programme"),
        ("The certification is accredited by ANAB to ISO/IEC 17024.", "scheme"),
    ],
)
def test_what_is_accredited_is_what_the_sentence_speaks_of(said: str, what: str) -> None:
    assert [a.what for a in credential(f"<p>{said}</p>").accreditation] == [what]


@pytest.mark.parametrize(
    "said",
    [
        "Save $50 today",
        "Was $199",
        "The average salary is $90,000",
        "Worth $400",
        "Graduates earn $80,000 a year",
        "The retake fee is $40",
        "Win a scholarship of $500",
        "The market is worth $5 billion",
    ],
)
def test_an_amount_that_is_no_price_is_left_out(said: str) -> None:
    assert credential(f"<h2>Price</h2><p>{said}</p>").costs == ()


def test_free_trial_and_free_enrolment_are_not_free() -> None:
    assert credential("<button>Enroll for free</button><p>Start your 7-day free trial.</p>").costs == ()


def test_two_prices_of_one_thing_conflict_with_both_quotes() -> None:
    amount = credential("<p>Price: EUR 90</p><h2>Enrolment</h2><p>The course costs EUR 120.</p>").costs[0].amount
    assert isinstance(amount.value, Unknown)
    assert amount.value.why is WhyUnknown.CONFLICTING
    assert ["90" in amount.sources[0].note, "120" in amount.sources[1].note] == [True, True]


def test_a_plain_dollar_on_a_site_of_another_country_is_not_guessed() -> None:
    assert credential("<p>Price: $90</p>", "<link rel=canonical href='https://walls.example.au/c'>").costs == ()


def test_a_struck_price_is_not_read() -> None:
    assert [str(c.amount.value) for c in credential("<p>Price: <s>EUR 90</s> EUR 60</p>").costs] == ["60"]


def test_data_about_another_course_are_left_out_and_told_of() -> None:
    data = '{"@type": "Course", "name": "Thatched Roofs", "offers": {"price": "5", "priceCurrency": "EUR"}}'
    found = page("<p>Hello.</p>", f"<script type='application/ld+json'>{data}</script>")
    assert found.credential.costs == ()
    assert any("Thatched Roofs" in p.message for p in found.problems)


def test_words_of_a_language_that_is_not_understood_are_told_of() -> None:
    found = read_page(b"<html lang='fi'><h1>Kivimuurit</h1><p>Hinta 90 euroa.</p></html>", "x.html", TODAY)
    assert any("English and Spanish" in p.message for p in found.problems)


def test_the_syllabus_is_text_for_skills_and_no_source_of_hours() -> None:
    found = page("<h2>Syllabus</h2><h3>Module 1: Dry stone</h3><p>Duration: 3 hours</p>")
    assert "Dry stone" in found.text
    assert not found.credential.hours.known


def test_watched_without_a_word_on_identity_stays_unknown_with_the_reason() -> None:
    fact: Fact[object] = credential("<p>You must pass a proctored exam.</p>").supervision
    assert not fact.known
    assert "identity" in fact.note


def test_units_to_renew_are_no_credit() -> None:
    found = credential("<p>The certificate is valid for 3 years. Renew it with 30 PDUs.</p>")
    assert found.credit == ()
    assert str(found.renewal.value) == "continuing education, 30 h"


def test_a_promise_of_a_job_stays_in_the_description() -> None:
    assert "job guarantee" in credential("<p>Our job guarantee: hired or your money back.</p>").description.get("")


@pytest.mark.parametrize(
    ("sentence", "method"),
    [
        ("To renew, retake the exam before it expires.", "retest"),
        ("To renew, pass a shorter recertification exam before it expires.", "renewal_exam"),
    ],
)
def test_an_exam_made_for_renewal_is_not_the_exam_again(sentence: str, method: str) -> None:
    assert [r.method for r in credential(f"<h2>Renewal</h2><p>{sentence}</p>").renewal.candidates()] == [method]
