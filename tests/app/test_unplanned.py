"""The loop as far as it goes before anything is planned says what the whole loop says."""

from __future__ import annotations

from pathlib import Path

import pytest

from credlens.app import demo
from credlens.app.options import find_options
from credlens.app.ports import Ports
from credlens.app.unplanned import gap_alone, with_options
from credlens.io.home import open_home
from credlens.model.errors import UserError
from tests.web.site import TODAY


@pytest.fixture(scope="module")
def ports(tmp_path_factory: pytest.TempPathFactory) -> Ports:
    made = open_home(tmp_path_factory.mktemp("unplanned"), today=TODAY)
    demo.move_in(made, "unnamed")
    return made


def test_the_gap_stands_alone(ports: Ports) -> None:
    found = gap_alone(ports)
    assert found.gap.core
    assert (found.options, found.plans, found.comparison.cards) == ({}, (), ())


def test_options_are_those_of_the_use_case(ports: Ports) -> None:
    skill = gap_alone(ports).gap.core[0].skill
    found = with_options(ports, (skill,))
    assert list(found.options) == [skill]
    assert {o.credential for o in found.options[skill]} == {o.credential for o in find_options(ports, skill).options}
    assert all(found.comparison.card(o.credential) for o in found.options[skill])


def test_a_skill_that_is_not_missing_is_left_out(ports: Ports) -> None:
    missing = {i.skill for i in gap_alone(ports).gap.core}
    other = next(s for s in gap_alone(ports).taxonomy if s not in missing)
    assert with_options(ports, (other,)).options == {}


def test_without_a_goal_there_is_nothing_to_show(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        gap_alone(open_home(tmp_path, today=TODAY))
