from __future__ import annotations

import json
from pathlib import Path

import pytest

from credlens.app.verifying.documents import read_map
from credlens.io.files import DiskFiles
from credlens.model.errors import InputError
from credlens.verify.needs import Document, Kind, Missing, Need, Why

URL = "https://issuer.example/profile"


def written(tmp_path: Path, content: object) -> Path:
    path = tmp_path / "map.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content))
    return path


def test_a_document_is_found_beside_its_map_whatever_the_fragment(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "issuer.json").write_bytes(b"{}")
    given = read_map(DiskFiles(), written(tmp_path, {f"{URL}#key-1": "docs/issuer.json"}))
    assert given
    assert given.fetch(Need(URL, Kind.ISSUER, 10)) == Document(URL, b"{}", "given")
    assert given.fetch(Need("https://other.example/", Kind.ISSUER, 10)) is None


def test_a_document_that_is_too_large_is_missing(tmp_path: Path) -> None:
    (tmp_path / "issuer.json").write_bytes(b"x" * 11)
    given = read_map(DiskFiles(), written(tmp_path, {URL: "issuer.json"}))
    reply = given.fetch(Need(URL, Kind.ISSUER, 10))
    assert isinstance(reply, Missing)
    assert reply.why is Why.TOO_LARGE


def test_files_that_are_not_there_are_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_map(DiskFiles(), written(tmp_path, {URL: "nowhere.json", f"{URL}/2": "."}))
    assert [problem.where for problem in caught.value.problems] == [str(tmp_path / "nowhere.json"), str(tmp_path)]


def test_without_a_map_nothing_is_given() -> None:
    assert not read_map(DiskFiles(), None)


@pytest.mark.parametrize("content", ["{", "[]", '"x"', {"https://a.example/": 1}, {"https://a.example/": ["x"]}])
def test_what_is_no_map_is_told_with_the_shape_of_one(tmp_path: Path, content: object) -> None:
    with pytest.raises(InputError) as caught:
        read_map(DiskFiles(), written(tmp_path, content))
    assert "issuer.json" in str(caught.value.what_to_do)
