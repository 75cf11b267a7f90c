"""Studies are read with all their mistakes named, and shown where they apply, the ones that point the other way first of all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.evaluate.surroundings.studies import MOST, applicable, apply, read_studies
from credlens.model.credential import Credential, EvidenceClass, Organisation, OrganisationKind, Verification
from credlens.model.fact import Fact, Method, Source
from credlens.model.occupation import DegreeLevel
from credlens.model.offer import DeliveryMode
from credlens.model.person import Education, Person
from credlens.model.study import Applies, Design, Direction, Effect, Fit, Study

SOURCE = Source(Method.RECALLED, date=date(2026, 11, 22))


def credential(**fields: object) -> Credential:
    return Credential("c", "C", **{k: Fact(v, (SOURCE,)) for k, v in fields.items()})  # type: ignore[arg-type]


COURSE = credential(
    kind="Certificate",
    evidence_class=EvidenceClass.COMPLETION,
    platform=Organisation("Coursera", OrganisationKind.PLATFORM),
    mode=DeliveryMode.ONLINE,
    verification=Verification("public_page"),
)


def person(years: float | None = None, degree: DegreeLevel | None = None) -> Person:
    education = () if degree is None else (Education(degree, "", "", "", ""),)
    return Person("P", {}, education=education, years=years)


def study(name: str = "s", *effects: Effect, **applies: object) -> Study:
    return Study(
        id=name,
        title=name,
        authors=("A",),
        year=2020,
        design=Design.RANDOMISED,
        studied="x",
        population="y",
        n=100,
        n_of="people",
        effects=effects or (Effect("work", "more", Direction.POSITIVE),),
        caveat="z",
        sources=(SOURCE,),
        applies=Applies(**applies),  # type: ignore[arg-type]
    )


EXPERIENCE = (
    Effect("being chosen", "helped", Direction.POSITIVE, years_max=2),
    Effect("being chosen", "harmed", Direction.NEGATIVE, years_min=4),
)


# What it says to whom


@pytest.mark.parametrize(
    ("years", "direction", "because"),
    [
        (1.0, Direction.POSITIVE, "You have 1 year of work; it found that such a credential helped"),
        (5.2, Direction.NEGATIVE, "You have 5 years of work; it found that such a credential harmed"),
        (0.2, Direction.POSITIVE, "You have less than a year of work"),
    ],
)
def test_a_finding_that_depends_on_experience_is_the_one_for_yours(
    years: float, direction: Direction, because: str
) -> None:
    shown = apply(study("s", *EXPERIENCE), COURSE, person(years))

    assert shown is not None
    assert [e.direction for e in shown.effects] == [direction]
    assert shown.because.startswith(because)


def test_both_findings_are_shown_when_your_experience_is_not_known_and_one_of_harm_counts_as_contrary() -> None:
    shown = apply(study("s", *EXPERIENCE), COURSE, person(None))

    assert shown is not None
    assert shown.effects == EXPERIENCE
    assert shown.contrary
    assert "yours are not known" in shown.because


def test_findings_for_other_lengths_of_work_say_so() -> None:
    shown = apply(study("s", *EXPERIENCE), COURSE, person(3.0))

    assert shown is not None
    assert shown.because.startswith("Its findings are for other lengths of work than yours (3 years).")


@pytest.mark.parametrize(
    ("applies", "words"),
    [
        ({"evidence": (EvidenceClass.LICENCE,)}, "it looked at licences"),
        ({"degrees": True}, "it looked at degrees"),
        ({"platforms": ("edX",)}, "its certificates were on edX"),
        ({"online": False}, "it looked at learning on site"),
        ({"verifiable": False}, "it looked at proof that nobody can check"),
        ({"providers": (OrganisationKind.UNIVERSITY,)}, "it looked at offers of another kind (university)"),
        ({"years_max": 2.0}, "its people had at most 2 years of work"),
        ({"degree_below": DegreeLevel.BACHELOR}, "most of its people had no bachelor's degree"),
        ({"places": ("ZA",)}, "it was done elsewhere (ZA)"),
    ],
)
def test_what_is_different_is_said_and_hides_the_study_where_it_must_hold(
    applies: dict[str, object], words: str
) -> None:
    someone = person(5.0, DegreeLevel.MASTER)
    (name,) = applies
    must = ("years",) if name == "years_max" else (name,)

    shown = apply(study(**applies), COURSE, someone, "US")

    assert shown is not None
    assert shown.fit is Fit.FAR
    assert shown.because == f"Different: {words}."
    assert apply(study(**applies, must=must), COURSE, someone, "US") is None


def test_a_study_of_the_same_kind_of_certificate_on_the_same_platform_is_close() -> None:
    shown = apply(
        study(evidence=(EvidenceClass.COMPLETION,), platforms=("Coursera",), online=True, places=("US",)),
        COURSE,
        person(),
        "US-NY",
    )

    assert shown is not None
    assert shown.fit is Fit.CLOSE
    assert shown.because == (
        "Alike: certificates of completion, certificates on Coursera, learning online, work in the same country (US)."
    )


@pytest.mark.parametrize("kind", ["BachelorDegree", "MasterOfScienceDegree", "ResearchDoctorate"])
def test_a_study_of_degrees_is_for_degrees(kind: str) -> None:
    shown = apply(study(degrees=True, must=("degrees",)), credential(kind=kind), person())

    assert shown is not None
    assert shown.because == "Alike: degrees."


def test_what_is_not_known_neither_hides_a_study_nor_makes_it_fit() -> None:
    shown = apply(study(online=True, verifiable=True, must=("online", "verifiable")), Credential("c", "C"), person())

    assert shown is not None
    assert shown.fit is Fit.FAR
    assert shown.because == "It looked at credentials in general."


@pytest.mark.parametrize(
    ("applies", "someone", "place", "fit", "asks"),
    [
        # certificate, platform and way of learning alike: that is no likeness of the people
        ({}, person(1.0, DegreeLevel.SECONDARY), "US", Fit.PARTLY, ""),
        ({"years_max": 2.0}, person(1.0), None, Fit.CLOSE, ""),
        ({"years_max": 2.0}, person(), None, Fit.PARTLY, "how long you have worked (its people: at most 2 years)"),
        ({"degree_below": DegreeLevel.BACHELOR}, person(), None, Fit.PARTLY, "your degree (most of its people had no bachelor's degree)"),
        ({"degree_below": DegreeLevel.BACHELOR}, person(degree=DegreeLevel.SECONDARY), None, Fit.CLOSE, ""),
        ({"places": ("CR",)}, person(), None, Fit.PARTLY, "where you look for work (it was done in CR)"),
        ({"places": ("CR",)}, person(), "CR", Fit.CLOSE, ""),
        ({"circumstances": "people laid off", "places": ("CR",)}, person(), "CR", Fit.PARTLY, "same position (its people: people laid off)"),
    ],
)  # fmt: skip
def test_only_people_known_to_be_alike_make_a_study_close(
    applies: dict[str, object], someone: Person, place: str | None, fit: Fit, asks: str
) -> None:
    delivery = {"evidence": (EvidenceClass.COMPLETION,), "platforms": ("Coursera",), "online": True}

    shown = apply(study(**delivery, **applies), COURSE, someone, place)

    assert shown is not None
    assert shown.fit is fit
    assert asks in shown.because
    assert ("Not known:" in shown.because) is bool(asks)


def test_a_relative_of_a_credential_is_never_nearer_than_it_can_be() -> None:
    shown = apply(study(online=True, nearest=Fit.FAR), COURSE, person())

    assert shown is not None
    assert shown.fit is Fit.FAR


# Which are shown


NULL = Effect("work", "nothing", Direction.NONE)
UNSEEN = Effect("work", "not seen", Direction.UNCLEAR)


def test_the_nearer_study_comes_first_then_the_stronger_design_then_the_larger() -> None:
    near = study("near", online=True)
    large = replace(study("large"), n=1000)
    audit = replace(study("audit"), design=Design.AUDIT, n=9000)

    found = applicable(COURSE, person(), [audit, study("small"), large, near])

    assert [a.study.id for a in found] == ["near", "large", "small", "audit"]


def test_no_effect_far_away_is_kept_when_good_news_nearby_would_fill_the_page() -> None:
    good = [study(f"good-{i}", online=True) for i in range(MOST)]

    found = applicable(COURSE, person(), [*good, study("null", NULL, nearest=Fit.FAR)])

    assert len(found) == MOST
    assert found[-1].study.id == "null"


def test_harm_found_for_people_with_your_experience_is_shown_before_other_bad_news() -> None:
    bad = [study(f"bad-{i}", NULL, online=True) for i in range(MOST)]
    experience = study("experience", *EXPERIENCE, nearest=Fit.FAR)

    def shown(years: float | None) -> list[str]:
        return [a.study.id for a in applicable(COURSE, person(years), [*bad, experience])]

    assert "experience" in shown(6.0)
    assert "experience" not in shown(3.0)


def test_a_study_whose_result_nobody_saw_gives_way_to_those_that_say_something() -> None:
    seen = [study(f"seen-{i}") for i in range(MOST)]

    found = applicable(COURSE, person(), [study("unseen", UNSEEN, online=True), *seen])

    assert "unseen" not in [a.study.id for a in found]


effects = st.lists(
    st.builds(
        Effect,
        outcome=st.just("work"),
        size=st.just("some"),
        direction=st.sampled_from(Direction),
        years_min=st.none() | st.floats(0, 10),
    ),
    min_size=1,
    max_size=3,
)


@given(st.lists(st.tuples(effects, st.booleans(), st.sampled_from(Fit)), max_size=12), st.none() | st.floats(0, 40))
def test_bad_news_is_never_left_out_for_good_news(
    made: list[tuple[list[Effect], bool, Fit]], years: float | None
) -> None:
    studies = [study(f"s{i}", *e, online=o, nearest=f) for i, (e, o, f) in enumerate(made)]

    found = applicable(COURSE, person(years), studies)

    everything = [a for s in studies if (a := apply(s, COURSE, person(years)))]
    left_out = {a.study.id for a in everything} - {a.study.id for a in found}
    assert len(found) == min(MOST, len(everything))
    if any(a.contrary for a in everything if a.study.id in left_out):
        assert all(a.contrary for a in found)
    assert [a.fit for a in found] == sorted((a.fit for a in found), key=list(Fit).index)


# Reading


GOOD = """
sources:
  page: {method: read, address: "https://example.org/study", date: 2026-11-22}
studies:
  - id: one
    title: One
    authors: [Able]
    year: 2020
    design: audit
    studied: a certificate
    population: employers
    n: 120
    n_of: applications
    effects:
      - {outcome: callbacks, size: "22 % fewer", direction: negative, minus: 22, unit: percent, interval: {min: 10, max: 30}}
      - {outcome: callbacks, size: "more", direction: positive, years: {max: 2}}
    caveat: one city
    applies: {degrees: true, places: [US], must: [degrees]}
    from: page
"""


def test_a_loss_is_a_number_below_zero_with_its_interval_turned_round() -> None:
    studies, problems = read_studies([("s.yaml", GOOD.encode())])

    assert problems == []
    first = studies[0].effects[0]
    assert (first.value, first.low, first.high, first.unit) == (-22.0, -30.0, -10.0, "percent")
    assert studies[0].effects[1].years_max == 2.0
    assert studies[0].applies == Applies(degrees=True, places=("US",), must=("degrees",))


def test_an_n_that_nobody_saw_has_to_be_said() -> None:
    unknown, none_wrong = read_studies([("s.yaml", GOOD.replace("n: 120", "n: unknown").encode())])
    _, wrong = read_studies([("s.yaml", GOOD.replace("    n: 120\n", "").encode())])

    assert (unknown[0].n, none_wrong) == (None, [])
    assert [p.message for p in wrong] == ["`n` is missing."]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("design: audit", "design: guess", "`design` cannot be 'guess'."),
        ("    design: audit\n", "", "`design` is missing."),
        ("direction: negative", "direction: bad", "`direction` cannot be 'bad'."),
        ("unit: percent, ", "", "`unit` is missing."),
        ("minus: 22", "minus: 22, plus: 3", "An effect cannot be a gain and a loss."),
        ("must: [degrees]", "must: [online]", "There is no condition 'online' here."),
        ("{min: 10, max: 30}", "{min: 40, max: 30}", "`min` is more than `max`."),
        ("from: page", "from: nobody", "There is no source 'nobody' in `sources`."),
        ("authors: [Able]", "authors: []", "`authors` is missing."),
        ("year: 2020", "yaer: 2020", "`year` is missing."),
        ("degrees: true", "evidence: [rumour]", "`evidence` cannot hold 'rumour'."),
    ],
)
def test_a_mistake_is_named_and_the_study_left_out(old: str, new: str, message: str) -> None:
    assert old in GOOD
    studies, problems = read_studies([("s.yaml", GOOD.replace(old, new).encode())])

    assert studies == []
    assert message in [p.message for p in problems]
    assert all(p.where.startswith("s.yaml:") for p in problems)


def test_a_study_defined_twice_is_a_mistake() -> None:
    studies, problems = read_studies([("a.yaml", GOOD.encode()), ("b.yaml", GOOD.encode())])

    assert len(studies) == 1
    assert [p.message for p in problems] == ["The study 'one' is defined twice."]
