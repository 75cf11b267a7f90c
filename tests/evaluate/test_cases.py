"""Every criterion and every flag against its case file, and no criterion or flag without one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

import credlens.evaluate
from credlens.evaluate import CRITERIA, FLAGS
from credlens.evaluate.case import Case
from credlens.evaluate.criteria.base import QUALITY, SUITABILITY
from credlens.model.scorecard import FlagState

CASES = Path(__file__).parent / "cases"
SOURCE = Path(credlens.evaluate.__file__).parent
Build = Callable[[Mapping[str, Any]], Case]


def read(kind: str) -> list[Any]:
    """Each case of each file of this kind, as a parameter of a test with its name."""
    files = [(path.stem, yaml.safe_load(path.read_text("utf-8"))) for path in sorted(CASES.glob("*.yaml"))]
    return [
        pytest.param(file[kind], case, id=f"{stem}: {case['name']}")
        for stem, file in files
        if kind in file
        for case in file["cases"]
    ]


def words(expected: Mapping[str, Any]) -> list[str]:
    because = expected.get("because", [])
    return [str(b) for b in (because if isinstance(because, list) else [because])]  # YAML reads a day as a date


@pytest.mark.parametrize(("name", "raw"), read("criterion"))
def test_a_criterion_gives_the_value_and_the_reason_of_its_case(
    build_case: Build, name: str, raw: dict[str, Any]
) -> None:
    finding = CRITERIA[name].value(build_case(raw))
    assert (finding.low, finding.high) == pytest.approx(raw["expect"]["value"], abs=0.005), finding.because
    for expected in words(raw["expect"]):
        assert expected in finding.because


@pytest.mark.parametrize(("name", "raw"), read("flag"))
def test_a_flag_gives_the_state_and_the_reason_of_its_case(build_case: Build, name: str, raw: dict[str, Any]) -> None:
    verdict = FLAGS[name].check(build_case(raw))
    assert verdict.state == FlagState(raw["expect"]["state"]), verdict.because
    for expected in words(raw["expect"]):
        assert expected in verdict.because


def gaps(kind: str, names: Iterable[str], folder: Path) -> list[str]:
    """What is wrong with the case files of a kind: one missing, misnamed, or without the cases that each must have."""
    found = []
    for name in names:
        path = folder / f"{name}.yaml"
        if not path.exists():
            found.append(f"{name}: no case file")
            continue
        file = yaml.safe_load(path.read_text("utf-8"))
        if file.get(kind) != name:
            found.append(f"{name}: the file is not about this {kind}")
        elif kind == "criterion" and not any(c["name"] == "unknown" for c in file["cases"]):
            found.append(f"{name}: no case named unknown")
        elif kind == "flag":
            states = {c["expect"]["state"] for c in file["cases"]}
            found += [f"{name}: no case that is {s.value}" for s in FlagState if s.value not in states]
    return found


def test_every_criterion_and_every_flag_has_a_case_file() -> None:
    assert gaps("criterion", CRITERIA, CASES) == []
    assert gaps("flag", FLAGS, CASES) == []


def test_a_missing_or_thin_case_file_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "thin.yaml").write_text("flag: thin\ncases: [{name: a, expect: {state: fires}}]", "utf-8")
    (tmp_path / "other.yaml").write_text("criterion: something\ncases: [{name: unknown}]", "utf-8")
    (tmp_path / "sure.yaml").write_text("criterion: sure\ncases: [{name: known}]", "utf-8")
    assert gaps("criterion", ["planted"], tmp_path) == ["planted: no case file"]
    assert gaps("criterion", ["other", "sure"], tmp_path) == [
        "other: the file is not about this criterion",
        "sure: no case named unknown",
    ]
    assert gaps("flag", ["thin"], tmp_path) == ["thin: no case that is clear", "thin: no case that is cannot_tell"]


def unlisted(folder: Path, names: Iterable[str]) -> set[str]:
    """Files of a kind's folder that have no line in its table."""
    return {path.stem for path in folder.glob("*.py")} - set(names) - {"__init__", "base"}


def test_no_file_is_left_out_of_its_table(tmp_path: Path) -> None:
    assert unlisted(SOURCE / "criteria", CRITERIA) == set()
    assert unlisted(SOURCE / "flags", FLAGS) == set()
    (tmp_path / "forgotten.py").write_text("", "utf-8")
    assert unlisted(tmp_path, CRITERIA) == {"forgotten"}


@pytest.mark.parametrize("name", CRITERIA.names())
def test_a_criterion_says_what_it_asks_and_where_its_anchors_come_from(name: str) -> None:
    criterion = CRITERIA[name]
    assert criterion.id == name
    assert criterion.group in (QUALITY, SUITABILITY)
    assert criterion.question.endswith("?")
    assert criterion.reference


@pytest.mark.parametrize("name", FLAGS.names())
def test_a_flag_says_what_it_asks_and_where_its_rule_comes_from(name: str) -> None:
    flag = FLAGS[name]
    assert flag.id == name
    assert flag.question.endswith("?")
    assert flag.reference
