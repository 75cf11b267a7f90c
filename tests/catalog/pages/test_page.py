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


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>Price: EUR 5</p>",
        "<p aria-hidden='true'>Price: EUR 5</p>",
        "<p style='color: red; display : NONE'>Price: EUR 5</p>",
        "<span style='visibility:hidden'>Price: EUR 5</span>",
        "<p style='font-size: 0px'>Price: EUR 5</p>",
        "<ul><li style='font-size:0'>Price: EUR 5</ul>",
        "<template><p>Price: EUR 5</p></template>",
        "<noscript><p>Price: EUR 5</p></noscript>",
        "<details><template>Price: EUR 5</template></details>",
    ],
)
def test_what_a_browser_does_not_show_is_not_read(hidden: str) -> None:
    found = page(f"<p>Price: EUR 90</p>{hidden}")
    assert [str(c.amount.value) for c in found.credential.costs] == ["90"]
    assert "EUR 5" not in found.text


@pytest.mark.parametrize(
    "shown",
    [
        "<p style='font-size:0.9em'>Price: EUR 90</p>",
        "<p aria-hidden='false'>Price: EUR 90</p>",
        "<button aria-controls='a'>What does it cost?</button><div id='a' hidden>Price: EUR 90</div>",
    ],
)
def test_what_a_browser_shows_or_a_button_opens_is_read(shown: str) -> None:
    assert [str(c.amount.value) for c in credential(shown).costs] == ["90"]


def priced(body: str, head: str = "") -> list[tuple[str, str, str, str]]:
    """(option, what, pattern, amount) of each item."""
    return [(c.option, c.what, c.pattern.value, str(c.amount.get(None))) for c in credential(body, head).costs]


CERTIFICATE = [("with certificate", "certificate", "free_audit_paid_cert", "59")]


@pytest.mark.parametrize(
    "said",
    [
        "Enroll for free. Add a verified certificate for EUR 59.",
        "Free to audit. Upgrade for EUR 59 to earn a certificate.",
        "Free, with a EUR 59 certificate fee.",
        "The course is free. The certificate costs EUR 59.",
    ],
)
def test_free_learning_with_a_paid_certificate_is_one_way_to_pay(said: str) -> None:
    assert priced(f"<p>{said}</p>") == CERTIFICATE


@pytest.mark.parametrize(
    "said", ["", "<p>Enroll for free. Add a verified certificate for EUR 59.</p>", "<p>This course is free.</p>"]
)
def test_a_free_and_a_priced_offer_in_the_data_are_never_free_throughout(said: str) -> None:
    data = (
        '{"@type": "Course", "name": "Stone Walls Course", "offers": [{"price": 0, "priceCurrency": "EUR", "category": "Free"},'
        ' {"price": 59, "priceCurrency": "EUR", "category": "Certificate"}]}'
    )
    assert priced(said, f"<script type='application/ld+json'>{data}</script>") == CERTIFICATE


def test_a_free_offer_beside_lessons_with_a_teacher_stays_a_way_of_its_own() -> None:
    data = (
        '{"@type": "Course", "name": "Stone Walls Course", "offers": [{"price": 0, "priceCurrency": "EUR", "category": "Free"},'
        ' {"price": 900, "priceCurrency": "EUR", "name": "With a teacher"}]}'
    )
    found = priced("", f"<script type='application/ld+json'>{data}</script>")
    assert [p for _, _, p, _ in found] == ["free", "one_off"]


@pytest.mark.parametrize(
    ("said", "items"),
    [
        ("EUR 690 upfront, or 12 monthly payments of EUR 65.", [("standard", "690"), ("instalments", "780")]),
        ("Pay EUR 690 in full or EUR 65 per month for 12 months.", [("standard", "690"), ("instalments", "780")]),
        ("Price: EUR 240, or two payments of EUR 130.", [("standard", "240"), ("instalments", "260")]),
        ("Price: EUR 29/month, billed annually (EUR 348).", [("standard", "348")]),
        ("Price: EUR 29 per month when billed annually.", [("standard", "348")]),
        ("Price: EUR 29 per month.", [("standard", "29")]),
    ],
)
def test_a_price_in_parts_is_told_as_what_is_paid(said: str, items: list[tuple[str, str]]) -> None:
    found = credential(f"<p>{said}</p>").costs
    assert [(c.option, str(c.amount.get(None))) for c in found] == items


def test_what_is_billed_once_a_year_is_paid_by_the_year() -> None:
    (item,) = credential("<p>Price: EUR 29/month, billed annually (EUR 348).</p>").costs
    assert (item.pattern.value, item.condition) == ("per_year", "29 EUR a month, billed once a year")


@pytest.mark.parametrize(
    ("said", "condition"),
    [
        ("Hired within six months or your money back, that is our job guarantee.", ""),
        ("You get a full refund within 14 days.", "You get a full refund within 14 days."),
    ],
)
def test_a_guarantee_of_a_job_is_no_term_of_the_price(said: str, condition: str) -> None:
    assert [c.condition for c in credential(f"<p>Price: EUR 690.</p><p>{said}</p>").costs] == [condition]


@pytest.mark.parametrize(
    ("said", "conditions"),
    [
        ("Two years of experience or a bachelor's degree", [(2.0, None, True), (None, "bachelor", True)]),
        ("A bachelor's degree and two years of experience", [(2.0, None, False), (None, "bachelor", False)]),
        ("A bachelor's degree in physics or chemistry", [(None, "bachelor", False)]),
    ],
)
def test_conditions_joined_with_or_are_alternatives(
    said: str, conditions: list[tuple[float | None, str | None, bool]]
) -> None:
    found = credential(f"<table><tr><th>Eligibility</th><td>{said}</td></tr></table>").prerequisites
    read = [(p.experience_years, p.degree.value if p.degree else None, bool(p.either)) for p in found]
    assert sorted(read, key=str) == sorted(conditions, key=str)
    assert len({p.either for p in found}) == 1


@pytest.mark.parametrize("word", ["preferred", "recommended", "recommended but not required", "a plus"])
def test_what_is_preferred_is_no_demand(word: str) -> None:
    found = credential(f"<h2>Requirements</h2><p>Two years of experience in masonry is {word}.</p>").prerequisites
    assert [(p.experience_years, p.hard) for p in found] == [(2.0, False)]


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("Become a mason in 12 weeks. 20 hours a week, live online.", "240 h"),
        ("Recommended study time: 80-100 hours.", "80-100 h"),
        ("Study load: 5 ECTS (140 hours)", "140 h"),
        ("Study load: 5 ECTS", "125-150 h"),
    ],
)
def test_hours_are_read_where_they_are_stated(said: str, hours: str) -> None:
    assert str(credential(f"<p>{said}</p>").hours.value) == hours


@pytest.mark.parametrize(
    ("title", "body", "provider"),
    [
        ("Stone Walls Course | Wall School", "", "Wall School"),
        ("Stone Walls Course - Wall School", "", "Wall School"),
        ("Stone Walls Course by the Guild of Walls", "", "Guild of Walls"),
        ("Stone Walls Course", "<p>by Wallwright</p>", "Wallwright"),
        ("Stone Walls Course | Online Training", "", None),
        ("Stone Walls Course - retiring", "", None),
        ("Stone Walls Course", "<p>by Jane Doe</p>", None),
    ],
)
def test_who_gives_it_is_read_from_the_title_and_below_it(title: str, body: str, provider: str | None) -> None:
    found = credential(body, f"<title>{title}</title>").provider.get(None)
    assert (found.name if found else None) == provider


def test_a_no_to_accreditation_names_whose_page_says_it() -> None:
    found = credential("<p>Is it accredited? No.</p>", "<title>Stone Walls Course | Wall School</title>")
    assert [a.field for a in found.absent] == ["accreditation"]
    assert found.absent[0].sources[0].note.endswith("said by the page of Wall School")


@pytest.mark.parametrize(
    "said",
    [
        "<h2>Hiring partners</h2><p>They work in transportation management.</p>",
        "<h2>Careers</h2><ul><li>Transportation management</li></ul>",
        "<p>You should know transportation management.</p>",
        "<p>Bachelor of Transportation Management</p>",
        "<p>Requested by employers in transportation management.</p>",
        "<h2>Prerequisites</h2><p>Transportation management</p>",
    ],
)
def test_what_the_page_does_not_teach_is_left_out_of_the_text(said: str) -> None:
    text = page(f"<h2>What you learn</h2><p>Lime mortar</p>{said}").text.casefold()
    assert "lime mortar" in text
    assert "transportation management" not in text


@pytest.mark.parametrize(
    "said",
    [
        "<p>You will gain experience in lime mortar.</p>",
        "<h2>Job skills you will learn</h2><p>Lime mortar</p>",
        "<p>Build a good understanding of lime mortar.</p>",
        "<p>No prior experience is needed. We teach lime mortar.</p>",
    ],
)
def test_what_the_page_teaches_stays_in_the_text(said: str) -> None:
    assert "lime mortar" in page(said).text.casefold()
