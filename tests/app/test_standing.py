"""How far a person has come, counted without reading anything."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from credlens.app.constraints import limits_of
from credlens.app.gap import find_gap
from credlens.app.learning.applying import Said, log_application
from credlens.app.plan import make_plan
from credlens.app.ports import Ports, Standing
from credlens.app.profile import import_documents
from credlens.app.standing import standing


def test_each_step_is_counted(ports: Ports, tmp_path: Path) -> None:
    assert standing(ports) == Standing()
    assert not ports.has_state()  # asking makes nothing
    (tmp_path / "resume.md").write_text("# Kim (invented)\n\n## Skills\n\n- Microsoft Excel\n", "utf-8")
    (tmp_path / "ad.txt").write_text("Data Analyst (invented)\n\nRequirements\n- SQL\n- Tableau\n", "utf-8")
    import_documents(ports, [tmp_path / "resume.md"])
    assert standing(ports).documents == 1
    find_gap(ports, ads=[tmp_path / "ad.txt"], occupation="data-analyst")
    assert (standing(ports).target, standing(ports).ads) == ("data-analyst", 1)
    make_plan(ports, limits_of(ports, budget=Decimal(100), hours_per_week=5, max_credentials=1))
    log_application(ports, Said(employer="Kite", title="Analyst", applied=date(2026, 11, 1)))
    now = standing(ports)
    assert (now.plans, now.applications, now.badges) == (1, 1, 0)
