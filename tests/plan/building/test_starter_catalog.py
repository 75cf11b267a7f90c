"""The rules over the catalog that comes with the program."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from credlens.app.knowledge import Knowledge
from credlens.io.home import open_home
from credlens.model.credential import Catalog
from credlens.plan.building.build import build


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return Knowledge(open_home(Path(tmp_path_factory.mktemp("home")))).catalog


@pytest.fixture(scope="module")
def everything(world: Any, catalog: Catalog) -> Any:
    """A gap in every skill that the catalog teaches."""
    return world.gap(" ".join(sorted({t.skill for c in catalog.credentials.values() for t in c.skills})))


@pytest.fixture(scope="module")
def found(world: Any, catalog: Catalog, everything: Any) -> Any:
    return build(everything, world.person(), catalog, {}, world.limits(languages=("en",)))


def test_every_credential_is_offered_or_left_out_with_a_reason(catalog: Catalog, found: Any) -> None:
    offered, excluded = {o.credential for o in found.offers}, dict(found.excluded)
    teachers = {i for i, c in catalog.credentials.items() if c.skills}
    assert offered | set(excluded) >= teachers
    assert not offered & set(excluded)
    assert all(excluded.values())
    assert len(offered) > 50


def test_the_order_of_catalog_and_gap_changes_nothing(
    world: Any, catalog: Catalog, everything: Any, found: Any
) -> None:
    turned, items = list(catalog.credentials.items()), list(everything.items)
    random.Random(3).shuffle(turned)
    random.Random(4).shuffle(items)
    gap = replace(everything, items=tuple(items))
    assert build(gap, world.person(), Catalog(dict(turned)), {}, world.limits(languages=("en",))) == found


def test_the_rules_meet_what_is_really_written_in_it(found: Any) -> None:
    offers = {o.name: o for o in found.offers}
    excluded = dict(found.excluded)
    assert ("cs50x", "cs50x-verified") in found.rivals
    assert "library" not in {o.option for o in found.offers}
    assert "free" not in {o.option for o in found.offers}
    said = next(w for name, w in found.remarks if name == "linkedin-career-essentials-data-analysis")
    assert said.startswith("Another price, free, is open to some only: launched free by Microsoft")
    assert any(w.startswith("Aid could lower what it costs") for _, w in found.remarks)
    assert ([s.by for s in offers["ms-az-104", "standard"].savings], excluded["goethe-b2"]) == (
        [("ms-az-900",)],
        "is given in German only",
    )
    for offer in found.offers:
        known = {o.credential for o in found.offers}
        assert all(n.by and known.issuperset(n.by) for n in offer.needs)
        assert sum(s.hours for s in offer.savings) <= offer.hours
