from __future__ import annotations

import pytest

from credlens.app.bench.plan_making import made_problem
from credlens.app.solving import must_be_right, solved


def test_every_plan_on_the_way_is_told_and_the_last_one_is_the_answer() -> None:
    heard: list[str] = []
    (plan,) = solved(made_problem(1000, 60, 1), 1, news=heard.append)
    assert len(heard) > 1
    assert "below the best" in heard[0]
    assert heard[-1] == (
        f"Found: covers {100 * plan.coverage:.0f} %, {plan.cost}, done by {plan.finish} (proven best)."
    )


def test_a_plan_that_the_checker_rejects_is_never_shown() -> None:
    (plan,) = solved(made_problem(1000, 60, 1), 1)
    must_be_right(plan, ())
    with pytest.raises(RuntimeError, match="rejects the plan 'strongest': too dear"):
        must_be_right(plan, ("too dear",))
