from __future__ import annotations

import json

import pytest

from credlens.io.apart import answer, apart
from credlens.model.errors import OutsideError

TINY = {"name": "best_gain", "credentials": 400, "skills": 20, "seed": 1, "effort": 1.0}


def test_figures_come_back_from_a_process_of_its_own() -> None:
    here, there = json.loads(answer("plan_peer", json.dumps(TINY))), apart("plan_peer", TINY)
    assert here["worth"] == there["worth"] > 0
    assert set(here) == set(there)


def test_no_answer(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(OutsideError, match="no figures"):
        apart("plan_peer", {**TINY, "skills": -1})
    assert "can be wanted" in capfd.readouterr().err
