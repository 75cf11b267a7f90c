"""The gap of a stored person, and what would open if they learnt more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from credlens.app.gap import GapResult, find_gap
from credlens.app.ports import Ports
from credlens.app.profile import know
from credlens.io.home import open_home
from credlens.model.errors import UserError
from credlens.model.gap import Learnt

RESUME = """# Ann Example

## Experience

Analyst, Some Shop, 2020 - 2024: weekly reports in Excel.

## Skills

Tableau
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Ports:
    """Three ads: SQL and Excel; SQL, Python, Tableau and Excel; SQL alone. Excel can be shown, Tableau is only listed."""
    tmp_path = tmp_path_factory.mktemp("gap")
    ports = open_home(tmp_path / "home", today=date(2026, 11, 22))
    folder = tmp_path / "ads"
    folder.mkdir()
    for name, skills in {"a": "SQL and Excel", "b": "SQL, Python, Tableau and Excel", "c": "SQL"}.items():
        (folder / f"{name}.txt").write_text(f"Data analyst at Shop {name}\n\nRequirements:\n- {skills} are a must.\n")
    (tmp_path / "resume.md").write_text(RESUME)
    find_gap(ports, ads=[folder], resume=[tmp_path / "resume.md"])
    return ports


@pytest.fixture(scope="module")
def asked(home: Ports) -> GapResult:
    """What if they learnt SQL and Python, asked with a comma."""
    return find_gap(home, learn=["sql, Python"])


def test_the_gap_says_what_is_within_reach_now_and_after_the_first_ones(asked: GapResult) -> None:
    gap = asked.here.gap

    assert gap.first == ("sql", "python")
    assert gap.within_reach is not None
    assert (gap.within_reach.now, gap.within_reach.n) == (0, 3)
    assert gap.within_reach.after == (("sql", 2), ("python", 3))
    assert gap.begin_with is not None
    assert gap.begin_with.skill == "sql"
    assert [a.skill for a in gap.prove] == ["tableau"]
    assert [a.skill for a in gap.skip] == ["excel"]


def test_what_if_is_asked_in_the_persons_words(asked: GapResult) -> None:
    assert asked.learnt is not None
    assert (asked.learnt.before, asked.learnt.after, asked.learnt.n) == (0, 3, 3)
    assert asked.learnt.each == (Learnt("sql", 2, 3), Learnt("python", 0, 1))


def test_words_that_are_no_skill_are_all_named_with_the_nearest_ones(home: Ports) -> None:
    with pytest.raises(UserError) as caught:
        find_gap(home, learn=["SQL", "Tablo, Xqzvw"])

    assert str(caught.value.message) == "The taxonomy has no skill 'Tablo', 'Xqzvw'."
    assert caught.value.where == "--with"
    assert caught.value.what_to_do == "For 'Tablo': Did you mean Tableau? For 'Xqzvw': Try another word for it."


def test_the_answer_as_json_has_every_documented_part(asked: GapResult) -> None:
    data = asked.to_json()

    assert data["with"] == {
        "skills": data["first"],
        "within_reach": {"before": 0, "after": 3, "n": 3},
        "each": [
            {"skill": data["first"][0], "opens": 2, "opens_with_the_others": 3, "remark": ""},
            {"skill": data["first"][1], "opens": 0, "opens_with_the_others": 1, "remark": ""},
        ],
        "unknown": [],
    }
    assert "with" not in replace(asked, learnt=None).to_json()
    assert data["begin_with"]["skill"]["label"] == "SQL"
    assert data["within_reach"] == {
        "now": 0,
        "n": 3,
        "unjudged": 0,
        "after": [{"skill": data["first"][0], "ads": 2}, {"skill": data["first"][1], "ads": 3}],
        "nearest": None,
    }
    sql, excel = data["gap"][0], next(i for i in data["gap"] if i["skill"]["label"] == "Excel")
    assert (sql["opens"], sql["opens_with_first"], sql["held"]) == (2, 3, None)
    assert sum(i["opens_together"] for i in data["gap"]) == pytest.approx(3)
    assert (
        sql["why"] == "asked for in 3 of 3 ads, required in 3; alone it opens 2, with the other one of the first two 3"
    )
    assert sql["demand"]["estimate"] is None
    assert (excel["held"]["years"] or 0) > 3
    assert data["prove"][0]["skill"]["label"] == "Tableau"
    assert "at work" in data["skip"][0]["because"]


def test_what_the_person_says_they_know_counts_as_shown_and_is_to_be_proven(asked: GapResult) -> None:
    home = asked.here.ports
    know(home, "SQL")
    result = find_gap(home, learn=["python", "R"])
    gap = result.here.gap

    assert result.learnt is not None
    assert [(e.skill, e.opens, e.remark) for e in result.learnt.each] == [
        ("python", 1, ""),
        ("r", 0, "no ad here names it"),
    ]
    assert gap.within_reach is not None
    assert gap.within_reach.now == 2
    assert [a.skill for a in gap.prove] == ["sql", "tableau"]
