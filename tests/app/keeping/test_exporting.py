from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from credlens.app.keeping.exporting import export_everything
from credlens.app.ports import Ports, StoredDocument
from credlens.model.errors import UserError

Home = Callable[[Path], Ports]


@pytest.mark.usefixtures("bare")
def test_private_keys_stay_at_home_unless_asked_for(tmp_path: Path, fill: Home) -> None:
    made = export_everything(fill(tmp_path / "one"), tmp_path / "out.zip")
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    assert not made.keys
    assert not [name for name, data in inside.items() if b"PRIVATE" in data or "keys" in name]
    assert "Add --with-keys" in made.left_out[0]
    assert made.left_out[0] in inside["README.txt"].decode()
    assert made.to_json()["files"] == len(inside)


@pytest.mark.usefixtures("bare")
def test_files_have_their_own_names_in_the_manifest(tmp_path: Path, fill: Home) -> None:
    export_everything(fill(tmp_path / "one"), tmp_path / "out.zip")
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert b"Ada Invented" in archive.read("originals/document-0001.md")
        manifest = json.loads(archive.read("manifest.json"))
    assert manifest["members"]["originals/document-0001.md"]["name"] == "r\u00e9sum\u00e9 \u202e.md"


def test_what_cannot_be_read_any_more_can_be_taken_along_all_the_same(tmp_path: Path, home: Home) -> None:
    ports = home(tmp_path / "one")
    ports.store().replace_documents([StoredDocument("broken.docx", b"PK damaged")])
    made = export_everything(ports, tmp_path / "out.zip")
    assert any(each.startswith("tables and documents: ") for each in made.left_out)
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert archive.read("originals/document-0001.docx") == b"PK damaged"


def test_nothing_is_written_of_nobody(tmp_path: Path, home: Home) -> None:
    with pytest.raises(UserError, match="Nothing of yours is kept here"):
        export_everything(home(tmp_path / "one"), tmp_path / "out.zip")
    assert list(tmp_path.iterdir()) == []


def test_no_export_is_written_into_a_folder_that_is_not_there(tmp_path: Path, fill: Home) -> None:
    with pytest.raises(UserError, match="is not there"):
        export_everything(fill(tmp_path / "one"), tmp_path / "none" / "out.zip")
