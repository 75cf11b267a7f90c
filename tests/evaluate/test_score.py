"""Scorecards and comparisons of whole cases."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from credlens.evaluate import CRITERIA, FLAGS
from credlens.evaluate.case import Case
from credlens.evaluate.look_up import LOOK_UP
from credlens.evaluate.ranked import why_unranked
from credlens.evaluate.score import compare, score
from credlens.model.errors import UserError
from credlens.model.scorecard import FlagState
from credlens.model.weighting import Weighting

Build = Callable[[Mapping[str, Any]], Case]

ADS = {"n": 60, "skills": {"sql": 45, "excel": 30, "python": 20}}
STRONG = {
    "id": "strong",
    "skills": {"sql": "core", "excel": "part"},
    "assessment": [{"type": "written_exam", "grader": "psychometric", "attempts": 3}],
    "supervision": "supervised_with_id",
    "accreditation": [{"what": "scheme", "standard": "ISO/IEC 17024", "body": "ANAB"}],
    "recognition": [{"by": "ACE", "kind": "credit"}],
    "verification": "credly",
    "validity_months": "never",
}
WEAK = {
    "id": "weak",
    "skills": {"sql": "touched"},
    "hours": {"min": 2, "max": 3},
    "assessment": [{"type": "quiz", "attempts": "unlimited"}],
    "supervision": "unsupervised_no_id",
    "verification": "pdf",
    "validity_months": "never",
}
BLANK = {"id": "blank"}


@pytest.fixture
def cases(build_case: Build) -> list[Case]:
    return [build_case({"credential": c, "ads": ADS, "missing": {"sql": 1}}) for c in (WEAK, BLANK, STRONG)]


def test_the_strong_one_comes_first_and_the_blank_one_is_not_last(cases: list[Case]) -> None:
    comparison = compare(cases)
    assert [c.credential for c in comparison.cards] == ["strong", "blank", "weak"]
    best = comparison.card("strong")
    assert best.p_best is not None
    assert best.p_best > 0.9
    assert sum(c.p_best or 0 for c in comparison.cards) == pytest.approx(1)
    assert [c.p_top3 for c in comparison.cards] == pytest.approx([1, 1, 1])


def test_a_card_has_every_criterion_and_every_flag_with_its_reason(cases: list[Case]) -> None:
    card = compare(cases).card("weak")
    assert tuple(c.id for c in card.criteria) == CRITERIA.names()
    assert tuple(f.id for f in card.flags) == FLAGS.names()
    assert all(c.because for c in card.criteria)
    assert all(f.because for f in card.flags)
    assert card.criterion("supervision").high == 0
    assert [f.id for f in card.firing()] == ["low_effort"]
    for group in ("quality", "suitability"):
        assert sum(c.weight for c in card.criteria if c.group == group) == pytest.approx(1)


def test_flags_do_not_subtract_points(build_case: Build) -> None:
    # A flag that no criterion looks at: whether it is open to the public.
    closed = score(build_case({"credential": {**STRONG, "open_to_public": False}, "ads": ADS}))
    opened = score(build_case({"credential": {**STRONG, "open_to_public": True}, "ads": ADS}))
    assert [f.id for f in closed.firing()] == ["not_open"]
    assert closed.quality == opened.quality
    assert closed.suitability == opened.suitability


def test_one_alone_scores_as_it_does_among_others_but_has_no_rank(cases: list[Case]) -> None:
    alone, among = score(cases[0]), compare(cases).card("weak")
    assert alone.quality == among.quality
    assert alone.suitability == among.suitability
    assert alone.p_best is None
    assert alone.p_top3 is None


def test_the_order_given_does_not_matter(cases: list[Case]) -> None:
    assert compare(cases) == compare(cases[::-1])


def test_the_seed_decides(cases: list[Case]) -> None:
    assert compare(cases, seed=7) == compare(cases, seed=7)
    assert compare(cases, seed=7).card("blank").quality != compare(cases, seed=8).card("blank").quality


def test_own_weights_change_the_order(cases: list[Case], build_case: Build) -> None:
    narrow = build_case({"credential": {**STRONG, "id": "pdf-only", "verification": "pdf"}, "ads": ADS})
    only = Weighting(points={"verifiability": 1.0})
    assert [c.credential for c in compare([*cases, narrow], only).cards][:2] == ["strong", "blank"]


def test_looking_up_is_proposed_where_it_could_change_the_first_place(build_case: Build) -> None:
    settled = {k: v for k, v in STRONG.items() if k != "verification"}
    rivals = [
        build_case({"credential": {**settled, "id": name}, "ads": {"n": 7000, "skills": {"sql": 5000}}})
        for name in ("one", "two")
    ]
    found = compare(rivals).look_up_next
    assert len(found) <= LOOK_UP
    # What is not known of them; durability's interval is wide, too, but nobody can look it up.
    assert {u.criterion for u in found} == {"stackability", "verifiability"}
    assert {u.fields for u in found if u.criterion == "verifiability"} == {("verification",)}
    assert all(u.tells is not None and 0 < u.tells < 1 for u in found)
    assert found[0].changes is not None
    assert found[0].changes > 0.2  # two that are alike: whichever turns out well leads


def test_nothing_is_proposed_for_one_that_cannot_win(build_case: Build) -> None:
    ads = {"n": 7000, "skills": {"sql": 5000}}
    hopeless = {**WEAK, "accreditation": [{"what": "programme", "standard": "own", "body": "own"}]}
    assert compare([build_case({"credential": c, "ads": ads}) for c in (STRONG, hopeless)]).look_up_next == ()


def test_the_same_credential_twice_is_refused(cases: list[Case]) -> None:
    with pytest.raises(UserError, match="weak is compared with itself"):
        compare([*cases, cases[0]])


def test_nothing_to_compare_gives_an_empty_comparison() -> None:
    assert compare([]).cards == ()


def test_cannot_tell_is_what_a_blank_record_mostly_gets(cases: list[Case]) -> None:
    states = {f.id: f.state for f in compare(cases).card("blank").flags}
    assert [i for i, s in states.items() if s is FlagState.CLEAR] == [
        "legally_required", "degree_demanded", "accreditation_not_listed", "expired_held"
    ]  # fmt: skip
    assert FlagState.FIRES not in states.values()


def test_only_rivals_are_ranked_and_everybody_is_scored(cases: list[Case]) -> None:
    everybody = compare(cases)
    two = compare(cases, unranked=lambda card: "no rival" if card.credential == "weak" else "")
    assert two.card("weak").unranked == "no rival"
    assert [(c.credential, c.quality, c.suitability) for c in two.cards] == [
        (c.credential, c.quality, c.suitability) for c in everybody.cards
    ]
    assert (two.card("weak").p_best, two.card("weak").p_top3) == (None, None)
    chances = [two.card(name).p_best for name in ("strong", "blank")]
    assert sum(c for c in chances if c is not None) == pytest.approx(1)
    assert "weak" not in {u.credential for u in two.look_up_next}
    assert "weak" not in {name for pair in two.wins for name in pair}
    alone = compare([c for c in cases if c.credential.id != "weak"])
    assert two.card("strong").p_best == alone.card("strong").p_best
    assert two.sensitivity == alone.sensitivity


def test_without_rivals_nobody_is_ranked(cases: list[Case]) -> None:
    comparison = compare(cases, unranked=lambda _card: "none of them")
    assert {c.p_best for c in comparison.cards} == {None}
    assert comparison.sensitivity is None
    assert {u.tells for u in comparison.look_up_next} == {None}


def test_a_letter_is_given_only_where_one_band_holds_nearly_all_draws(cases: list[Case]) -> None:
    comparison = compare(cases)
    assert comparison.card("blank").quality.letter is None
    assert comparison.card("weak").suitability.letter is None
    known = Weighting(points={"assessment_rigour": 0.6, "supervision": 0.4})
    assert [compare(cases, known).card(i).quality.letter for i in ("strong", "weak")] == ["A", "E"]


def test_who_is_at_least_as_good_on_everything_is_said_first(build_case: Build) -> None:
    ads = {"n": 7000, "skills": {"sql": 5000}}
    pdf = build_case({"credential": {**STRONG, "id": "strong-on-paper", "verification": "pdf"}, "ads": ads})
    strong = build_case({"credential": STRONG, "ads": ads})
    comparison = compare([pdf, strong])
    assert [(d.better, d.worse, d.surely) for d in comparison.dominated] == [("strong", "strong-on-paper", False)]
    assert comparison.wins["strong", "strong-on-paper"] > 0.5
    paper = Weighting(points={"supervision": 1, "verifiability": 1})
    assert [(d.better, d.surely) for d in compare([pdf, strong], paper).dominated] == [("strong", True)]


def test_the_first_place_that_hangs_on_one_weight_is_told(build_case: Build) -> None:
    # One is strong where it is supervised, the other where it can be checked; the weights decide.
    one = build_case({"credential": {"id": "one", "supervision": "supervised_with_id", "verification": "pdf"}})
    two = build_case({"credential": {"id": "two", "supervision": "unsupervised_no_id", "verification": "open_badge_3"}})
    weights = Weighting(points={"supervision": 50, "verifiability": 50})
    found = compare([one, two], weights).sensitivity
    assert found is not None
    assert found.first == "one"
    assert found.lead == pytest.approx(0.5 * 1 - 0.5 * 0.85)
    assert not found.holds
    turned = {(s.criterion, s.factor) for s in found.shifts if s.first == "two"}
    assert turned == {("supervision", 0.5), ("verifiability", 1.5)}
    lead = next(s.lead for s in found.shifts if (s.criterion, s.factor) == ("supervision", 0.5))
    assert lead == pytest.approx(2 / 3 * 0.85 - 1 / 3)


def test_best_if_names_what_one_has_to_care_about(build_case: Build) -> None:
    one = build_case({"credential": {"id": "one", "supervision": "supervised_with_id", "verification": "pdf"}})
    two = build_case({"credential": {"id": "two", "supervision": "unsupervised_no_id", "verification": "credly"}})
    found = compare([one, two], Weighting(points={"supervision": 50, "verifiability": 60}))
    favoured = found.card("two").favour
    assert favoured is not None
    assert favoured.more == ("verifiability",)
    assert favoured.less == ("supervision",)
    assert favoured.leads
    assert sum(favoured.weights.values()) == pytest.approx(1)


def test_for_one_alone_it_is_said_what_leaves_most_open(build_case: Build) -> None:
    found = compare([build_case({"credential": {**STRONG, "verification": None}, "ads": ADS})]).look_up_next
    assert (found[0].criterion, found[0].fields, found[0].tells) == ("verifiability", ("verification",), None)
    assert found[0].narrows == pytest.approx(0.07 * 0.7)
    assert [u.narrows for u in found] == sorted((u.narrows for u in found), reverse=True)


def test_what_is_hardly_known_or_kept_out_of_plans_is_not_ranked(cases: list[Case], build_case: Build) -> None:
    gone = build_case({"credential": {**STRONG, "id": "gone", "status": "ceased"}, "ads": ADS})
    comparison = compare([*cases, gone], unranked=why_unranked)
    assert comparison.card("strong").unranked == ""
    assert comparison.card("gone").unranked.startswith("a warning keeps it out of plans: it is ceased")
    assert comparison.card(
        "blank"
    ).unranked == f"too little is known of it: {comparison.card('blank').known:.0%} of what counts".replace("%", " %")
    assert comparison.card("blank").known < 0.25 < comparison.card("strong").known
    assert comparison.card("strong").p_best is None  # the weak one has low effort: nobody is left to rank it against


def test_best_if_is_claimed_only_of_what_leads_there(build_case: Build) -> None:
    # Two is first in some draws, by what is unknown of it, and at no weights by what is expected of it.
    one = build_case({"credential": {"id": "one", "supervision": "supervised_with_id", "verification": "credly"}})
    two = build_case({"credential": {"id": "two", "supervision": "supervised_with_id"}})
    favours = [
        compare([one, two], Weighting(points={"supervision": 50, "verifiability": 60, "stackability": 60}))
        .card(i)
        .favour
        for i in ("one", "two")
    ]
    assert [f.leads for f in favours if f] == [True, False]


def test_how_often_an_answer_would_change_who_leads_is_exact(build_case: Build) -> None:
    # One may reach 0 to 70 of 100 where two has 50, at half of the weight: two leads by .075, and the answer moves one by .35.
    one = build_case({"credential": {"id": "one", "supervision": "supervised_with_id"}})
    two = build_case({"credential": {"id": "two", "supervision": "supervised_with_id", "verification": "public_page"}})
    found = compare([one, two], Weighting(points={"supervision": 50, "verifiability": 50})).look_up_next
    assert [(u.credential, u.criterion, u.fields) for u in found] == [("one", "verifiability", ("verification",))]
    assert found[0].narrows == pytest.approx(0.35)
    assert found[0].changes == pytest.approx(0.5 - 0.075 / 0.35)
    assert found[0].tells is not None
    assert found[0].tells > 0.7  # nothing else is open but the weights
