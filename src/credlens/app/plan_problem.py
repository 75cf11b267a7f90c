"""Use cases: a problem that somebody wrote down is solved, or plans for it are checked, without catalog or profile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from credlens.app.beside import remarks
from credlens.app.plan_shapes import limits as limits_shape
from credlens.app.plan_shapes import plan as plan_shape
from credlens.app.plan_shapes import priced_elsewhere
from credlens.app.ports import Ports
from credlens.app.solving import must_be_right, solved
from credlens.app.why_shapes import conflict_json
from credlens.model.credential import Catalog, Credential
from credlens.model.plan import Community, Limits, Plan
from credlens.model.plan_reasons import Conflict
from credlens.model.schedule import Timetable
from credlens.model.skill import Skill, Taxonomy
from credlens.plan.files.problem_file import ProblemFile, read
from credlens.plan.solve import best

ALTERNATIVES = 3  # plans looked for when nobody says how many, as by ``credlens plan``


@dataclass(frozen=True)
class ProblemPlans:
    """Plans for a problem.

    Attributes:
        problem: what messages call the file.
        plans: the strongest first; empty with ``why_no_plan`` when nothing fits.
        left_out: (credential id, reason) for those that no plan may use.
        priced_elsewhere: (currency, number) of those that are left out because they are priced in another currency than the budget's.
        taxonomy, catalog: names of its skills and credentials, and nothing else.
        communities: none; a file says nothing of them.
    """

    problem: str
    limits: Limits
    plans: tuple[Plan, ...]
    why_no_plan: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]
    taxonomy: Taxonomy = field(repr=False)
    catalog: Catalog = field(repr=False)
    timetables: Mapping[str, Timetable] = field(repr=False)
    communities: tuple[Community, ...] = ()
    priced_elsewhere: tuple[tuple[str, int], ...] = ()
    conflict: Conflict | None = None

    def to_json(self) -> dict[str, Any]:
        """``{"problem", "priced_elsewhere", "plans", "limits", "left_out"}``, with ``because`` and ``conflict`` when nothing fits; the plans as ``credlens plan`` prints them."""
        made: dict[str, Any] = {
            "problem": self.problem,
            "priced_elsewhere": priced_elsewhere(self.priced_elsewhere),
            "plans": [plan_shape(p, self) for p in self.plans],
        }
        if not self.plans:
            made["because"] = list(self.why_no_plan)
            made["conflict"] = conflict_json(self.conflict)
        made["limits"] = limits_shape(self.limits)
        made["left_out"] = [{"credential": c, "reason": why} for c, why in self.left_out]
        return made


@dataclass(frozen=True)
class CheckedPlans:
    """What the checker says.

    Attributes:
        plans: (name, violations in words) of each, in the order of the file.
    """

    plans: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def accepted(self) -> bool:
        """Whether no plan breaks any rule."""
        return not any(violations for _, violations in self.plans)

    def to_json(self) -> dict[str, Any]:
        """``{"accepted", "plans": [{"name", "violations"}]}``."""
        return {
            "accepted": self.accepted,
            "plans": [{"name": name, "violations": list(wrong)} for name, wrong in self.plans],
        }


def plan_problem(
    ports: Ports, path: Path, alternatives: int = ALTERNATIVES, effort: float | None = None
) -> ProblemPlans:
    """Plans for a problem in a file; neither catalog nor profile are looked at, and nothing is kept.

    Args:
        ports: the doors.
        path: a problem as ``credlens plan schema`` describes it.
        alternatives: how many different plans to look for.
        effort: how long to search, in deterministic seconds; the usual when None.

    Raises:
        InputError: the file cannot be read, or makes no sense; every problem has its place.
    """
    from credlens.plan.checking.rules import check_problem
    from credlens.plan.conflicts.conflict import conflict
    from credlens.plan.conflicts.currency import elsewhere, useless_budget
    from credlens.plan.schedule.weeks import timetable

    file = ports.files.read(path)
    given = read(file.data, file.name)
    problem, catalog = given.problem, _catalog(given)
    useless = useless_budget(problem)
    titles = dict(given.titles)
    plans = () if useless else solved(problem, alternatives, effort, lambda skill: given.labels[skill], ports.news)
    for each in plans:
        must_be_right(each, check_problem(each, problem))
    plans = tuple(replace(p, remarks=remarks(p, problem)) for p in plans)
    why = None if plans else useless or conflict(problem, best, name=lambda c: titles.get(c, c))
    return ProblemPlans(
        problem=file.name,
        limits=problem.limits,
        plans=plans,
        why_no_plan=why.because if why else (),
        conflict=why,
        left_out=problem.excluded,
        priced_elsewhere=elsewhere(problem.excluded),
        taxonomy=_taxonomy(given),
        catalog=catalog,
        timetables={p.name: timetable(p, problem, catalog) for p in plans},
    )


def check_plan(ports: Ports, problem: Path, plan: Path) -> CheckedPlans:
    """Whether plans keep every rule of a problem, whoever made them; the solver is not asked.

    Args:
        ports: the doors.
        problem: as ``credlens plan schema`` describes it.
        plan: what ``credlens plan --json`` printed, or one plan of it.

    Raises:
        InputError: a file cannot be read, or makes no sense; every problem has its place.
    """
    from credlens.plan.checking.rules import check_problem
    from credlens.plan.files.plan_file import read_plans

    file = ports.files.read(problem)
    given = read(file.data, file.name)
    skills = {uri: skill for skill, uri in given.uris.items()}
    file = ports.files.read(plan)
    plans = read_plans(file.data, file.name, given.problem.limits.budget.currency, skills)
    return CheckedPlans(tuple((p.name, check_problem(p, given.problem)) for p in plans))


@dataclass(frozen=True)
class ProblemSchema:
    """What a problem file may hold, as JSON Schema (draft 2020-12)."""

    schema: Mapping[str, Any]

    def to_json(self) -> dict[str, Any]:
        """The schema itself."""
        return dict(self.schema)


def problem_schema(ports: Ports) -> ProblemSchema:  # noqa: ARG001 - every use case takes the doors
    """What a problem file may hold, for editors and other programs."""
    from credlens.plan.files.schema import schema

    return ProblemSchema(schema())


def _taxonomy(given: ProblemFile) -> Taxonomy:
    """Names of the wanted skills; a skill without an address has its id for one."""
    skills = {
        skill: Skill(skill, label, (), None, None, "", (), address=given.uris.get(skill, skill))
        for skill, label in given.labels.items()
    }
    return Taxonomy(name="problem", version="", attribution="", skills=skills)


def _catalog(given: ProblemFile) -> Catalog:
    return Catalog({name: Credential(name, title) for name, title in given.titles.items()}, origin="problem")
