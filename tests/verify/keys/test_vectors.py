from __future__ import annotations

import json
from base64 import urlsafe_b64decode
from pathlib import Path
from typing import Any

import pytest

from credlens.verify.keys.key import ALGORITHMS, from_jwk

FILE = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))
KEYS = {name: from_jwk(jwk) for name, jwk in FILE["keys"].items()}
FAMILIES = sorted({(v["key"], v["what"].partition(":")[0]) for v in FILE["vectors"]})


def _bytes(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _judged(vector: dict[str, Any]) -> bool:
    key = KEYS[vector["key"]]
    return key.verify(vector["algorithm"], _bytes(vector["message"]), _bytes(vector["signature"]))


@pytest.mark.parametrize(("key", "family"), FAMILIES)
def test_a_signature_fits_exactly_when_it_should(key: str, family: str) -> None:
    vectors = [v for v in FILE["vectors"] if v["key"] == key and v["what"].startswith(f"{family}:")]
    assert len(vectors) > 30
    assert [v["what"] for v in vectors if _judged(v) is not v["fits"]] == []


def test_there_are_vectors_for_every_algorithm_that_fit_and_that_do_not() -> None:
    found = {(v["algorithm"], v["fits"]) for v in FILE["vectors"]}
    assert found >= {(name, fits) for name in ALGORITHMS for fits in (True, False)}
    assert len({v["what"] for v in FILE["vectors"]}) == len(FILE["vectors"]) >= 150
