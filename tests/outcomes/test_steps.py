"""Steps from several places make one row of steps, and adding them again adds nothing."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from credlens.model.application import Application, Step, StepKind
from credlens.outcomes.steps import in_order, with_steps

STEPS = st.lists(
    st.builds(Step, st.sampled_from(StepKind), st.sampled_from([None, date(2026, 1, 1), date(2026, 2, 1)]))
)


def test_a_step_without_a_day_gives_way_to_one_with_a_day() -> None:
    known = Step(StepKind.INTERVIEW, date(2026, 2, 1))
    assert in_order([Step(StepKind.INTERVIEW, None), Step(StepKind.OFFER, None), known]) == (
        known,
        Step(StepKind.OFFER, None),
    )


@given(STEPS, STEPS)
def test_adding_what_is_there_changes_nothing(first: list[Step], second: list[Step]) -> None:
    made = with_steps(Application("a", date(2026, 1, 1), "Acme", "", steps=in_order(first)), second)
    assert with_steps(made, second) is made
    assert {s.kind for s in made.steps} == {s.kind for s in (*first, *second)}
