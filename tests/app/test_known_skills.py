"""Skills apart from all else that is known."""

from __future__ import annotations

import subprocess
import sys

from credlens.app.knowledge import Knowledge
from credlens.app.known_skills import KnownSkills
from credlens.app.ports import Ports

TEXT = "SQL for analysts: dashboards in Power BI, Python, CompTIA Security+ and a nursing licence."


def test_the_reader_of_skills_alone_finds_what_the_whole_reader_finds(ports: Ports) -> None:
    alone, whole = KnownSkills(ports), Knowledge(ports)
    assert alone.taxonomy.skills.keys() == whole.taxonomy.skills.keys()
    assert alone.skill_reader.skill_hits(TEXT) == whole.reader.skill_hits(TEXT) != ()


def test_who_only_asks_about_skills_waits_for_no_arrays() -> None:
    code = "import sys, credlens.app.verifying.skills; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
