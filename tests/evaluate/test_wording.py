"""The sentences below the answer of a comparison: dominance, what each is best for, whether the first place holds, what to look up."""

from __future__ import annotations

from dataclasses import replace

from credlens.evaluate.wording import wording
from credlens.model.scorecard import Comparison, Dominance, Estimate, Favour, LookUp, Scorecard, Sensitivity, Shift

TITLES = {"a": "Alpha", "b": "Beta", "c": "Gamma"}


def card(name: str, best: float | None = None) -> Scorecard:
    return Scorecard(name, Estimate(0.46, 0.38, 0.55), Estimate(0.5, 0.4, 0.6), (), (), best, best)


def test_dominance_says_how_sure_it_is() -> None:
    both = Comparison((card("a"),), (), dominated=(Dominance("a", "b", surely=True), Dominance("a", "c", surely=False)))
    assert wording(both, TITLES).dominance == (
        "Alpha is at least as good as Beta on everything, whatever the unknowns turn out to be.",
        "Alpha is at least as good as Gamma on everything, as far as is known.",
    )


def test_where_nobody_is_at_least_as_good_no_reason_is_guessed() -> None:
    two = Comparison((card("a", 0.6), card("b", 0.4)), ())
    assert wording(two, TITLES).dominance == ("None is at least as good as another on everything.",)
    assert wording(Comparison((card("a"),), ()), TITLES).dominance == ()


def favoured(
    name: str, best: float, more: tuple[str, ...] = (), less: tuple[str, ...] = (), *, leads: bool = True
) -> Scorecard:
    return replace(card(name, best), favour=Favour({}, more, less, leads))


def best_if(*cards: Scorecard) -> tuple[str, ...]:
    return wording(Comparison(cards, ()), TITLES).best_if


def test_best_if_names_what_somebody_cares_about() -> None:
    mixed = (
        favoured("a", 0.5, ("recognition",), ("supervision", "durability", "cost")),
        favoured("b", 0.4, less=("durability",)),
        favoured("c", 0.1),
    )
    assert best_if(*mixed) == (
        'Alpha is best if you care more about "named by employers", and less about "supervision and identity" and "how long it lasts".',
        'Beta is best if you care less about "how long it lasts".',
        "What may put others first is what the unknowns turn out to be, not what you care about.",
    )
    assert best_if(favoured("a", 0.97, ("recognition",)), card("b", 0.03)) == (
        "Alpha is best under nearly all weights.",
    )
    assert best_if(favoured("a", 0.5, ("cost",))) == ('Alpha is best if you care more about "cost for you".',)


def test_best_if_is_said_only_of_what_leads_there_and_often_is_best() -> None:
    blurred = "What may put one or another first is what the unknowns turn out to be, not what you care about."
    assert best_if(favoured("a", 0.5, ("cost",), leads=False), favoured("b", 0.5, ("cost",), leads=False)) == (blurred,)
    assert best_if(favoured("a", 0.96), favoured("b", 0.04, ("cost",))) == ("Alpha is best under nearly all weights.",)


def said(*shifts: Shift, lead: float = 0.027, duel: float = 0.7) -> tuple[str, bool]:
    held = Sensitivity("a", lead, shifts)
    found = wording(Comparison((card("a", 0.6), card("b", 0.4)), (), wins={("a", "b"): duel}, sensitivity=held), TITLES)
    return found.holds, found.firm


STAYS = Shift("recognition", 0.5, "a", 0.01)
GOES = Shift("recognition", 1.5, "b", 0.01)


def test_whether_the_first_place_holds() -> None:
    assert said(STAYS) == (
        "The first place holds: whichever weight is halved or raised by half, Alpha stays first (2.7 points ahead now).",
        True,
    )
    assert said(STAYS, GOES) == (
        "The first place depends on the weights: Alpha is 2.7 points ahead, and 1 of 2 changes of one weight by half puts somebody else first.",
        False,
    )
    assert wording(Comparison((card("a"),), ()), TITLES).holds == ""


def test_a_first_place_that_no_weight_ends_but_the_unknowns_may_is_not_called_firm() -> None:
    near = "Whichever weight is halved or raised by half, Alpha stays first, but the lead is too small to rely on: "
    assert said(STAYS, lead=0.009) == (
        f"{near}it is 0.9 points ahead, and it beats the second in 70 % of the simulated cases.",
        False,
    )
    assert said(STAYS, duel=0.58) == (
        f"{near}it is 2.7 points ahead, and it beats the second in 58 % of the simulated cases.",
        False,
    )
    assert (
        said(STAYS, lead=0.0004)[0]
        == f"{near}it and the second are level, and it beats the second in 70 % of the simulated cases."
    )
    assert "Alpha and the second are level, and 1 of 1" in said(GOES, lead=0.0)[0]


def test_what_to_look_up_says_what_it_would_tell() -> None:
    unknowns = (
        LookUp("a", "assessment_rigour", ("assessment", "accreditation"), 0.09, 0.12, 0.23),
        LookUp("b", "stackability", ("counts towards more",), 0.05, 0.005, 0.0),
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


def test_where_nobody_is_ranked_the_answer_narrows_the_score() -> None:
    def tells(narrows: float) -> str:
        found = LookUp("a", "assessment_rigour", ("assessment",), narrows)
        return wording(Comparison((card("a"),), (found,)), TITLES).look_up[0][2]

    assert tells(0.09) == "the answer may move its quality by up to 9 points of 100"
    assert tells(0.01) == "the answer may move its quality by up to 1 point of 100"
    assert tells(0.004) == "the answer may move its quality by less than 1 point of 100"
