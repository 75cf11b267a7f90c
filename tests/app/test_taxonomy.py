from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from credlens.app import demo, doctor, profile, taxonomy
from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports, StoredClaim
from credlens.io.home import open_home
from credlens.model.errors import InputError, OutsideError, UserError

FIXTURES = Path(__file__).parents[1] / "fixtures" / "taxonomies"
ESCO, ONET = FIXTURES / "esco-9.1.0", FIXTURES / "onet-91.2"
KELP, ROPES = "aaaaaaaa-0000-4000-8000-000000000002", "aaaaaaaa-0000-4000-8000-000000000003"


def _anew(ports: Ports) -> Ports:
    """The same home, opened by another command."""
    return open_home(ports.home, today=ports.today)


def test_an_import_tells_what_it_took(ports: Ports) -> None:
    result = taxonomy.import_taxonomy(ports, "esco", ESCO, crosswalk=FIXTURES / "crosswalk-official.csv")
    assert (result.info.title, result.replaced, result.problems) == ("esco 9.1.0", None, ())
    assert result.info.imported == date(2026, 11, 22)
    assert (result.info.counts["skills"], result.info.counts["crosswalk"]) == (5, 2)
    assert [name for name, _ in result.info.sources][-1] == "crosswalk-official.csv"
    assert json.loads(json.dumps(result.to_json()))["taxonomy"]["version"] == "9.1.0"
    again = taxonomy.import_taxonomy(_anew(ports), "esco", ESCO)
    assert again.replaced == "esco 9.1.0"
    assert again.info.counts["crosswalk"] == 0


def test_the_taxonomy_in_use_is_the_starters_joined_with_the_imported(ports: Ports) -> None:
    before = Knowledge(ports).taxonomy
    taxonomy.import_taxonomy(ports, "esco", ESCO)
    taxonomy.import_taxonomy(ports, "onet", ONET)
    knowledge = Knowledge(_anew(ports))
    assert [i.key for i in knowledge.imported] == ["esco-9.1.0", "onet-91.2"]
    assert knowledge.starter == before
    assert KELP in knowledge.taxonomy
    assert "onet:Lampmaster%20C%23" in knowledge.taxonomy
    assert len(knowledge.taxonomy) == len(before) + 5 + 4 - 1  # the query language is one skill in both
    assert knowledge.union.ids["onet"]["onet:Zebra%20Query%20Language"] == "aaaaaaaa-0000-4000-8000-000000000004"
    assert "This service uses the ESCO classification" in knowledge.taxonomy.attribution
    published = knowledge.published("esco")
    assert published is not None
    assert published.occupations["cccccccc-0000-4000-8000-000000000002"].essential == (KELP, ROPES)
    assert knowledge.published("rsd") is None


def test_who_does_not_want_the_persons_own_gets_the_starter_alone(ports: Ports) -> None:
    taxonomy.import_taxonomy(ports, "esco", ESCO)
    knowledge = Knowledge(_anew(ports), own=False)
    assert knowledge.imported == ()
    assert knowledge.taxonomy is knowledge.starter
    assert knowledge.published("esco") is None


def test_the_demo_is_the_same_whatever_was_imported(ports: Ports) -> None:
    plain = demo.run(ports, "nurse", report=False).to_json()
    taxonomy.import_taxonomy(ports, "esco", ESCO)
    assert demo.run(_anew(ports), "nurse", report=False).to_json() == plain


def test_imported_skills_are_found_in_texts_and_can_be_claimed(ports: Ports) -> None:
    taxonomy.import_taxonomy(ports, "esco", ESCO)
    found = Knowledge(_anew(ports)).read("You know kelp farming.")
    assert [m.skill for m in found.skills] == [KELP]
    assert KELP in profile.know(_anew(ports), "kelp farming").person.skills


def test_a_claim_about_a_skill_that_is_no_longer_imported_waits(ports: Ports) -> None:
    ports.store().claim(StoredClaim(KELP, known=True))
    ports.store().claim(StoredClaim("sql", known=True))
    assert list(profile.show(_anew(ports)).person.skills) == ["sql"]
    taxonomy.import_taxonomy(ports, "esco", ESCO)
    assert set(profile.show(_anew(ports)).person.skills) == {"sql", KELP}


def test_the_list_names_every_taxonomy_without_loading_it(ports: Ports) -> None:
    assert [t["name"] for t in taxonomy.show(ports).to_json()["taxonomies"]] == ["starter"]
    taxonomy.import_taxonomy(ports, "onet", ONET)
    for table in ports.home.rglob("*.arrow"):
        table.unlink()
    starter, onet = taxonomy.show(_anew(ports)).to_json()["taxonomies"]
    assert starter["fields"]
    assert (onet["name"], onet["version"], onet["skills"], onet["fields"]) == ("onet", "91.2", 4, [])
    assert "CC BY 4.0" in onet["attribution"]


def test_a_release_in_which_not_one_skill_can_be_read_changes_nothing(ports: Ports, tmp_path: Path) -> None:
    folder = tmp_path / "esco"
    folder.mkdir()
    header = (ESCO / "skills_en.csv").read_text().splitlines()[0]
    (folder / "skills_en.csv").write_text(f"{header}\n")
    with pytest.raises(InputError, match="Not one skill could be read"):
        taxonomy.import_taxonomy(ports, "esco", folder)
    assert not ports.home.exists()


def test_mistakes_of_the_person(ports: Ports) -> None:
    with pytest.raises(UserError, match="There is no release called 'isco'") as caught:
        taxonomy.import_taxonomy(ports, "isco", ESCO)
    assert caught.value.what_to_do == "Use one of: esco, onet, rsd."
    with pytest.raises(UserError) as caught:
        taxonomy.import_taxonomy(ports, "rsd", FIXTURES / "rsd", crosswalk=FIXTURES / "crosswalk-official.csv")
    assert caught.value.where == "--crosswalk"
    with pytest.raises(UserError, match="is no version"):
        taxonomy.import_taxonomy(ports, "esco", ESCO, version="../x")
    with pytest.raises(InputError, match="This is no crosswalk"):
        taxonomy.import_taxonomy(ports, "esco", ESCO, crosswalk=ESCO / "skills_en.csv")
    assert not ports.home.exists()


def test_a_stored_taxonomy_that_cannot_be_read_is_told_and_can_be_imported_again(ports: Ports) -> None:
    taxonomy.import_taxonomy(ports, "esco", ESCO)
    (meta,) = ports.home.rglob("meta.json")
    meta.write_text("{")
    with pytest.raises(OutsideError, match=r"esco-9\.1\.0 cannot be read"):
        _ = Knowledge(_anew(ports)).taxonomy
    taxonomy.import_taxonomy(_anew(ports), "esco", ESCO)
    assert KELP in Knowledge(_anew(ports)).taxonomy


def _examined(ports: Ports) -> dict[str, tuple[str, str]]:
    checks = doctor.examine(_anew(ports)).checks
    return {c.name: (c.result, c.detail) for c in checks if c.name.startswith("taxonom")}


def test_the_doctor_says_which_taxonomies_are_there_and_whether_they_load(ports: Ports) -> None:
    assert _examined(ports) == {"taxonomies": ("not_checked", "none imported; the starter taxonomy is used")}
    taxonomy.import_taxonomy(ports, "esco", ESCO)
    assert _examined(ports) == {"taxonomy esco 9.1.0": ("passed", "5 skills, 2 occupations")}
    (occupations,) = ports.home.rglob("occupations.arrow")
    (groups,) = ports.home.rglob("groups.arrow")
    (links,) = ports.home.rglob("links.arrow")
    whole = links.read_bytes()
    links.write_bytes(whole[:50])
    assert _examined(ports)["taxonomy esco 9.1.0"][0] == "failed"
    links.write_bytes(whole)
    occupations.write_bytes(groups.read_bytes())
    assert _examined(ports)["taxonomy esco 9.1.0"][0] == "failed"
    (meta,) = ports.home.rglob("meta.json")
    meta.write_text("{")
    assert _examined(ports)["taxonomies"][0] == "failed"


def test_progress_is_told_in_parts_of_a_hundred(ports: Ports) -> None:
    heard: list[tuple[str, int, int]] = []
    loud = replace(ports, progress=lambda what, done, total: heard.append((what, done, total)))
    taxonomy.import_taxonomy(loud, "esco", ESCO)
    assert heard[0] == ("parts of the release", 0, 100)
    assert heard[-1] == ("parts of the release", 100, 100)
