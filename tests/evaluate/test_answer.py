"""The first sentences of a comparison: who is first, how sure that is, and what warns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from credlens.evaluate.answer import FITS
from credlens.evaluate.wording import wording
from credlens.model.evaluation import LAW, Wording
from credlens.model.scorecard import Comparison, Estimate, Flag, FlagState, Scorecard, Sensitivity

TITLES = {"a": "Alpha", "b": "Beta", "c": "Gamma", "d": "Delta"}
STOP = Flag("retired", FlagState.FIRES, "it ended in 2025", gates=True)
NARROW = Flag("too_narrow", FlagState.FIRES, "specialist only: 90 %")
DEMAND = Flag(LAW, FlagState.FIRES, "the law demands a licence (US)", gates=True)


def card(name: str, quality: float, best: float | None, *flags: Flag, unranked: str = "") -> Scorecard:
    estimate = Estimate(quality, quality - 0.08, quality + 0.09)
    suits = Estimate(0.5, 0.4, 0.6)
    return Scorecard(name, estimate, suits, (), flags, best, best, known=0.6, fits_known=0.6, unranked=unranked)


def said(*cards: Scorecard, duel: float | None = None, lead: float = 0.03) -> Wording:
    wins = {} if duel is None else {(cards[0].credential, cards[1].credential): duel}
    held = None if duel is None else Sensitivity(cards[0].credential, lead, ())
    return wording(Comparison(cards, (), wins=wins, sensitivity=held), TITLES)


def test_one_alone_is_answered_with_its_interval_and_grade() -> None:
    graded = replace(card("a", 0.46, None), quality=Estimate(0.46, 0.38, 0.55, "C"))
    assert said(graded).answer == (
        "Trust: 46 of 100 (38 to 55), grade C. Fit for you: 50 of 100, somewhere from 40 to 60, so no grade yet."
    )


def test_of_what_hardly_anything_is_known_no_number_is_given() -> None:
    bare = replace(card("a", 0.46, None), known=0.16, fits_known=0.1)
    assert said(bare).answer == (
        f"Too little is known of it to say how far it can be trusted: 16 % of what counts. {FITS}"
    )
    assert said(bare).fits == FITS
    assert said(bare, card("b", 0.4, None)).fits == ""


@pytest.mark.parametrize(
    ("best", "duel", "clear"), [(0.62, 0.7, True), (0.5, 0.6, True), (0.49, 0.7, False), (0.62, 0.59, False)]
)
def test_a_leader_is_clear_by_chance_and_by_duel(best: float, duel: float, clear: bool) -> None:
    text = said(card("a", 0.6, best), card("b", 0.5, 1 - best), card("c", 0.1, 0.0), duel=duel).answer
    assert text.startswith("Alpha can be trusted most: it has 60 of 100 (52 to 69)") is clear
    assert text.startswith("Nobody clearly leads: Alpha comes first with 60 of 100 (52 to 69)") is not clear
    assert f"{best:.0%}".replace("%", " %") in text
    assert f"{duel:.0%}".replace("%", " %") in text
    assert "beats Beta, the next, in" in text


def test_of_two_only_the_duel_is_told() -> None:
    def two(duel: float) -> str:
        return said(card("a", 0.6, duel), card("b", 0.5, 1 - duel), duel=duel).answer

    assert two(0.7) == (
        "Alpha can be trusted most: it has 60 of 100 (52 to 69), and beats Beta in 70 % of the simulated cases."
    )
    assert two(0.59) == (
        "Nobody clearly leads: Alpha comes first with 60 of 100 (52 to 69), but beats Beta in only 59 % of the simulated cases."
    )


def test_the_first_of_the_list_is_named_first_even_where_another_is_best_more_often() -> None:
    text = said(card("a", 0.6, 0.3), card("b", 0.5, 0.4), card("c", 0.5, 0.3), duel=0.5).answer
    assert text.startswith("Nobody clearly leads: Alpha comes first")
    assert text.endswith("Beta is best more often, in 40 %.")


def test_what_would_print_as_no_lead_is_level() -> None:
    text = said(card("a", 0.5, 0.5), card("b", 0.5, 0.5), duel=0.5, lead=0.0004).answer
    assert (
        text
        == "Nobody clearly leads: Alpha and Beta are level with 50 of 100 (42 to 59); Alpha is best in 50 % of the simulated cases."
    )


def test_simulation_never_proves_certainty() -> None:
    text = said(card("a", 0.9, 1.0), card("b", 0.1, 0.0), card("c", 0.1, 0.0), duel=1.0).answer
    assert text.count("over 99 %") == 2
    assert "100 %" not in text


def test_who_is_not_ranked_for_want_of_facts_is_named_with_the_reason() -> None:
    thin = replace(card("c", 0.5, None, unranked="too little is known"), known=0.16)
    ranked = (card("a", 0.6, 0.7), card("b", 0.5, 0.3))
    assert said(*ranked, thin, duel=0.7).answer.endswith(
        "Too little is known of Gamma to rank it: 16 % of what counts."
    )
    assert said(*ranked, thin, replace(thin, credential="d"), duel=0.7).answer.endswith(
        "Too little is known of Gamma (16 % of what counts) and Delta (16 % of what counts) to rank them."
    )


def test_where_nobody_is_ranked_it_says_so() -> None:
    thin = card("a", 0.5, None, unranked="too little is known")
    assert said(thin, replace(thin, credential="b")).answer.startswith("None of these 2 can be ranked. Too little")
    assert said(thin, card("b", 0.4, None)).answer.startswith("Only Beta can be ranked, with 40 of 100 (32 to 49).")


def test_a_warning_that_gates_is_told_once_for_all_it_holds_for() -> None:
    assert said(card("a", 0.46, None, STOP)).answer.endswith("A warning keeps it out of plans: it ended in 2025.")
    long = replace(STOP, because="it is for staff; ask the school")
    cards = (card("a", 0.6, 0.9), card("b", 0.5, None, STOP), card("c", 0.4, None, STOP), card("d", 0.3, None, long))
    assert said(*cards).answer.endswith(
        "Warnings keep out of plans: Beta and Gamma (it ended in 2025); Delta (it is for staff)."
    )
    more = replace(STOP, because="it never was")
    text = said(card("a", 0.6, None, more), *cards[1:]).answer
    assert text.endswith("Warnings keep out of plans: Alpha (it never was); Beta and Gamma (it ended in 2025); 1 more.")


def test_warnings_that_do_not_gate_are_named_two_at_most() -> None:
    paid = replace(NARROW, id="free_but_paid")
    trap, dead = replace(NARROW, id="renewal_trap"), replace(NARROW, id="degree_demanded")
    assert said(card("a", 0.5, None, NARROW)).answer.endswith("Warning: too narrow.")
    assert said(card("a", 0.5, None, NARROW, paid)).answer.endswith("Warnings: too narrow, free but paid.")
    many = said(card("a", 0.5, None, NARROW, paid, trap, dead)).answer
    assert many.endswith("Warnings: too narrow, free but paid, and 2 more warnings.")
    both = said(card("a", 0.5, 0.6, NARROW), card("b", 0.4, 0.4), duel=0.6).answer
    assert both.endswith("Warning: too narrow (1 of 2).")


def test_what_the_law_demands_stands_apart_and_is_said_once() -> None:
    all_ = said(card("a", 0.5, None, DEMAND, unranked="x"), card("b", 0.4, None, DEMAND, unranked="x"))
    assert all_.gates == ("The law demands a licence (US).",)
    assert all_.answer == "None of these 2 is ranked: what the law demands comes first."
    one = said(card("a", 0.5, 0.6), card("b", 0.4, None, DEMAND))
    assert one.gates == ("Beta: the law demands a licence (US).",)
    assert "licence" not in one.answer
