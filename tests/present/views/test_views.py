from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from credlens.model.gap import Gate, GateState
from credlens.model.loop import Loop
from credlens.model.person import HeldCredential
from credlens.present.context import Context
from credlens.present.views.card import Warns
from credlens.present.views.gap import gap
from credlens.present.views.gates import gates
from credlens.present.views.header import header
from credlens.present.views.held import held
from credlens.present.views.options import options
from credlens.present.views.payments import payments
from credlens.present.views.plan import plans
from credlens.present.views.verdicts import verdicts
from credlens.present.views.worth import worth
from credlens.present.words import NBSP


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


def test_the_answer_comes_first_with_its_numbers(loop: Loop) -> None:
    said = plain(header(Context(loop)).answer)
    assert (
        said
        == "You can show 3 of the 14 skills that 41 ads for data analyst ask for; begin with SQL, asked for in 33 of 41 ads."
    )


def test_the_answer_when_nothing_is_missing(loop: Loop) -> None:
    held_only = tuple(i for i in loop.gap.items if i.rank is None)
    done = replace(loop, gap=replace(loop.gap, items=held_only, first=()), plans=())
    assert "what is left is to prove them" in header(Context(done)).answer
    assert plans(Context(done)).lead.startswith("You can show all")


def test_the_first_three_are_marked_and_the_others_explained(loop: Loop) -> None:
    view = gap(Context(loop))
    assert [r.label for r in view.missing if r.first] == ["SQL", "Python", "Data visualization"]
    rows = {r.label: r for r in (*view.missing, *view.more, *view.held)}
    assert rows["Communication"].remark == "transversal"
    assert rows["Data analysis"].remark == "whole field"
    assert rows["SQL"].opens == "+9"
    assert rows["A/B testing"].opens == "none on its own"
    assert rows["ETL"].required.unknown
    assert rows["Excel"].you == "used in work, intermediate"
    assert len(view.explained) == 4


def test_what_few_ads_name_is_listed_but_not_counted(loop: Loop) -> None:
    items = tuple(replace(i, seldom=i.skill in ("etl", "email-marketing")) for i in loop.gap.items)
    seldom = replace(loop, gap=replace(loop.gap, items=items))
    view = gap(Context(seldom))
    assert view.seldom == ("ETL (4 of 41)",)
    assert "ETL" not in [r.label for r in (*view.missing, *view.more)]
    assert plain(view.lead).startswith(
        "41 ads name 14 skills, 12 of them often enough to plan for; you can show 2 of these."
    )
    assert plain(header(Context(seldom)).answer).startswith("You can show 2 of the 12 skills that 41 ads")


def test_a_skill_that_the_person_denied_is_said_to_be_denied(loop: Loop) -> None:
    denied = replace(loop, person=replace(loop.person, refused=("python",)))
    rows = {r.label: r for r in gap(Context(denied)).missing}
    assert rows["Python"].you == "you said that you do not have it"


@pytest.mark.parametrize(
    ("state", "lead"),
    [
        (GateState.CLOSED, "Something other than a skill stands in the way"),
        (GateState.CANNOT_TELL, "One thing has to be settled before you spend money"),
        (GateState.OPEN, "You can show what the ads want to see before they look at skills"),
    ],
)
def test_gates_say_what_they_mean_for_money(loop: Loop, law_gate: Gate, state: GateState, lead: str) -> None:
    view = gates(Context(replace(loop, gap=replace(loop.gap, gates=(replace(law_gate, state=state),)))))
    assert view.lead.startswith(lead)
    assert bool(view.gates[0].consequence) is (state is not GateState.OPEN)


def test_closed_gates_come_before_open_ones(loop: Loop, law_gate: Gate) -> None:
    view = gates(Context(replace(loop, gap=replace(loop.gap, gates=(*loop.gap.gates, law_gate)))))
    assert [g.state for g in view.gates] == ["closed", "open"]


def test_up_to_three_options_are_shown_and_the_rest_is_kept(loop: Loop) -> None:
    many = {**loop.options, "sql": loop.options["sql"] * 3}
    context = Context(replace(loop, options=many))
    view = options(context)
    assert (len(view.first[0].best), len(view.first[0].rest)) == (3, 6)
    titles = [context.title(o.credential) for o in many["sql"]]
    assert [r.title for r in view.first[0].rest] == titles[3:]


def test_a_credential_is_printed_in_full_once_among_the_other_skills(loop: Loop) -> None:
    view = options(Context(loop))
    assert all(c.full for s in view.first for c in s.best)
    statistics = next(s for s in view.others if s.label == "Statistics")
    assert {c.title: c.full for c in statistics.best} == {
        "Google Data Analytics Professional Certificate": False,
        "HarvardX Data Science Professional Certificate": False,
        "CompTIA Data+": False,
    }


def test_an_unknown_price_is_not_free(loop: Loop) -> None:
    cards = {c.title: c for c in options(Context(loop)).first[0].best}
    assert cards["SQL Bootcamp Certificate"].cost.unknown
    assert cards["SQL Bootcamp Certificate"].hours.unknown
    assert cards["SQL Bootcamp Certificate"].flags == (
        Warns("caution", "Mind", "It teaches one tool, and covers 9 % of what the ads ask for."),
    )


def test_what_is_planned_or_asked_about_is_always_compared(loop: Loop) -> None:
    view = worth(Context(loop))
    assert [j.title for j in view.judged][:4] == [
        "Google Data Analytics Professional Certificate",
        "Python for Everybody",
        "SQL Bootcamp Certificate",
        "HarvardX Data Science Professional Certificate",
    ]
    assert "no clear winner" in view.lead
    assert [plain(j.p_best) for j in view.judged] == ["31 %", "2 %", "under 1 %", "22 %", "45 %"]
    supervision = next(r for r in view.rows if r.name == "Supervision and identity")
    assert [bool(s and s.unknown) for _, s in supervision.cells] == [True, True, True, True, False]
    assert next((u.what, u.of) for u in view.look_up) == (
        "Supervision and identity",
        "HarvardX Data Science Professional Certificate",
    )


def test_each_credential_asked_about_gets_its_verdict(loop: Loop) -> None:
    found = {v.title: v for v in verdicts(Context(loop))}
    assert [v.meaning for v in found.values()] == ["good", "stop", "caution"]
    bootcamp = found["SQL Bootcamp Certificate"]
    assert "Its price is unknown, so it cannot be held against your budget." in bootcamp.because
    assert "It teaches one tool, and covers 9 % of what the ads ask for." in bootcamp.because


def test_want_of_facts_is_no_verdict_against_a_credential(loop: Loop) -> None:
    left = replace(loop, left_out=(("harvardx-data-science", "its workload is not known"),))
    verdict = next(v for v in verdicts(Context(left)) if v.title.startswith("HarvardX"))
    assert verdict.meaning == "caution"
    assert "Its workload is not known." in verdict.because
    assert "Cannot tell yet: no credibility." in verdict.because
    assert "look it up" in verdict.next_step


def test_no_verdict_is_good_behind_a_closed_gate(loop: Loop, law_gate: Gate) -> None:
    blocked = replace(loop, gap=replace(loop.gap, gates=(law_gate,)))
    assert {v.meaning for v in verdicts(Context(blocked))} == {"stop"}


def test_plans_say_how_good_they_are_known_to_be(loop: Loop) -> None:
    view = plans(Context(loop))
    assert [plain(p.status) for p in view.plans] == [
        "Proven best of its kind within your limits.",
        "At most 4 % below the best possible plan of its kind.",
        "Proven best of its kind within your limits.",
    ]
    first = view.plans[0]
    assert plain(first.cost) == "USD 294 of USD 400"
    assert (first.part_skills, first.open_skills) == ("Statistics", "Power BI, A/B testing and Machine learning")
    assert plain(first.lead).endswith(
        "for USD 294; Power BI, A/B testing and Machine learning stay open, 1 skill is covered in part."
    )
    assert [s.weeks.replace("\N{EN DASH}", "-") for s in first.steps] == ["weeks 1-17", "weeks 18-24"]


def test_what_stays_open_names_what_would_close_it(loop: Loop) -> None:
    skills = {s.label: s for s in plans(Context(loop)).plans[0].skills}
    assert plain(skills["SQL"].since) == "from 21 Mar 2027"
    assert (skills["Statistics"].state, skills["Power BI"].state) == ("covered in part", "not covered")
    assert [plain(x) for x in skills["Statistics"].supplements] == [
        "Statistics and probability (free, 50 h; fits into your limits)"
    ]
    assert "does not fit" in skills["Machine learning"].supplements[0]


def test_months_without_a_payment_are_shown_and_sums_grow(loop: Loop) -> None:
    months = payments(Context(loop), loop.plans[0])
    assert [plain(m.month) for m in months] == ["Nov 2026", "Dec 2026", "Jan 2027", "Feb 2027", "Mar 2027"]
    assert [plain(m.total) for m in months] == ["USD 49", "USD 98", "USD 147", "USD 196", "USD 294"]
    gone = replace(loop.plans[0].steps[0], payments=(loop.plans[0].steps[0].payments[0],))
    sparse = payments(Context(loop), replace(loop.plans[0], steps=(gone, loop.plans[0].steps[1])))
    assert [plain(m.amount) for m in sparse] == ["USD 49", "nothing", "nothing", "nothing", "USD 98"]


def test_months_over_the_turn_of_a_year(loop: Loop) -> None:
    assert payments(Context(loop), replace(loop.plans[2], steps=())) == ()
    assert [plain(m.month) for m in payments(Context(loop), loop.plans[2])] == ["Jan 2027"]


@pytest.mark.parametrize(
    ("days", "meaning", "state"),
    [(-1, "stop", "expired"), (0, "caution", "expires in 0 days"), (181, "good", "valid")],
)
def test_expiry_is_counted_from_the_day_of_the_report(loop: Loop, days: int, meaning: str, state: str) -> None:
    item = HeldCredential("Cloud", "cloud-basics", date(2024, 1, 1), loop.made + timedelta(days), "resume.md:1")
    (view,) = held(Context(replace(loop, person=replace(loop.person, credentials=(item,)))))
    assert (view.meaning, plain(view.state)) == (meaning, state)
    assert view.renewal is not None
    assert view.renewal.text == "passing a free assessment (cost unknown, hours unknown)"


def test_what_has_lapsed_comes_first_and_unknown_expiry_is_not_for_ever(loop: Loop) -> None:
    found = held(Context(loop))
    assert [h.meaning for h in found] == ["stop", "caution"]
    assert found[1].state == "expiry unknown"
    assert found[1].next_step


def test_a_credential_that_never_lapses_is_called_so(loop: Loop) -> None:
    item = HeldCredential("Google", "google-data-analytics", date(2024, 1, 1), None, "resume.md:1")
    (view,) = held(Context(replace(loop, person=replace(loop.person, credentials=(item,)))))
    assert (view.meaning, view.state) == ("good", "does not expire")
