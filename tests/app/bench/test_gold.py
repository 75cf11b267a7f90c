import json
from pathlib import Path
from typing import Any

import pytest

from credlens.app.bench.gold import GoldAd, gold, load, score
from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.market.dedupe import digest
from credlens.model.errors import InputError

AD = """Requirements
- Bachelor's degree or equivalent experience
- 3+ years of SQL
- PMP, driver's license

Nice to have
- Tableau
"""


def span(words: str) -> list[int]:
    return [AD.index(words), AD.index(words) + len(words)]


def labels(**changed: Any) -> dict[str, Any]:
    lines = [line for line in AD.splitlines() if line]
    letters = ["N", "R", "R", "R", "N", "P"]
    units = [[*span(line), letter] for line, letter in zip(lines, letters, strict=True)]
    record = {
        "ad": digest(AD), "split": "dev", "source": "x", "units": units, "parts": [],
        "degree": {"level": "bachelor", "required": True, "experience_substitutes": True, "fields": [], "span": None},
        "licences": [{"span": span("driver's license"), "name": "driver's license", "required": True}],
        "credentials": [{"span": span("PMP"), "name": "PMP", "required": True}],
        "experience": [{"span": span("3+ years"), "min": 3, "max": None, "of": "SQL"}],
    }  # fmt: skip
    return record | changed


def read(*records: dict[str, Any]) -> list[GoldAd]:
    found, problems = load("\n".join(map(json.dumps, records)).encode(), "labels.jsonl")
    assert problems == []
    return found


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Any:
    from credlens.io.home import open_home

    return Knowledge(open_home(tmp_path_factory.mktemp("home")), own=False).reader


def test_labels_that_the_reader_meets_score_one(reader: Any) -> None:
    found = score(read(labels()), [AD], reader)
    assert (found.ads, found.not_checked, list(found.splits)) == (1, 0, ["dev", "all"])
    figures = found.splits["dev"]
    for name in (
        "degree_level_f1",
        "experience_substitutes_f1",
        "required_preferred_macro_f1",
        "years_exact_f1",
        "credentials_recall",
    ):
        assert (figures[name]["value"], figures[name]["ci95"]) == (1.0, [1.0, 1.0])
    assert figures["licences_precision"] == {"value": 1.0, "ci95": [1.0, 1.0], "labels": 1, "found": 1}


@pytest.mark.parametrize(
    ("changed", "figure", "value"),
    [
        ({"degree": {"level": "master", "required": True, "experience_substitutes": True}}, "degree_level_f1", 0.0),
        (
            {"degree": {"level": "bachelor", "required": True, "experience_substitutes": False}},
            "experience_substitutes_f1",
            0.0,
        ),
        ({"experience": [{"min": 3, "max": None}, {"min": 5, "max": 7}]}, "years_exact_f1", 0.6667),
        ({"credentials": []}, "credentials_precision", 0.0),
        ({"licences": []}, "licences_recall", None),
        ({"parts": [[*span("SQL"), "P"]]}, "required_preferred_macro_f1", 0.3333),
    ],
)
def test_what_is_labelled_otherwise_costs(
    changed: dict[str, Any], figure: str, value: float | None, reader: Any
) -> None:
    assert score(read(labels(**changed)), [AD], reader).splits["all"][figure]["value"] == value


def test_a_name_in_two_places_counts_once(reader: Any) -> None:
    twice = [{"span": s, "name": "PMP", "required": True} for s in (span("PMP"), [0, 3])]
    figures = score(read(labels(credentials=twice)), [AD], reader).splits["all"]
    assert (figures["credentials_recall"]["value"], figures["credentials_recall"]["labels"]) == (1.0, 1)


def test_a_text_that_changed_is_not_checked(reader: Any) -> None:
    found = score(read(labels()), [AD + "!"], reader)
    assert (found.ads, found.not_checked, found.splits) == (0, 1, {})


def test_splits_are_counted_apart_and_intervals_repeat(reader: Any) -> None:
    other = AD.replace("3+", "4+")
    both = read(labels(), labels(ad=digest(other), split="test"))
    first, again = (score(both, [AD, other], reader).to_json() for _ in range(2))
    assert first == again
    assert [first["splits"][s]["ads"] for s in ("dev", "test", "all")] == [1, 1, 2]
    assert first["splits"]["test"]["years_exact_f1"]["value"] == 0.0
    assert first["splits"]["all"]["years_exact_f1"]["ci95"] == [0.0, 1.0]


def test_broken_labels_are_problems_and_the_others_are_used(ports: Ports, tmp_path: Path) -> None:
    (tmp_path / "labels.jsonl").write_text(f"{json.dumps(labels())}\n{{broken\n{{}}\n", "utf-8")
    (tmp_path / "ad.txt").write_text(AD, "utf-8")
    found = gold(ports, tmp_path / "labels.jsonl", [tmp_path / "ad.txt"])
    assert len(found.problems) == 2
    assert found.ads + found.not_checked == 1


def test_without_labels_there_is_nothing_to_measure(ports: Ports, tmp_path: Path) -> None:
    (tmp_path / "labels.jsonl").write_text("", "utf-8")
    with pytest.raises(InputError, match="no labels"):
        gold(ports, tmp_path / "labels.jsonl", [tmp_path])
