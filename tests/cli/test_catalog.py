"""``credlens catalog``: what a person reads, what a script gets, and with which exit code."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from credlens.app.catalog.offered import FACETS
from credlens.app.knowledge import Knowledge
from credlens.app.ports import NamedBytes
from credlens.cli.commands.catalog import FACET_OPTIONS, catalog
from credlens.cli.main import run
from credlens.io.home import open_home
from credlens.io.starter import PackageStarter

TABLE = """Course name,Provider,Link,Price in USD,Hours,Skills
Google Data Analytics,Google,https://example.org/gda,39,181,SQL
Fog Signals Ashore,Harbour School,https://example.org/fog-1,120,30,Excel
Fog Signals Ashore,Harbour School,https://example.org/fog-2,90,12,Excel
,Harbour School,https://example.org/none,1,1,
,Harbour School,https://example.org/none-2,1,1,
"""
FOG = "harbour-school-fog-signals-ashore"


@dataclass(frozen=True)
class Said:
    """What a command printed, its words in one line."""

    code: int
    out: str
    err: str

    @property
    def words(self) -> str:
        return " ".join(self.out.split())


Ask = Callable[..., Said]


FEW = (
    "google-data-analytics", "google-project-management", "isc2-cissp", "khan-intro-sql", "kaggle-learn-sql", "datacamp-data-analyst", "delf-b2",
)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def few(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The starter catalog cut to a few records, and its taxonomy read once: every command would read all of it anew."""
    taxonomy = Knowledge(open_home(tmp_path_factory.mktemp("any"))).starter
    whole = PackageStarter.files
    wanted = {f"credentials/{name}.yaml" for name in FEW}

    def files(self: PackageStarter, folder: str) -> list[NamedBytes]:
        return [f for f in whole(self, folder) if folder != "credentials" or f.name in wanted]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PackageStarter, "files", files)
        patch.setattr(Knowledge, "starter", property(lambda _: taxonomy))
        yield


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home into which the table was imported."""
    folder = tmp_path_factory.mktemp("catalog")
    (folder / "table.csv").write_text(TABLE, "utf-8")
    code = run(
        ["catalog", "import", "csv", str(folder / "table.csv"), "--taken", "2025-03-01", "--home", str(folder / "home"),
         "--as-of", "2026-11-22"]
    )  # fmt: skip
    assert code == 0
    return folder


@pytest.fixture
def ask(imported: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """``ask("search", "fog")``, in a copy of that home when ``own`` is said, in an empty one with ``empty``."""

    def call(*words: object, own: bool = False, empty: bool = False) -> Said:
        home = tmp_path / "empty" if empty else imported / "home"
        if own:
            home = tmp_path / "home"
            if not home.exists():
                shutil.copytree(imported / "home", home)
        capsys.readouterr()
        code = run(["catalog", *map(str, words), "--home", str(home), "--as-of", "2026-11-22"])
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return call


def test_an_import_tells_what_became_of_the_records(ask: Ask, imported: Path) -> None:
    said = ask("import", "csv", imported / "table.csv", empty=True)

    assert said.code == 0, "some rejected rows are normal in a published catalog"
    assert "3 records of csv taken out of 1 file: 2 new, 0 changed, 0 unchanged, 1 put together" in said.words
    assert "Google Data Analytics is google-data-analytics (98%" in said.words
    assert f"{FOG} and {FOG}-" in said.words
    assert "2 times, for instance: The row has nothing under 'Course name'." in said.words
    assert "table.csv: row 4; row 5" in said.words


def test_an_import_of_nothing_that_can_be_read_fails_with_the_place(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_text("Course name,Provider\n,Nobody\n", "utf-8")

    said = ask("import", "csv", tmp_path / "empty.csv", own=True)

    assert said.code == 3
    assert "empty.csv" in said.err


def test_a_hand_written_record_with_a_mistake_is_told_by_the_exit_code(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text("id: good\ntitle: Good\nsources: {}\n", "utf-8")
    (tmp_path / "bad.yaml").write_text("id: bad\ntitle: Bad\nlevel: beginner\n", "utf-8")

    said = ask("import", "yaml", tmp_path / "good.yaml", tmp_path / "bad.yaml", own=True)

    assert said.code == 3
    assert "1 record of yaml taken" in said.words
    assert "bad.yaml:3" in said.err


def test_a_source_that_there_is_not_is_answered_with_those_that_there_are(ask: Ask, tmp_path: Path) -> None:
    said = ask("import", "morse", tmp_path)

    assert said.code == 2
    assert "There is no source 'morse'." in said.err
    assert "yaml, ctdl, " in said.err


def test_help_lists_sources_and_formats_with_what_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["catalog", "import", "--help"]) == 0
    assert run(["catalog", "export", "--help"]) == 0
    out = " ".join(capsys.readouterr().out.split())

    assert "yaml hand-written records, as YAML ctdl CTDL JSON-LD" in out
    assert "elm European Learning Model" in out
    assert "cannot be loaded" not in out


def test_a_mapping_is_proposed_written_and_used(ask: Ask, imported: Path, tmp_path: Path) -> None:
    said = ask("columns", imported / "table.csv", "--out", tmp_path / "columns.toml")
    assert said.code == 0
    assert "Course name title 95%" in said.words

    text = (tmp_path / "columns.toml").read_text("utf-8").replace('"Hours" = "hours"', '"Hours" = ""')
    (tmp_path / "columns.toml").write_text(text, "utf-8")
    taken = ask("import", "csv", imported / "table.csv", "--columns", tmp_path / "columns.toml", own=True)

    assert taken.code == 0
    shown = json.loads(ask("show", FOG, "--json", own=True).out)
    assert shown["hours"]["unknown"] == "not_looked_up"


@pytest.mark.parametrize(
    ("mapping", "message"), [('"Hours" = "ours"\n', "ours"), ("Hours = ", "TOML"), ("\x80", "UTF-8")]
)
def test_half_a_mapping_is_refused(ask: Ask, imported: Path, tmp_path: Path, mapping: str, message: str) -> None:
    (tmp_path / "columns.toml").write_bytes(mapping.encode("latin-1"))

    said = ask("import", "csv", imported / "table.csv", "--columns", tmp_path / "columns.toml", own=True)

    assert said.code == 3
    assert message in said.err


def test_a_search_shows_price_age_kind_and_how_to_narrow(ask: Ask) -> None:
    said = ask("search", "fog")

    assert said.code == 0
    assert "2 credentials, best first." in said.words
    assert FOG in "".join(said.out.split())
    assert "USD 120" in said.words
    assert said.words.count("price of 2025-03") == 2
    assert "kind unknown" in said.words


def test_a_search_for_much_names_facets_with_counts_and_the_next_page(ask: Ask) -> None:
    said = ask("search", "data", "--count", "2")

    assert "best first; here 1 to 2." in said.words
    assert "add --page 2" in said.words
    assert "--kind Certification " in said.words.replace("narrow it with how many", "")
    assert "--level" in said.words
    second = json.loads(ask("search", "data", "--count", "2", "--page", "2", "--json").out)
    first = json.loads(ask("search", "data", "--count", "2", "--json").out)
    assert not {c["id"] for c in first["credentials"]} & {c["id"] for c in second["credentials"]}
    assert first["total"] == second["total"] == 3
    assert (
        "3 credentials; this page is behind the last one." in ask("search", "data", "--count", "2", "--page", "9").words
    )
    assert ask("search", "data", "--count", "0").code == 2


@pytest.mark.parametrize(
    ("option", "facet"),
    [
        (("--kind", "professional certificate"), "kind=ProfessionalCertificate"),
        (("--provider-kind", "Professional Body"), "provider-kind=professional_body"),
        (("--language", "German"), "language=de"),
        (("--level", "beginner", "--level", "EXPERT"), "level=beginner"),
    ],
)
def test_a_facet_can_be_said_as_people_say_it(ask: Ask, option: tuple[str, ...], facet: str) -> None:
    found = json.loads(ask("search", *option, "--count", "200", "--json").out)
    same = json.loads(ask("search", "--facet", facet, "--count", "200", "--json").out)
    name, _, value = facet.partition("=")

    assert 0 < same["total"] <= found["total"] < 191
    assert same["facets"][name.replace("-", "_")][value] == same["total"]
    assert {c["id"] for c in same["credentials"]} <= {c["id"] for c in found["credentials"]}


def test_a_search_that_finds_nothing_says_what_there_is_without_its_limits(ask: Ask) -> None:
    said = ask("search", "data", "--max-cost", "0", "--level", "expert")

    assert said.code == 1
    assert "No credential fits. Without these limits there are " in said.words
    assert "--level" in said.words
    every = ask("search", "data", "--field", "navigation").words
    assert "narrow it with how many --field data-analytics" in every, (
        "all values of the facet that was asked for come first"
    )
    nowhere = ask("search", "zzzzzz", "--level", "expert")
    assert nowhere.code == 1
    assert "Nor does any without these limits." in nowhere.words
    assert ask("search", "zzzzzz").words.endswith("─ No credential fits.")


def test_a_search_that_finds_only_some_words_says_so(ask: Ask) -> None:
    said = ask("search", "fog", "zzzzzz")

    assert said.code == 0
    assert "Nothing has all these words; 2 credentials have some of them, best first." in said.words


def test_a_facet_that_there_is_not_is_refused(ask: Ask) -> None:
    assert ask("search", "sql", "--facet", "colour=red").code == 2
    said = ask("search", "sql", "--facet", "red")
    assert said.code == 2
    assert "NAME=VALUE" in said.err


def test_every_facet_has_its_option() -> None:
    assert tuple(FACET_OPTIONS) == FACETS
    names = {o for p in catalog.commands["search"].params for o in p.opts}
    assert {f"--{name.replace('_', '-')}" for name in FACETS} <= names


def test_a_credential_is_shown_with_what_is_old_and_where_it_comes_from(ask: Ask) -> None:
    said = ask("show", FOG)

    assert said.code == 0
    assert "hours of work 30 h" in said.words
    assert "USD 120, tuition old: newest word of 2025-03" in said.words
    assert "What is unknown (5 of the 26 compared fields are known)" in said.words
    assert "newest word of 2025-03: official page, price" in said.words
    assert "row 2, imported on 2026-11-22" in said.words
    assert f"It may be the same as - {FOG}-" in said.words
    assert "https://example.org/fog-1, 2025-03-01" not in said.words
    assert "from a catalog, https://example.org/fog-1, 2025-03-01" in ask("show", FOG, "--sources").words


def test_what_other_sources_say_stands_on_the_page_of_a_starter_record(ask: Ask) -> None:
    said = ask("show", "google-data-analytics")

    assert "USD 39, tuition" in said.words
    assert "csv:" in said.words


def test_two_can_be_made_one_and_kept_apart(ask: Ask) -> None:
    other = next(c["id"] for c in json.loads(ask("search", "fog", "--json").out)["credentials"] if c["id"] != FOG)

    apart = ask("apart", FOG, "google-data-analytics", own=True)
    same = ask("same", FOG, other, own=True)

    assert "stay two" in apart.words
    assert f"{other} is now part of {FOG}" in same.words
    shown = ask("show", FOG, own=True).words
    assert "sources disagree: USD 120 (example.org, 2025-03) / USD 90 (example.org, 2025-03), tuition" in shown
    assert "Where sources disagree" in shown
    assert "hours of work: 30 h (example.org, 2025-03) / 12 h (example.org, 2025-03)" in shown
    assert "sources disagree" in ask("search", "fog", own=True).words
    assert ask("same", FOG, FOG, own=True).code == 2


def test_counts_have_bars_with_their_numbers(ask: Ask) -> None:
    said = ask("stats")

    assert said.code == 0
    assert "credentials; of the 26 fields on which they are compared" in said.words
    form = next(line for line in said.out.splitlines() if line.startswith("verification"))
    assert {"█", "▒", "·"} <= set(form)
    assert "csv 3" in said.words


def test_a_check_lists_mistakes_first_and_then_what_to_look_up(ask: Ask, tmp_path: Path) -> None:
    whole = ask("check", "--limit", "1")
    assert whole.code == 0
    assert "No mistakes." in whole.words
    assert "unknown" in whole.words
    assert "more credentials: --limit N" in whole.words
    assert f"{FOG} and {FOG}-" in whole.words

    (tmp_path / "bad.yaml").write_text("id: bad\ntitle: Bad\nlevel: beginner\n", "utf-8")
    wrong = ask("check", tmp_path / "bad.yaml")
    assert wrong.code == 3
    assert "bad.yaml:3" in wrong.err


def test_what_goes_out_comes_back(ask: Ask, tmp_path: Path) -> None:
    said = ask("export", "ctdl", tmp_path / "out.json", "google-data-analytics")
    assert said.code == 0
    assert "1 credential written as ctdl" in said.words

    again: dict[str, Any] = json.loads(ask("import", "ctdl", tmp_path / "out.json", "--json", own=True).out)

    assert [j["credential"] for j in again["merged"]] == ["google-data-analytics"]
    assert ask("export", "morse", tmp_path / "out.txt").code == 2
