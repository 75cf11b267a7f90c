"""Ten thousand tampered badges, and not one that says something else than what was signed is verified."""

from __future__ import annotations

from pathlib import Path

import pytest

from credlens.app.bench.verify import tamper
from credlens.io.home import open_home

EACH = 1_000


@pytest.mark.parametrize("seed", range(100, 105))  # of one another's size, so that several processes share them
def test_no_tampered_badge_is_verified(tmp_path: Path, seed: int) -> None:
    found = tamper(open_home(tmp_path), seed=seed, wanted=EACH)
    assert (found["false_verified"], found["examples"]) == (0, [])
    assert found["crashes"] == []
    assert sum(found["verdicts"].values()) == found["n"] == EACH
    # It would be worth little if the changes were none, or if all failed for one reason.
    assert found["unchanged"] < EACH / 4
    assert len(found["ways"]) > 15
    assert {"INVALID", "ISSUER_NOT_BOUND"} <= set(found["verdicts"])
