"""What stands beside a plan, as the terminal shows it: a plan in each test, and its lines."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from rich.console import Console

from credlens.cli.show.beside import show_beside
from credlens.model.applying import Applying
from credlens.model.credential import Catalog, Credential
from credlens.model.crediting import Crediting, CreditSum
from credlens.model.plan import Plan, PlanStatus, Project, Supplement
from credlens.model.quantity import Money
from credlens.model.skill import Reuse, Skill, SkillKind, Taxonomy
from credlens.model.together import Confirmer

TAXONOMY = Taxonomy(
    "t", "1", "", {s: Skill(s, s.upper(), (), SkillKind.TOOL, Reuse.CROSS_SECTOR, "data", ()) for s in ("sql", "r")}
)
RUN: Any = SimpleNamespace(taxonomy=TAXONOMY, catalog=Catalog({"a": Credential("a", "Course A")}))
DAY = date(2026, 3, 14)
BARE = Plan("strongest", (), Money(Decimal(0)), 9, DAY, 0.5, (), (), PlanStatus.OPTIMAL, 0)


def printed(**beside: Any) -> str:
    out = io.StringIO()
    show_beside(Console(file=out, width=200), replace(BARE, **beside), RUN)
    return out.getvalue()


def test_nothing_where_there_is_nothing() -> None:
    assert printed() == ""


def test_a_supplement_names_all_it_helps_with() -> None:
    free = Supplement("sql", "a", free=True, cost=None, hours=3, fits=True, skills=("sql", "r"))
    assert "For SQL, R: Course A (free, fits beside the plan)" in printed(supplements=(free,))


def test_a_project_has_its_first_day_where_the_plan_teaches_it() -> None:
    project = Project("p", "Ask a table", ("sql",), (), "a page", "d", 1, 2, "", "")
    assert "Ask a table (SQL; 1-2 h; from 2026-03-14): a page" in printed(
        projects=(project,), project_days=(("p", DAY),)
    )
    assert "Ask a table (SQL; 1-2 h): a page" in printed(projects=(project,))


def test_when_to_apply_what_it_counts_for_and_what_else_to_know() -> None:
    sums = CreditSum("ECTS", 7, Confirmer.RECOMMENDER, "FIBAA", ("a",), (), None, "7 ECTS for Course A.")
    text = printed(
        applying=Applying(3, 0, (), "a", DAY, "a", "From 14 March 2026, apply."),
        credit=Crediting((sums,)),
        remarks=(("a", "Aid could lower it."),),
    )
    for line in (
        "When to apply",
        "From 14 March 2026, apply.",
        "7 ECTS for Course A.",
        "Course A: Aid could lower it.",
    ):
        assert line in text
