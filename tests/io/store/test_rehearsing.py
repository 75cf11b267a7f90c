from __future__ import annotations

import pytest

from credlens.app.keeping.ports import Row, State
from credlens.io.store.rehearsing import rehearsed
from credlens.model.errors import OutsideError

CLAIM: Row = {"skill": "sql", "known": True, "level": "unknown"}
GOOD: list[State] = [
    {},
    {"claim": [CLAIM]},
    {"catalog_record": [{"name": "one", "data": b"title: One"}], "catalog_doubt": []},
    {"target": [{"name": "Analyst", "read": 1, "occupation": None, "jurisdiction": None}]},
]
BAD: list[State] = [
    {"claim": [CLAIM, CLAIM]},
    {"claim": [{**CLAIM, "level": "godlike"}]},
    {"correction": [{"card": "a", "verdict": "maybe", "value": ""}]},
    {"plan": [{"position": 0, "made": "2026-02-30", "content": "{}"}]},
    {"diary": [{"day": "2026-11-23"}]},
    {"person": [{"id": "me"}]},
    {"catalog_statement": []},
]


@pytest.mark.parametrize("state", GOOD)
def test_a_state_that_every_command_can_read_is_good(state: State) -> None:
    rehearsed(state)


@pytest.mark.parametrize("state", BAD)
def test_any_other_is_found_out_before_anything_is_changed(state: State) -> None:
    with pytest.raises((ValueError, OutsideError)):
        rehearsed(state)
