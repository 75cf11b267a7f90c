from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.model.credential import Prerequisite


def soft(world: Any, *credentials: str, **more: Any) -> Prerequisite:
    return Prerequisite(hard=False, sources=(world.source,), credentials=credentials, **more)


def offer(problem: Any, name: str = "c") -> Any:
    return next(o for o in problem.offers if o.credential == name)


def test_what_is_recommended_first_costs_a_quarter_more_unless_it_is_done_before(world: Any, made: Any) -> None:
    c = world.credential("c", "sql core", 100, prerequisites=(soft(world, "a"), soft(world, skills=("git",))))
    found = offer(made(c, world.credential("a", "python core"), world.credential("g", "python core, git part")))
    assert (found.hours, [(s.by, s.hours) for s in found.savings]) == (125, [(("a",), 12.5), (("g",), 12.5)])
    assert found.savings[0].says == "a is recommended first and saves 12.5 hours"
    assert [found.hours_after({*done}) for done in ("", "a", "g", "ag")] == [125, 112.5, 112.5, 100]


def test_what_is_recommended_and_shown_or_no_matter_of_study_costs_nothing(world: Any, made: Any) -> None:
    wants = (soft(world, skills=("git",)), soft(world, text="18 years of age"), soft(world, experience_years=2.0))
    found = made(world.credential("c", "sql core", 100, prerequisites=wants), person=world.person("git beginner"))
    assert (offer(found).hours, offer(found).savings) == (100, ())


def test_what_nothing_in_the_catalog_gives_costs_more_and_cannot_be_saved(world: Any, made: Any) -> None:
    found = offer(made(world.credential("c", "sql core", 100, prerequisites=(soft(world, "nowhere"),))))
    assert (found.hours, found.savings) == (125, ())


@pytest.mark.parametrize(("years", "hours"), [(3.0, 100), (1.0, 125)])
def test_of_alternatives_one_is_enough(world: Any, made: Any, years: float, hours: float) -> None:
    wants = (soft(world, "a", either="way in"), soft(world, experience_years=2.0, either="way in"))
    found = made(world.credential("c", "sql core", 100, prerequisites=wants), person=world.person(years=years))
    assert offer(found).hours == hours


def test_a_part_that_was_done_saves_its_hours_of_the_whole(world: Any, made: Any, related: Any) -> None:
    whole = related(world.credential("c", "sql core", 100, modules_skippable=True), has_part="p")
    part = related(world.credential("q", "python core", 20), part_of="c")
    found = offer(made(whole, part, world.credential("p", "sql core", 30)))
    assert (found.hours, [(s.by, s.hours) for s in found.savings]) == (100, [(("p",), 30), (("q",), 20)])


@given(st.lists(st.integers(1, 200), min_size=1, max_size=4))
def test_parts_never_save_more_than_seven_tenths_of_the_whole(world: Any, made: Any, related: Any, parts: Any) -> None:
    names = [f"p{i}" for i in range(len(parts))]
    whole = related(world.credential("c", "sql core", 100), has_part=" ".join(names))
    found = offer(made(whole, *(world.credential(n, "python core", h) for n, h in zip(names, parts, strict=True))))
    assert found.hours - found.hours_after(set(names)) == pytest.approx(min(70, sum(min(70, h) for h in parts)))


def test_where_modules_cannot_be_skipped_a_part_saves_nothing_but_advanced_standing_does(
    world: Any, made: Any, related: Any
) -> None:
    whole = related(
        world.credential("c", "sql core", 100, modules_skippable=False), has_part="p", advanced_standing_from="s"
    )
    others = [world.credential("p", "sql core", 30), world.credential("s", "python core", 40)]
    turned = related(world.credential("t", "python core", 10), advanced_standing_for="c")
    assert [(s.by, s.hours) for s in offer(made(whole, *others, turned)).savings] == [(("s",), 40), (("t",), 10)]


def test_a_part_without_known_hours_saves_nothing(world: Any, made: Any, related: Any) -> None:
    whole = related(world.credential("c", "sql core", 100), has_part="p")
    assert offer(made(whole, world.credential("p", "sql core", world.unknown))).savings == ()
