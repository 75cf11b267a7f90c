"""``credlens taxonomy``: what is imported is said with version and credit; what cannot be is refused, and nothing is kept of it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any as Cli  # the fixture of conftest.py: cli(*words) -> outcome with code, out, err, json

import pytest

FIXTURES = Path(__file__).parents[1] / "fixtures" / "taxonomies"
ESCO, ONET = FIXTURES / "esco-9.1.0", FIXTURES / "onet-91.2"


def files_under(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.rglob("*") if p.is_file()) if folder.exists() else []


def zipped(folder: Path, changes: dict[str, bytes | None] | None = None) -> bytes:
    """A folder of fixtures as an archive, with some files changed or taken away."""
    there = {p.name: p.read_bytes() for p in sorted(folder.iterdir())} | (changes or {})
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in there.items():
            if data is not None:
                archive.writestr(f"{folder.name}/{name}", data)
    return out.getvalue()


@pytest.fixture
def archive(tmp_path: Path) -> Cli:
    def make(data: bytes, name: str = "ESCO dataset - v9.1.0 - classification - en - csv.zip") -> Path:
        (tmp_path / name).write_bytes(data)
        return tmp_path / name

    return make


def test_import_prints_version_credit_and_counts(cli: Cli) -> None:
    outcome = cli("taxonomy", "import", "esco", ESCO)
    assert outcome.code == 0
    assert outcome.err == ""
    said = " ".join(outcome.out.split())
    for words in (
        "esco 9.1.0",
        "This service uses the ESCO classification of the European Commission",
        "5 skills",
        "5 relations between occupations and skills",
        "2 occupations",
        "Skills no longer in use, and left out: 1.",
    ):
        assert words in said
    listed = " ".join(cli("taxonomy", "list").out.split())
    assert "starter" in listed
    assert "esco 9.1.0" in listed


def test_a_folder_and_its_archive_are_imported_alike(cli: Cli, archive: Cli, tmp_path: Path) -> None:
    results = []
    for path in (ESCO, archive(zipped(ESCO))):
        outcome = cli(
            "taxonomy", "import", "esco", path, "--json", "--home", tmp_path / f"home{len(results)}", bare=True
        )
        assert outcome.code == 0
        about = outcome.json["taxonomy"]
        results.append({k: about[k] for k in ("name", "version", "counts", "notes", "attribution")})
    assert results[0] == results[1]
    assert results[0]["counts"]["occupation_skill_relations"] == 5


def test_onet_and_descriptors(cli: Cli) -> None:
    onet = cli("taxonomy", "import", "onet", ONET, "--json").json["taxonomy"]
    assert (onet["version"], onet["counts"]["occupations"]) == ("91.2", 2)
    own = cli("taxonomy", "import", "rsd", FIXTURES / "rsd" / "osmt-api.json", "--version", "7", "--json").json[
        "taxonomy"
    ]
    assert (own["name"], own["version"], own["skills"]) == ("rsd-osmt-api", "7", 2)
    names = [t["name"] for t in cli("taxonomy", "list", "--json").json["taxonomies"]]
    assert names == ["starter", "onet", "rsd-osmt-api"]
    assert cli("doctor").code == 0


def test_an_unknown_version_is_said_to_be_unknown(cli: Cli, archive: Cli) -> None:
    outcome = cli("taxonomy", "import", "esco", archive(zipped(ESCO).replace(b"esco-9.1.0/", b"some-files/"), "x.zip"))
    assert outcome.code == 0
    assert "esco (version unknown)" in outcome.out
    assert "--version" in outcome.out


def test_one_bad_row_does_not_stop_the_others(cli: Cli, archive: Cli) -> None:
    bad = (
        (ESCO / "skills_en.csv").read_bytes().replace(b"skill/competence,sector-specific", b"craft,sector-specific", 1)
    )
    outcome = cli("taxonomy", "import", "esco", archive(zipped(ESCO, {"skills_en.csv": bad})), "--json")
    assert outcome.code == 3
    assert outcome.json["taxonomy"]["skills"] == 4
    assert outcome.json["taxonomy"]["left_out"] == 1
    (problem,) = outcome.json["problems"]
    assert problem["where"] == "skills_en.csv:6"
    assert "skillType" in problem["message"]
    assert "skills_en.csv:6" in outcome.err
    assert cli("taxonomy", "list", "--json").json["taxonomies"][1]["left_out"] == 1


def _without(name: str, column: str) -> dict[str, bytes | None]:
    return {name: (ESCO / name).read_bytes().replace(column.encode(), b"x", 1)}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (_without("skills_en.csv", "preferredLabel"), ["skills_en.csv", "'preferredLabel'", "missing"]),
        (_without("occupationSkillRelations_en.csv", "skillUri"), ["occupationSkillRelations_en.csv", "'skillUri'"]),
        ({"skills_en.csv": None}, ["no ESCO release", "skills_en.csv"]),
        ({"skills_en.csv": b""}, ["skills_en.csv", "empty"]),
        ({"skills_en.csv": b"\x89PNG\r\n\x1a\n\x00"}, ["skills_en.csv", "PNG"]),
        ({"skillGroups_en.csv": "conceptUri,preferredLabel,code\nx,caf\xe9,y\n".encode("latin-1")}, ["skillGroups_en.csv:2", "UTF-8"]),
        ({"occupations_en.csv": (ESCO / "occupations_en.csv").read_bytes()[:-40]}, ["occupations_en.csv", "cut short"]),
        ({"../evil_en.csv": b"x"}, ["outside itself"]),
    ],
)  # fmt: skip
def test_a_release_that_is_not_whole_changes_nothing(
    cli: Cli, home: Path, archive: Cli, changes: dict[str, bytes | None], said: list[str]
) -> None:
    outcome = cli("taxonomy", "import", "esco", archive(zipped(ESCO, changes)), "--json")
    assert outcome.code == 3
    error = outcome.json["error"]
    assert error["kind"] == "input"
    for words in said:
        assert words in f"{error['where']} {error['message']}"
    assert error["what_to_do"]
    assert "Traceback" not in outcome.err
    assert files_under(home) == []


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"PK\x03\x04 and then nothing", "damaged or cut short"), (b"", "no ESCO release"), (b"hello", "no ESCO release")],
)
def test_a_file_that_is_no_release_changes_nothing(cli: Cli, home: Path, archive: Cli, data: bytes, said: str) -> None:
    outcome = cli("taxonomy", "import", "esco", archive(data, "x.zip"))
    assert outcome.code == 3
    assert said in outcome.err
    assert files_under(home) == []


def test_a_cut_archive_leaves_what_was_imported_before(cli: Cli, archive: Cli) -> None:
    assert cli("taxonomy", "import", "esco", ESCO).code == 0
    before = cli("taxonomy", "list", "--json").json
    whole = zipped(ESCO)
    assert cli("taxonomy", "import", "esco", archive(whole[: len(whole) // 2])).code == 3
    assert cli("taxonomy", "list", "--json").json == before
    assert cli("doctor").code == 0


def test_the_wrong_version_changes_nothing(cli: Cli, home: Path) -> None:
    outcome = cli("taxonomy", "import", "esco", ESCO, "--version", "1.2.0")
    assert outcome.code == 3
    assert "This is version 9.1.0, and not 1.2.0." in outcome.err
    assert cli("taxonomy", "import", "esco", ESCO, "--version", "two words").code == 2
    assert cli("taxonomy", "import", "isco", ESCO).code == 2
    assert cli("taxonomy", "import", "esco", home / "gone").code == 3
    assert files_under(home) == []


def test_importing_twice_changes_nothing(cli: Cli, home: Path) -> None:
    first = cli("taxonomy", "import", "esco", ESCO, "--json").json
    names = files_under(home)
    second = cli("taxonomy", "import", "esco", ESCO, "--json").json
    assert second["taxonomy"] == first["taxonomy"]
    assert (first["replaced"], second["replaced"]) == (None, "esco 9.1.0")
    assert files_under(home) == names


def test_the_terminal_says_what_was_replaced_and_what_stayed_out(cli: Cli, archive: Cli) -> None:
    assert "Nothing is imported." in cli("taxonomy", "list").out
    assert cli("taxonomy", "import", "esco", ESCO).code == 0
    bad = (
        (ESCO / "skills_en.csv").read_bytes().replace(b"skill/competence,sector-specific", b"craft,sector-specific", 1)
    )
    outcome = cli("taxonomy", "import", "esco", archive(zipped(ESCO, {"skills_en.csv": bad})))
    assert outcome.code == 3
    assert "It replaces esco 9.1.0." in outcome.out
    assert "1 row could not be used and stayed out." in outcome.out
    assert "Nothing is imported." not in cli("taxonomy", "list").out


def test_a_crosswalk_is_kept_with_it(cli: Cli) -> None:
    outcome = cli("taxonomy", "import", "esco", ESCO, "--crosswalk", FIXTURES / "crosswalk-official.csv")
    assert outcome.code == 0
    assert "2  matches between ESCO's and O*NET's occupations" in outcome.out


def test_imported_skills_speak_in_every_command(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "ad.txt").write_text(
        "Kelp farmer\n\nRequirements:\nYou must know kelp farming and tend lighthouse lamps daily.\n"
    )
    assert "kelp farming" not in cli("read", tmp_path / "ad.txt").out
    assert cli("taxonomy", "import", "esco", ESCO).code == 0
    skills = cli("read", tmp_path / "ad.txt", "--json").json["skills"]
    found = {s["label"]: s["uri"] for s in skills}
    assert found["kelp farming"].startswith("http://data.europa.eu/esco/skill/")
    assert "tend lighthouse lamps" in found
    gap = cli("gap", "--ads", tmp_path / "ad.txt", "--json").json["gap"]
    assert "kelp farming" in {g["skill"]["label"] for g in gap}
    assert cli("profile", "know", "kelp farming").code == 0
