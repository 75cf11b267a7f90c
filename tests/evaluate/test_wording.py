"""The sentences of a comparison."""

from __future__ import annotations

from dataclasses import replace

from credlens.evaluate.wording import wording
from credlens.model.scorecard import (
    Comparison,
    Dominance,
    Estimate,
    Favour,
    Flag,
    FlagState,
    LookUp,
    Scorecard,
    Sensitivity,
    Shift,
)

TITLES = {"a": "Alpha", "b": "Beta", "c": "Gamma"}
STOP = Flag("retired", FlagState.FIRES, "it ended in 2025", gates=True)


def card(
    name: str, quality: float = 0.46, best: float | None = None, *flags: Flag, letter: str | None = None
) -> Scorecard:
    estimate = Estimate(quality, quality - 0.08, quality + 0.09, letter)
    return Scorecard(name, estimate, Estimate(0.5, 0.4, 0.6), (), flags, best, best)


def said(*cards: Scorecard) -> str:
    return wording(Comparison(cards, ()), TITLES).answer


def test_one_alone_is_answered_with_its_interval_and_grade() -> None:
    assert said(card("a", letter="C")) == (
        "It can be trusted 46 of 100 (38 to 55): grade C. It suits you 50 of 100 (40 to 60): too open for a grade yet."
    )


def test_a_warning_that_gates_is_told_in_the_same_breath() -> None:
    assert said(card("a", 0.46, None, STOP)).endswith("But a warning keeps it out of plans: it ended in 2025.")
    both = card("a", 0.46, None, STOP, replace(STOP, because="it is for staff"))
    assert said(both).endswith("But warnings keep it out of plans: it ended in 2025; it is for staff.")
    assert "keeps Beta out of plans: it ended in 2025" in said(card("a", best=0.9), card("b", 0.4, 0.1, STOP))


def test_a_warning_that_does_not_gate_is_no_part_of_the_answer() -> None:
    assert "warning" not in said(card("a", 0.46, None, replace(STOP, gates=False)))


def test_of_many_that_are_kept_out_two_are_named() -> None:
    text = said(*(card(name, 0.4, None, STOP) for name in TITLES))
    assert text.count("it ended in 2025") == 2
    assert text.endswith("Warnings keep 1 more of them out of plans.")


def test_a_clear_leader_is_named() -> None:
    assert said(card("a", 0.4, 0.15), card("b", 0.6, 0.85)) == (
        "Beta can be trusted most: it is first in 85 % of the weightings and unknowns that were drawn, with 60 of 100 (52 to 69)."
    )


def test_without_a_clear_leader_it_says_so() -> None:
    assert said(card("a", 0.45, 0.45), card("b", 0.5, 0.55)) == (
        "Nobody clearly leads: Beta is first in 55 % of the weightings and unknowns that were drawn, Alpha in 45 %."
    )


def test_simulation_never_proves_certainty() -> None:
    text = said(card("a", 0.9, 1.0), card("b", 0.1, 0.0))
    assert "over 99 %" in text
    assert "100 %" not in text


def test_where_nobody_is_ranked_it_says_so() -> None:
    assert said(card("a"), card("b")) == "2 credentials were judged, and fewer than two of them can be ranked."


def test_dominance_says_how_sure_it_is() -> None:
    both = Comparison((card("a"),), (), dominated=(Dominance("a", "b", surely=True), Dominance("a", "c", surely=False)))
    assert wording(both, TITLES).dominance == (
        "Alpha is at least as good as Beta on everything, whatever the unknowns turn out to be.",
        "Alpha is at least as good as Gamma on everything, as far as is known.",
    )


def test_best_if_names_what_somebody_cares_about() -> None:
    def favoured(name: str, best: float, more: tuple[str, ...] = (), less: tuple[str, ...] = ()) -> Scorecard:
        return replace(card(name, best=best), favour=Favour({}, more, less))

    mixed = (
        favoured("a", 0.5, ("recognition",), ("supervision", "durability", "cost")),
        favoured("b", 0.4, less=("durability",)),
        favoured("c", 0.1),
    )
    assert wording(Comparison(mixed, ()), TITLES).best_if == (
        'Alpha is best if you care more about "named by employers", and less about "supervision and identity" and "how long it lasts".',
        'Beta is best if you care less about "how long it lasts".',
        "What puts the others first is what the unknowns turn out to be, not what you care about.",
    )
    clear = (favoured("a", 0.9, ("recognition",)), card("b", best=0.1))
    assert wording(Comparison(clear, ()), TITLES).best_if == ("Alpha is best under nearly all weightings.",)
    blurred = (favoured("a", 0.5), favoured("b", 0.5))
    assert wording(Comparison(blurred, ()), TITLES).best_if[0].startswith("What puts one or another first")
    eager = (favoured("a", 0.5, ("cost",)),)
    assert wording(Comparison(eager, ()), TITLES).best_if == ('Alpha is best if you care more about "cost for you".',)


def test_whether_the_first_place_holds() -> None:
    stays = Shift("recognition", 0.5, "a", 0.01)
    goes = Shift("recognition", 1.5, "b", 0.01)

    def holds(*shifts: Shift) -> str:
        return wording(Comparison((card("a"),), (), sensitivity=Sensitivity("a", 0.027, shifts)), TITLES).holds

    assert holds(stays) == (
        "The first place holds: whichever weight is halved or raised by half, Alpha stays first (2.7 points ahead now)."
    )
    assert holds(stays, goes) == (
        "The first place depends on the weights: Alpha is 2.7 points ahead, and 1 of 2 changes of one weight by half put somebody else first."
    )
    assert wording(Comparison((card("a"),), ()), TITLES).holds == ""


def test_what_to_look_up_says_what_it_would_tell() -> None:
    unknowns = (
        LookUp("a", "assessment_rigour", ("assessment", "accreditation"), 0.12, 0.23),
        LookUp("b", "stackability", ("counts towards more",), 0.005, 0.0),
    )
    assert wording(Comparison((card("a"),), unknowns), TITLES).look_up == (
        (
            "a",
            "how hard it is to pass (assessment, accreditation)",
            "the answer settles 12 % of what is open about the first place, and would change who leads in 23 % of cases",
        ),
        (
            "b",
            "counts towards more",
            "the answer settles under 1 % of what is open about the first place, and would change who leads in under 1 % of cases",
        ),
    )
