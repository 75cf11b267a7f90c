"""The published releases, where they lie beside the project: read as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from credlens.app import taxonomy
from credlens.app.ports import Ports

RELEASES = Path(__file__).parents[3] / "shared" / "data" / "taxonomies"
pytestmark = pytest.mark.skipif(not RELEASES.is_dir(), reason="the published releases do not lie beside the project")


def test_every_row_of_esco_is_used_or_named(ports: Ports) -> None:
    result = taxonomy.import_taxonomy(ports, "esco", RELEASES / "esco-1.2.0")
    counts = result.info.counts
    assert counts["skills"] + len(result.problems) == 13_939
    assert (counts["occupations"], counts["occupation_skill_relations"], counts["groups"]) == (3_039, 129_001, 640)
    assert counts["skill_relations"] == 5_818


def test_every_row_of_onet_is_used(ports: Ports) -> None:
    crosswalk = RELEASES / "crosswalk" / "esco_onet_crosswalk_Nov2020.csv"
    result = taxonomy.import_taxonomy(ports, "onet", RELEASES / "onet-29.2", crosswalk=crosswalk)
    assert result.problems == ()
    assert result.info.version == "29.2"
    counts = result.info.counts
    assert (counts["occupations"], counts["occupation_skill_relations"], counts["crosswalk"]) == (1_016, 32_627, 1_680)


@pytest.mark.parametrize(("name", "skills"), [("Skills-Import.csv", 2), ("get.json", 50), ("laiser_OSN.csv", 931)])
def test_descriptors_are_read(ports: Ports, name: str, skills: int) -> None:
    assert taxonomy.import_taxonomy(ports, "rsd", RELEASES / "osn" / name).info.counts["skills"] == skills
