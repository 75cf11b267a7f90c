"""What credentials cover of a target, from the ads to the answer."""

from __future__ import annotations

from pathlib import Path

import credlens
from credlens.app.coverage import cover
from credlens.app.evaluate import evaluate
from credlens.app.knowledge import Knowledge
from credlens.app.limits import pace
from credlens.app.person import stored
from credlens.app.ports import Ports
from credlens.app.situation import situation
from credlens.app.target import target_of

ADS = sorted((Path(credlens.__file__).parent / "data" / "demo" / "maria" / "ads").glob("*.md"))[:9]


def test_a_learner_sees_what_the_google_certificate_leaves_out_of_an_analysts_work(ports: Ports) -> None:
    knowledge = Knowledge(ports)
    target, read = target_of(ports, knowledge, ADS)
    here = situation(ports, knowledge, stored(ports, knowledge), read, target)
    google, statistics = (knowledge.catalog[i] for i in ("google-data-analytics", "umich-statistics-python"))

    made, both = cover(here, [google]), cover(here, [google, statistics])

    assert made.occupation == "data analyst"
    assert {"statistics", "experiments", "business-questions", "data-modeling"} <= {a.id for a in made.left_out}
    assert {a.id for a in made.areas if a.depth == "core"} == {
        "sql",
        "data-visualization",
        "spreadsheets",
        "data-wrangling",
    }
    assert all(n.low >= 2 for n in made.needed)
    assert [(r.system, r.amount, r.confirmed_by.value) for r in made.routes] == [
        ("US semester hours", 12, "recommender"),
        ("ECTS", 7, "recommender"),
    ]
    assert both.says[0].startswith("These 2 credentials cover 5 of the ")
    assert "statistics" not in {a.id for a in both.left_out}


def test_without_a_target_it_says_what_to_do(ports: Ports) -> None:
    result = evaluate(ports, ["google-data-analytics"])

    assert result.together is not None
    assert "there is no target to compare it with" in result.together.says[0]
    assert result.to_json()["together"]["areas"] == []


def test_what_a_warning_keeps_out_of_plans_covers_nothing_and_that_is_said(ports: Ports) -> None:
    knowledge = Knowledge(ports)
    target, read = target_of(ports, knowledge, ADS)
    here = situation(ports, knowledge, stored(ports, knowledge), read, target)
    google, gone = (knowledge.catalog[i] for i in ("google-data-analytics", "ms-da-100"))
    cards = here.compare([google, gone], pace(ports.today), None).cards

    both, alone = cover(here, [google, gone], cards), cover(here, [gone], cards)

    assert both.credentials == ("google-data-analytics",)
    assert both.areas == cover(here, [google]).areas
    assert both.says[1].startswith(f"Not counted, since a warning keeps it out of plans: {gone.title} (")
    assert alone.credentials == ("ms-da-100",)
    assert alone.says[1].startswith("That is what it would cover: a warning keeps it out of plans.")
    assert cover(here, [google, gone], twice={"ms-da-100"}).credentials == ("google-data-analytics",)
