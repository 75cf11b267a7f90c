"""The brief as a view: the answer first, and every question answered by facts or by the person alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from credlens.model.brief import Brief
from credlens.model.verification import Check, Outcome
from credlens.present.views.brief import brief_page


def test_the_answer_says_what_it_is_from_whom_and_by_what_it_is_held(rich_brief: Brief, poor_brief: Brief) -> None:
    assert brief_page(rich_brief).answer == (
        "Assessed certificate from Example Academy. You hold it, by a badge: issued 2026-03-04."
    )
    assert brief_page(poor_brief).answer == (
        "A credential of unknown kind, issuer unknown. You hold it, by your own documents (cv.md:9): issued 2019."
    )


def test_what_is_not_held_is_said_not_to_be_held(rich_brief: Brief) -> None:
    page = brief_page(replace(rich_brief, held=None, badge=None))
    assert page.answer.endswith("You do not hold it.")
    assert page.warnings[0].startswith("Do not say that you hold it")
    assert page.verdict == ""


def test_a_badge_that_did_not_hold_is_no_way_of_holding_it(rich_brief: Brief) -> None:
    assert brief_page(replace(rich_brief, held=None)).answer.endswith(
        "What you have of it is a badge that did not hold."
    )


def test_what_lapsed_is_said_first(rich_brief: Brief) -> None:
    assert rich_brief.held is not None
    lapsed = replace(rich_brief.held, expires="2026-03", until=date(2026, 3, 31))
    page = brief_page(replace(rich_brief, held=lapsed))
    assert "expired 2026-03" in page.answer
    assert page.warnings == ("It has expired: say so, or renew it first.",)


def test_an_issuer_under_a_doubtful_name_is_only_called_so(rich_brief: Brief) -> None:
    assert rich_brief.badge is not None
    odd = Check("issuer_name", Outcome.WARNING, "Whose name?", "It is called like a well-known one.")
    badge = replace(rich_brief.badge, report=replace(rich_brief.badge.report, checks=(odd,)))
    page = brief_page(replace(rich_brief, badge=badge))
    assert page.answer.startswith("Assessed certificate, by a badge of somebody who is called Example Academy.")
    assert page.meaning == "caution"
    assert "It is called like a well-known one." in page.warnings[0]


def test_questions_without_fact_or_word_are_left_to_the_person(rich_brief: Brief) -> None:
    page = brief_page(rich_brief)
    assert [q.id for q in page.open] == ["hardest", "why"]
    assert page.open[0].how == "credlens brief sql-cert --note hardest='...'"
    built = next(q for q in page.questions if q.id == "built")
    assert built.own is not None
    assert built.own.text == "A report of sales by week."


def test_a_note_on_a_question_that_is_not_expected_is_shown_all_the_same(rich_brief: Brief) -> None:
    page = brief_page(replace(rich_brief, notes={"expired": "It will not."}))
    found = next(q for q in page.questions if q.id == "expired")
    assert (found.facts, found.own and found.own.text) == ((), "It will not.")


def test_every_footnote_is_in_the_list_of_sources(rich_brief: Brief) -> None:
    page = brief_page(rich_brief)
    values = [v for s in page.sections for r in s.rows for v in r.values]
    values += [v for q in page.questions for v in (*q.facts, *([q.own] if q.own else []))]
    used = {r.number for v in values for r in v.refs}
    assert used == {n.number for n in page.sources}


@pytest.mark.parametrize("link", ["http://badges.example/7", "javascript:alert(1)", ""])
def test_no_code_is_drawn_of_an_address_that_is_not_safe_to_follow(rich_brief: Brief, link: str) -> None:
    assert rich_brief.held is not None
    page = brief_page(replace(rich_brief, held=replace(rich_brief.held, link=link)), qr=True)
    assert (page.link, page.qr) == ("", "")
    assert brief_page(rich_brief, qr=True).qr.startswith("<svg")
    assert brief_page(rich_brief).qr == ""


def test_json_holds_the_same_in_plain_types(rich_brief: Brief) -> None:
    found = brief_page(rich_brief).to_json()
    assert set(found) == {"sections", "questions", "sources"}
    assert found["sources"][0]["date"] == "2026-11-22"
    built = next(q for q in found["questions"] if q["id"] == "built")
    assert built["note"] == "A report of sales by week."
    assert next(q for q in found["questions"] if q["id"] == "why") == {
        "id": "why",
        "question": "Why this one, and not another?",
        "facts": [],
        "note": None,
    }
