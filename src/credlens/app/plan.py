"""Use case: the best set and order under budget, hours a week and deadline."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from credlens.app import shapes
from credlens.app.ads import NO_ADS
from credlens.app.knowledge import Knowledge
from credlens.app.loop import Wishes, run
from credlens.app.plan_kept import to_text
from credlens.app.ports import Ports
from credlens.app.target import aimed_situation
from credlens.app.weights import chosen
from credlens.model.loop import Loop
from credlens.model.plan import Limits


@dataclass(frozen=True)
class PlanResult:
    """Plans, and the loop they came out of."""

    loop: Loop

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens plan --json``."""
        return {
            **shapes.plans(self.loop),
            "target": self.loop.gap.target,
            "problems": shapes.problems(self.loop.problems),
        }


def make_plan(ports: Ports, limits: Limits, wishes: Wishes | None = None, *, kept: bool = True) -> PlanResult:
    """Plans for the stored profile and target; the result is kept when there is a plan in it, unless ``kept`` says that this is a try.

    Where the wishes say nothing of weights, what the person said of them before counts.

    Raises:
        UserError: there is no target yet, or a named credential is not in the catalog.
    """
    here = aimed_situation(ports, Knowledge.of(ports))
    wanted = wishes or Wishes()
    if wanted.save_problem is not None:
        ports.files.place(wanted.save_problem, "--save-problem")
    wanted = replace(wanted, weighting=chosen(ports, wanted.weighting))
    loop = ports.remember("plan", lambda: (here.key, limits, wanted), lambda: run(here, NO_ADS, limits, wanted))
    result = PlanResult(loop)
    if kept and result.loop.plans:  # a try that finds nothing leaves the plan that is followed, and what was told of it
        ports.store().save_plan(ports.today, to_text(result.to_json(), limits, wanted))
    return result
