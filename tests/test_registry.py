from __future__ import annotations

import sys
from importlib.metadata import EntryPoint

import pytest

import credlens.registry
from credlens.model.errors import UserError
from credlens.registry import Registry


@pytest.fixture(autouse=True)
def no_third_parties(monkeypatch: pytest.MonkeyPatch) -> None:
    _install(monkeypatch)


def _install(monkeypatch: pytest.MonkeyPatch, *points: EntryPoint) -> list[str]:
    """Make these entry points the installed ones; returns the list of groups asked for."""
    asked: list[str] = []

    def entry_points(*, group: str) -> list[EntryPoint]:
        asked.append(group)
        return [p for p in points if p.group == group]

    monkeypatch.setattr(credlens.registry, "entry_points", entry_points)
    return asked


def test_a_member_is_imported_when_it_is_asked_for_and_not_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "this", raising=False)
    shelf: Registry[object] = Registry("shelf", {"pi": "math:pi", "zen": "this:c"})

    assert shelf["pi"] == 3.141592653589793
    assert list(shelf) == ["pi", "zen"]
    assert "this" not in sys.modules


def test_a_broken_member_breaks_only_itself() -> None:
    shelf: Registry[object] = Registry(
        "shelf", {"no_module": "credlens.nowhere:X", "no_attribute": "math:nothing", "good": "math:tau"}
    )

    assert shelf["good"] == 6.283185307179586
    assert shelf.names() == ("no_module", "no_attribute", "good")
    assert len(shelf) == 3
    with pytest.raises(ModuleNotFoundError):
        shelf["no_module"]
    with pytest.raises(AttributeError):
        shelf["no_attribute"]


def test_an_unknown_name_is_a_users_mistake_and_lists_the_members() -> None:
    shelf: Registry[object] = Registry("criterion", {"cost": "math:pi", "time": "math:e"})

    with pytest.raises(UserError) as caught:
        shelf["tme"]

    assert caught.value.message == "There is no criterion called 'tme'."
    assert caught.value.what_to_do == "Use one of: cost, time."


def test_items_loads_every_member_in_table_order() -> None:
    shelf: Registry[object] = Registry("shelf", {"tau": "math:tau", "e": "math:e"})

    assert list(shelf.items()) == [("tau", 6.283185307179586), ("e", 2.718281828459045)]


def test_a_third_party_adds_members_after_the_built_in_ones_in_alphabetical_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = _install(
        monkeypatch,
        EntryPoint("zeta", "math:e", "credlens.shelf"),
        EntryPoint("alpha", "math:inf", "credlens.shelf"),
        EntryPoint("elsewhere", "math:nan", "credlens.drawer"),
    )
    shelf: Registry[object] = Registry("shelf", {"pi": "math:pi"})

    assert shelf.names() == ("pi", "alpha", "zeta")
    assert shelf["zeta"] == 2.718281828459045
    assert asked == ["credlens.shelf"], "looked up once"


def test_a_third_party_cannot_replace_a_built_in_member(monkeypatch: pytest.MonkeyPatch) -> None:
    _install(monkeypatch, EntryPoint("pi", "math:e", "credlens.shelf"))
    shelf: Registry[object] = Registry("shelf", {"pi": "math:pi"})

    assert shelf.names() == ("pi",)
    assert shelf["pi"] == 3.141592653589793


def test_a_member_of_a_third_party_is_found_without_listing_first(monkeypatch: pytest.MonkeyPatch) -> None:
    _install(monkeypatch, EntryPoint("extra", "math:e", "credlens.shelf"))
    shelf: Registry[object] = Registry("shelf", {"pi": "math:pi"})

    assert shelf["extra"] == 2.718281828459045


@pytest.mark.parametrize("turned", [False, True])
def test_two_third_parties_of_one_name_are_settled_the_same_way_in_any_order(
    monkeypatch: pytest.MonkeyPatch, turned: bool
) -> None:
    points = [EntryPoint("x", "math:e", "credlens.shelf"), EntryPoint("x", "math:tau", "credlens.shelf")]
    _install(monkeypatch, *(reversed(points) if turned else points))

    assert Registry[object]("shelf", {})["x"] == 2.718281828459045


def test_built_in_members_need_no_look_at_third_parties(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _install(monkeypatch)

    assert Registry[object]("shelf", {"pi": "math:pi"})["pi"] == 3.141592653589793
    assert asked == []
