"""An evaluation made by hand: three credentials side by side, with everything that a page can show of them. All of it is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from credlens.model.credential import Depth, OrganisationKind
from credlens.model.evaluation import Evaluation, Wording
from credlens.model.fact import Method, Source
from credlens.model.gap import Evidence
from credlens.model.loop import Loop
from credlens.model.motive import Earning, Motive
from credlens.model.occupation import DegreeLevel
from credlens.model.quantity import Share
from credlens.model.scorecard import Comparison, Dominance, Flag, FlagState, Sensitivity, Shift, Statement
from credlens.model.study import Applied, Design, Direction, Effect, Fit, Study
from credlens.model.together import Area, Confirmer, Cover, DegreePart, Proof, Route, Together, WantedBy

READ = Source(Method.READ, "https://provider.example/programme", date(2026, 10, 1), "programme page")
OLD = Source(Method.READ, "https://provider.example/prices", date(2025, 7, 24), "price list")
MEMORY = Source(Method.RECALLED, None, date(2026, 11, 22))


def tree(title: str) -> Statement:
    leaf = Statement("Supervision as stated", source=READ)
    same = Statement("Supervision as stated", source=OLD)
    reason = Statement("Nobody has looked yet", parts=(leaf, same))
    criterion = Statement(
        "Supervision and identity: unknown: between 0 and 100, weighs 7 %", "3.5 points of 7.0", parts=(reason,)
    )
    quality = Statement("Quality: can it be trusted, and by whom", "44.0 of 100 expected", parts=(criterion,))
    flag = Statement("Too narrow", "clear", parts=(Statement("Teaches several tools"),))
    return Statement(title, parts=(quality, Statement("Warnings", parts=(flag,))))


def ranked(found: Comparison) -> Comparison:
    """With everything that a comparison of three knows about who is first."""
    one, two, three = (c.credential for c in found.cards)
    wins = {(one, two): 0.52, (two, one): 0.48, (one, three): 1.0, (three, one): 0.0}
    shifts = (
        Shift("assessment_rigour", 0.5, one, 0.012),
        Shift("assessment_rigour", 1.5, one, 0.04),
        Shift("supervision", 0.5, one, 0.02),
        Shift("supervision", 1.5, two, 0.013),
    )
    return replace(
        found,
        wins={**wins, (two, three): 0.93, (three, two): 0.07},
        dominated=(Dominance(one, three, surely=False),),
        sensitivity=Sensitivity(one, 0.027, shifts),
    )


STUDY = Study(
    "planted",
    "Showing a badge",
    ("Doe", "Roe"),
    2023,
    Design.RANDOMISED,
    "a badge in the profile, or none",
    "job seekers in two countries",
    2400,
    "job seekers",
    (
        Effect("a call back", "2 points more often", Direction.POSITIVE, 2.0, "percentage_points", 0.4, 3.6),
        Effect("pay", "no difference", Direction.NONE),
    ),
    "done with the platform",
    (READ,),
)
COVERED = Together(
    ("google-data-analytics", "harvardx-data-science"),
    "data analyst",
    "data analyst",
    41,
    (
        Area("sql", "Databases", ("sql",), (), (), (WantedBy.ADS,), Share(33, 41), 0.8, (), held=False, by_course=True),
        Area(
            "statistics",
            "Statistics",
            ("statistics",),
            (),
            (),
            (WantedBy.FOUNDATION,),
            None,
            None,
            (Cover("harvardx-data-science", Depth.CORE, Proof.TAUGHT, ("statistics",)),),
            held=False,
            by_course=True,
            why="telling chance from pattern",
            sources=(MEMORY,),
        ),
        Area("talk", "Talking", ("talk",), (), (), (WantedBy.ADS,), Share(0, 41), 0.1, (), held=False, by_course=False),
        Area("excel", "Sheets", ("excel",), (), (), (WantedBy.ADS,), Share(5, 41), 0.1, (), held=True, by_course=True),
    ),
    (),
    ("These cover 1 of the 2 areas.", "Left out: Databases (33 of 41 ads)."),
    (
        Route(
            "google-data-analytics",
            "credit",
            "a bachelor's degree",
            academic=True,
            confirmed_by=Confirmer.RECOMMENDER,
            sources=(READ,),
            system="ECTS",
            amount=7,
            parts=(DegreePart(DegreeLevel.BACHELOR, 0.04, 180, "ECTS", (MEMORY,)),),
            confirmer="ACE",
            condition="where the university takes it",
            until=date(2026, 1, 31),
            over=True,
        ),
        Route("google-data-analytics", "recognition", "", academic=True, confirmed_by=Confirmer.UNSTATED, sources=()),
    ),
    "Credit replaces part of a degree, never the degree.",
)


@pytest.fixture
def evaluation(loop: Loop) -> Evaluation:
    """Three credentials side by side; the third is kept out of plans."""
    stop = Flag("retired", FlagState.FIRES, "it ended in 2025", (Evidence("status: retired", OLD),), gates=True)
    first, second, third = loop.comparison.cards[:3]
    found = ranked(replace(loop.comparison, cards=(first, second, replace(third, flags=(stop, *third.flags)))))
    wording = Wording(
        "Nobody clearly leads.",
        ("The first is at least as good as the third on everything, as far as is known.",),
        ("The first is best if you care more about a grade.",),
        "The first place depends on the weights.",
        (("harvardx-data-science", "supervision and identity", "the answer settles 12 % of what is open"),),
    )
    return Evaluation(
        made=loop.made,
        target="data analyst",
        comparison=found,
        catalog=loop.catalog,
        taxonomy=loop.taxonomy,
        demand=loop.demand,
        wording=wording,
        why={c.credential: tree(loop.catalog[c.credential].title) for c in found.cards},
        motives={
            first.credential: Motive(
                "Google",
                OrganisationKind.CORPORATION,
                (Earning.SUBSCRIPTION,),
                "It earns as long as you stay",
                "How fast can you finish",
                (Evidence("USD 49 a month", OLD),),
            )
        },
        studies={
            c.credential: (Applied(STUDY, fit, "Alike: learning online", STUDY.effects, 0.5),)
            for c, fit in ((first, Fit.CLOSE), (second, Fit.FAR))
        },
        together=COVERED,
    )
