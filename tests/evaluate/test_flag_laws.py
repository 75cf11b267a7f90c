"""What holds of every red flag: each answers with a reason, and what is not known never warns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from credlens.evaluate import FLAGS
from credlens.evaluate.case import Case
from credlens.evaluate.wanted import BY_NAME
from credlens.model.credential import Credential
from credlens.model.register import Registers
from credlens.model.scorecard import FlagState

Build = Callable[[Mapping[str, Any]], Case]
ABOUT_THE_PERSON = {"legally_required", "degree_demanded", "expired_held"}  # these warn of a target or of what is held


@pytest.fixture(scope="module")
def worlds(build_case: Build) -> list[Case]:
    """Every case of every file, of criteria and flags."""
    files = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
    return [build_case(raw) for path in files for raw in yaml.safe_load(path.read_text("utf-8"))["cases"]]


def firing(case: Case) -> set[str]:
    return {name for name, flag in FLAGS.items() if flag.check(case).state is FlagState.FIRES}


def test_every_flag_answers_every_case_with_a_reason(worlds: list[Case]) -> None:
    reasons = [flag.check(case).because for case in worlds for flag in map(FLAGS.__getitem__, FLAGS)]

    assert len(reasons) > 3_000
    assert [r for r in reasons if not r.strip() or r.endswith((";", ",", ":", " ")) or ";;" in r or "  " in r] == []


def test_a_record_of_which_nothing_is_known_gets_no_warning_of_its_own(worlds: list[Case]) -> None:
    warned = {name for case in worlds for name in firing(replace(case, credential=Credential("it", "It")))}

    assert warned <= ABOUT_THE_PERSON


def test_without_registers_no_accreditation_is_called_false_and_no_host_dead(worlds: list[Case]) -> None:
    warned = {name for case in worlds for name in firing(replace(case, registers=Registers()))}

    assert not warned & {"accreditation_not_listed", "verifier_dead"}


def test_lists_that_are_not_whole_call_nothing_false_by_what_they_lack(worlds: list[Case]) -> None:
    for case in worlds:
        partial = {
            i: replace(r, whole=False, entries=())
            for i, r in case.registers.registers.items()
        }  # fmt: skip
        assert "accreditation_not_listed" not in firing(replace(case, registers=Registers(partial)))


def test_what_the_ads_ask_for_by_name_is_never_too_little(worlds: list[Case]) -> None:
    seen = 0
    for case in worlds:
        named = case.demand.recognition(case.credential.id).share
        if named.n and named.value >= 0.1:
            seen += 1
            assert not firing(case) & {"low_effort"}
        if named.n and named.value >= BY_NAME:
            assert not firing(case) & {"beginner_for_expert"}
    assert seen >= 3
