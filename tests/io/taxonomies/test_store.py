from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from credlens.io import disk
from credlens.io.taxonomies import store as module
from credlens.io.taxonomies.store import DiskTaxonomies
from credlens.model.errors import OutsideError
from credlens.model.fact import Method, Source
from credlens.model.skill import Alias, Skill
from credlens.model.taxonomy import ImportedTaxonomy, TaxonomyInfo
from credlens.skills.taxonomies import RELEASES

FIXTURES = Path(__file__).parents[2] / "fixtures" / "taxonomies"
DAY = date(2031, 5, 6)
SOURCE = Source(Method.READ, "https://example.org", note="kelp")
FILES = 10 + 1  # tables and meta.json


def _small(name: str = "kelp", version: str | None = "1", label: str = "kelp farming") -> ImportedTaxonomy:
    skill = Skill("k1", label, (Alias(label),), None, None, "", (SOURCE,))
    return ImportedTaxonomy("rsd", name, version, "by nobody", SOURCE, "en", {"k1": skill})


def _save(store: DiskTaxonomies, taxonomy: ImportedTaxonomy) -> TaxonomyInfo:
    return store.save(taxonomy, imported=DAY, problems=2, sources=[("a.csv", "0f")])


def _tree(home: Path) -> dict[str, bytes]:
    return {str(p.relative_to(home)): p.read_bytes() for p in home.rglob("*") if p.is_file()} if home.exists() else {}


@pytest.mark.parametrize(
    ("kind", "folder"), [("esco", "esco-9.1.0"), ("onet", "onet-91.2"), ("rsd", "rsd/osmt-export.csv")]
)
def test_a_release_comes_back_as_it_was_read(tmp_path: Path, kind: str, folder: str) -> None:
    store = DiskTaxonomies(tmp_path)
    release = store.release(FIXTURES / folder, RELEASES[kind].wanted)
    taxonomy, _ = RELEASES[kind].read(release)
    info = _save(store, taxonomy)
    again = DiskTaxonomies(tmp_path).load(info.key)
    assert again == taxonomy
    assert again.counts() == taxonomy.counts() == info.counts


def test_what_is_known_of_it_without_loading(tmp_path: Path) -> None:
    store = DiskTaxonomies(tmp_path)
    info = _save(store, replace(_small(), notes=("a note",)))
    assert store.imported() == (info,)
    assert (info.key, info.title, info.imported, info.problems, info.notes) == ("kelp-1", "kelp 1", DAY, 2, ("a note",))
    assert info.sources == (("a.csv", "0f"),)
    assert len(info.digest) == 64
    assert _save(store, _small(version=None)).title == "kelp (version unknown)"


def test_looking_makes_nothing_and_the_folder_is_its_owners_alone(tmp_path: Path) -> None:
    home = tmp_path / "deep" / "home"
    store = DiskTaxonomies(home)
    assert store.imported() == ()
    assert not (tmp_path / "deep").exists()
    _save(store, _small())
    assert {p.stat().st_mode & 0o777 for p in (home, *home.rglob("*")) if p.is_dir()} == {0o700}


def test_importing_again_replaces_and_changes_nothing_else(tmp_path: Path) -> None:
    store = DiskTaxonomies(tmp_path)
    first, other = _save(store, _small()), _save(store, _small("fog"))
    again = _save(store, _small())
    assert again == first
    assert store.imported() == (first, other)
    assert len(_tree(tmp_path)) == 2 * FILES


def test_another_release_of_the_same_taxonomy_replaces_it(tmp_path: Path) -> None:
    store = DiskTaxonomies(tmp_path)
    first, other = _save(store, _small()), _save(store, _small("fog"))
    newer = _save(store, _small(version="2", label="kelp growing"))
    assert [i.key for i in store.imported()] == ["fog-1", "kelp-2"]  # it counts as imported last
    assert newer.order > other.order > first.order
    assert newer.digest != first.digest
    assert not (tmp_path / "taxonomies" / "kelp-1").exists()
    assert store.load("kelp-2").skills["k1"].label == "kelp growing"


def test_of_two_releases_left_by_a_crash_the_newer_one_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = DiskTaxonomies(tmp_path)
    _save(store, _small())
    monkeypatch.setattr("shutil.rmtree", lambda *_args, **_more: None)
    _save(store, _small(version="2"))
    assert (tmp_path / "taxonomies" / "kelp-1" / "meta.json").exists()
    assert [i.key for i in store.imported()] == ["kelp-2"]


@pytest.mark.parametrize("k", range(1, FILES + 1))
def test_when_any_write_fails_the_old_state_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: Callable[[int], Any], k: int
) -> None:
    store = DiskTaxonomies(tmp_path)
    info = _save(store, _small())
    before = _tree(tmp_path)
    monkeypatch.setattr(module, "written", failing(k))
    monkeypatch.setattr(disk, "written", module.written)
    for taxonomy in (_small(label="kelp growing"), _small(version="2"), _small("fog")):
        with pytest.raises(OutsideError, match="No space left on device") as caught:
            _save(store, taxonomy)
        assert caught.value.what_to_do
        assert _tree(tmp_path) == before
    assert store.imported() == (info,)
    assert store.load(info.key).skills["k1"].label == "kelp farming"


@pytest.mark.parametrize("k", [1, FILES])
def test_a_first_import_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: Callable[[int], Any], k: int
) -> None:
    monkeypatch.setattr(module, "written", failing(k))
    monkeypatch.setattr(disk, "written", module.written)
    with pytest.raises(OutsideError):
        _save(DiskTaxonomies(tmp_path / "home"), _small())
    assert not (tmp_path / "home").exists()


def test_a_crash_after_the_data_and_before_the_pointer_leaves_the_old_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = DiskTaxonomies(tmp_path)
    info = _save(store, _small())

    def killed(path: Path, _: object) -> None:
        (path.parent / ".new-x").write_text("ha")
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "replaced", killed)
    monkeypatch.setattr("shutil.rmtree", lambda *_args, **_more: None)  # nothing is tidied by a process that is gone
    with pytest.raises(KeyboardInterrupt):
        _save(store, _small(label="kelp growing"))
    monkeypatch.undo()
    assert store.imported() == (info,)
    assert store.load(info.key).skills["k1"].label == "kelp farming"
    _save(store, _small(label="kelp growing"))
    assert len(_tree(tmp_path)) == FILES  # what the crash left behind is gone
    assert store.load(info.key).skills["k1"].label == "kelp growing"


def test_a_home_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutsideError, match="cannot be stored"):
        _save(DiskTaxonomies(tmp_path / "file" / "home"), _small())


def _edit_meta(home: Path, **changes: object) -> None:
    (meta,) = home.rglob("meta.json")
    meta.write_text(json.dumps(json.loads(meta.read_text()) | changes))


@pytest.mark.parametrize("found", [2, 0, "new"])
def test_another_format_is_refused_in_words_and_can_be_imported_again(tmp_path: Path, found: object) -> None:
    store = DiskTaxonomies(tmp_path)
    _save(store, _small())
    _edit_meta(tmp_path, format=found)
    for look in (store.imported, lambda: store.load("kelp-1")):
        with pytest.raises(OutsideError, match=f"kept in format {found}") as caught:
            look()
        assert "taxonomy import" in (caught.value.what_to_do or "")
    _save(store, _small())
    assert len(store.imported()) == 1


@pytest.mark.parametrize(
    "changes",
    [{"data": 5}, {"data": "../../x"}, {"imported": "soon"}, {"sources": [1]}, {"source": None}, {"notes": 3}],
)
def test_a_description_with_odd_values_is_refused_in_words(tmp_path: Path, changes: dict[str, object]) -> None:
    store = DiskTaxonomies(tmp_path)
    _save(store, _small())
    _edit_meta(tmp_path, **changes)
    with pytest.raises(OutsideError, match="is not whole"):
        store.load("kelp-1")


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"format": 1}'])
def test_a_damaged_description_is_refused_in_words(tmp_path: Path, damage: str) -> None:
    store = DiskTaxonomies(tmp_path)
    _save(store, _small())
    (meta,) = tmp_path.rglob("meta.json")
    meta.write_text(damage)
    with pytest.raises(OutsideError, match="kelp-1 cannot be read"):
        store.imported()


@pytest.mark.parametrize(
    "damage", [lambda p: p.unlink(), lambda p: p.write_bytes(p.read_bytes()[:100]), lambda p: p.write_bytes(b"")]
)
def test_a_damaged_table_is_refused_in_words(tmp_path: Path, damage: Callable[[Path], object]) -> None:
    store = DiskTaxonomies(tmp_path)
    _save(store, _small())
    (skills,) = tmp_path.rglob("skills.arrow")
    damage(skills)
    with pytest.raises(OutsideError, match="its table of skills is lost or damaged") as caught:
        store.load("kelp-1")
    assert caught.value.where == str(tmp_path / "taxonomies" / "kelp-1")


def test_a_table_of_another_shape_is_refused_in_words(tmp_path: Path) -> None:
    store = DiskTaxonomies(tmp_path)
    _save(store, _small())
    (skills,) = tmp_path.rglob("skills.arrow")
    (groups,) = tmp_path.rglob("groups.arrow")
    skills.write_bytes(groups.read_bytes())
    with pytest.raises(OutsideError, match="another shape"):
        store.load("kelp-1")


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutsideError, match=r"meta\.json is missing"):
        DiskTaxonomies(tmp_path).load("kelp-1")
    with pytest.raises(ValueError, match="not a name"):
        DiskTaxonomies(tmp_path).load("../kelp-1")


def test_the_starter_alone_does_without_arrow(tmp_path: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys; from pathlib import Path; from credlens.app.knowledge import Knowledge; from credlens.io.home import open_home; "
        f"k = Knowledge(open_home(Path({str(tmp_path)!r}))); k.taxonomy, k.catalog; print('pyarrow' in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "False"
