"""Which areas a target has, how many ads name each, and who says that it belongs to the work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from credlens.evaluate.together.areas import areas
from credlens.model.demand import Blend, Demand, DemandPart, DemandSource, SkillDemand
from credlens.model.quantity import Share
from credlens.model.skill import Taxonomy
from credlens.model.together import Foundation


def demand(
    n: int, named: Mapping[str, int], known: Mapping[str, Sequence[tuple[DemandSource, float]]] | None = None
) -> Demand:
    """Ads that name skills, and what was known of some before: (who says so, share), the last of which is expected."""

    def blend(skill: str) -> Blend | None:
        said = (known or {}).get(skill)
        return Blend(said[-1][1], 0, 1, tuple(DemandPart(s, v, 1.0) for s, v in said)) if said else None

    skills = {s: SkillDemand(s, Share(k, n), Share(0, 0), k, blend=blend(s)) for s, k in named.items()}
    return Demand(n, n, n, skills, {}, {}, {}, ())


def test_an_ad_counts_once_for_an_area_however_many_of_its_skills_it_names(
    taxonomy: Taxonomy, foundation: Foundation
) -> None:
    ads = [{"charts", "tableau"}, {"tableau"}, {"sql"}]
    asked = demand(3, {"charts": 1, "tableau": 2, "sql": 1})

    counted = {w.id: w.share for w in areas(asked, taxonomy, foundation, ads)}
    guessed = {w.id: w.share for w in areas(asked, taxonomy, foundation)}

    assert counted == {"sql": Share(1, 3), "statistics": Share(0, 3), "charts": Share(2, 3), "ethics": Share(0, 3), "teamwork": Share(0, 3)}  # fmt: skip
    assert guessed["charts"] == Share(2, 3)  # without the ads at hand, the most named skill of it counts


@pytest.mark.parametrize(
    ("named", "more"),
    [
        ({"welding": 2}, ["welding"]),  # a fifth of ten ads
        ({"welding": 1}, []),
        ({"data-analysis": 9}, []),  # the name of a whole field: the foundation says what it consists of
        ({"tableau": 9}, []),  # belongs to charts
        ({"privacy": 9}, []),  # a piece of ethics
    ],
)
def test_only_what_is_common_and_belongs_nowhere_is_an_area_of_its_own(
    taxonomy: Taxonomy, foundation: Foundation, named: dict[str, int], more: list[str]
) -> None:
    found = [w.id for w in areas(demand(10, named), taxonomy, foundation)]

    assert found == ["sql", "statistics", "charts", "ethics", "teamwork", *more]


def test_without_a_foundation_a_whole_field_is_an_area_too_and_teamwork_is_for_no_course(taxonomy: Taxonomy) -> None:
    found = areas(demand(10, {"data-analysis": 9, "teamwork": 8, "tableau": 1}), taxonomy, None)

    assert [(w.id, w.by_course) for w in found] == [("data-analysis", True), ("teamwork", False)]


def test_who_says_so_is_kept(taxonomy: Taxonomy, foundation: Foundation) -> None:
    known = {
        "sql": [(DemandSource.ADS, 0.5), (DemandSource.MARKET, 0.7)],
        "welding": [(DemandSource.ADS, 0.0), (DemandSource.PROFILE, 0.3)],
    }

    found = {w.id: w for w in areas(demand(2, {"sql": 1, "welding": 0}, known), taxonomy, foundation)}

    assert [w.value for w in found["sql"].wanted_by] == ["ads", "market", "foundation"]
    assert [w.value for w in found["welding"].wanted_by] == ["profile"]  # no ad names it
    assert [w.value for w in found["ethics"].wanted_by] == ["foundation"]
    assert (found["sql"].expected, found["welding"].expected, found["ethics"].expected) == (0.7, 0.3, 0.0)


def test_without_ads_and_without_anything_known_only_the_foundation_speaks(
    taxonomy: Taxonomy, foundation: Foundation
) -> None:
    found = areas(demand(0, {}), taxonomy, foundation)

    assert {(w.share, w.expected) for w in found} == {(None, None)}
