from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from credlens.catalog import codec
from credlens.catalog.sources import yaml_files
from credlens.model.credential import Credential
from credlens.model.errors import OutsideError
from credlens.model.fact import Fact, Unknown

DATA = Path(codec.__file__).parents[1] / "data" / "credentials"


class _AnySkill:
    def __contains__(self, skill: object) -> bool:
        return True


@pytest.fixture(scope="module")
def starter() -> list[Credential]:
    files = [(p.name, p.read_bytes()) for p in sorted(DATA.glob("*.yaml"))]
    return yaml_files.read(files, _AnySkill())[0]  # type: ignore[arg-type]


def test_every_starter_record_comes_back_equal(starter: list[Credential]) -> None:
    assert [codec.unpack(codec.pack(c)) for c in starter] == starter
    conflicts = [
        f
        for c in starter
        for x in fields(c)
        if isinstance(f := getattr(c, x.name), Fact) and f.candidates() and not f.known
    ]
    assert conflicts, "the records have to hold conflicts, or the test says nothing of them"


def test_what_nobody_looked_up_takes_no_room() -> None:
    assert codec.encode(Credential("a", "A")) == {"id": "a", "title": "A"}


def test_a_key_of_a_later_version_is_passed_over() -> None:
    assert codec.decode({"id": "a", "title": "A", "colour": "red"}) == Credential("a", "A")


@pytest.mark.parametrize(
    "data",
    [b"", b"not packed", codec.packed("[1, 2]"), codec.packed('{"id": 1'), codec.packed('{"level": {"value": "x"}}')],
)
def test_damaged_bytes_say_so(data: bytes) -> None:
    with pytest.raises(OutsideError, match="damaged"):
        codec.unpack(data)


def test_why_something_is_unknown_survives(starter: list[Credential]) -> None:
    reasons = {
        f.value.why
        for c in map(codec.unpack, map(codec.pack, starter))
        for x in fields(c)
        if isinstance(f := getattr(c, x.name), Fact) and isinstance(f.value, Unknown)
    }
    assert len(reasons) >= 3
