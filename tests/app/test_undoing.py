"""Each deletion gives what puts everything where it was."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from credlens.app import undoing
from credlens.app.catalog.mending import mend
from credlens.app.gap import find_gap
from credlens.app.knowledge import Knowledge
from credlens.app.learning import following
from credlens.app.learning.applying import Said, log_application
from credlens.app.ports import NamedBytes, Ports
from credlens.app.presenting import projects
from credlens.app.profile import import_documents, know, show
from credlens.app.review import correct, review
from credlens.model.application import StepKind
from credlens.model.errors import UserError
from credlens.model.skill import SkillLevel

RESUME = "# Kim (invented)\n\n## Experience\n\nAnalyst, Kite Works, 2020 - 2024\n- SQL and Microsoft Excel\n"


def given(ports: Ports, folder: Path, text: str = RESUME, name: str = "resume.md") -> None:
    (folder / name).write_text(text, "utf-8")
    import_documents(ports, [folder / name])


def test_an_application_comes_back_with_its_ad_and_what_came_of_it(ports: Ports) -> None:
    ad = NamedBytes("ad.txt", b"Analyst at Kite (invented)\n\nRequirements\n- SQL\n")
    made = log_application(ports, Said(ad=ad, employer="Kite", title="Analyst", applied=date(2026, 9, 1))).application
    following.log_step(ports, made.id, StepKind.INTERVIEW, day=date(2026, 9, 9))
    before, text = ports.log().applications(), ports.log().ad(made.id)
    undo = undoing.removed_application(ports, made.id)
    assert ports.log().applications() == ()
    undo()
    assert (ports.log().applications(), ports.log().ad(made.id)) == (before, text)


def test_a_project_comes_back_with_the_notes_about_it(ports: Ports, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Stock board\n\nA dashboard in Tableau.\n", "utf-8")
    projects.add(ports, tmp_path / "README.md")
    (kept,) = ports.showcase().projects()
    ports.showcase().note(kept.id, "built", "A board.")
    notes = ports.showcase().notes()
    undo = undoing.removed_project(ports, kept.id)
    assert (ports.showcase().projects(), ports.showcase().notes()) == ((), ())
    undo()
    assert (ports.showcase().projects(), ports.showcase().notes()) == ((kept,), notes)
    with pytest.raises(UserError):
        undoing.removed_project(ports, "none")


def test_a_record_comes_back_byte_by_byte(ports: Ports) -> None:
    mend(ports, "google-data-analytics", {"hours": "33"})
    before = ports.store().records()
    undo = undoing.removed_record(ports, "google-data-analytics")
    assert ports.store().records() == ()
    undo()
    assert ports.store().records() == before
    hours = Knowledge.of(ports).catalog["google-data-analytics"].hours.get(None)
    assert hours is not None
    assert hours.min == 33


def test_a_dropped_card_comes_back_as_it_was_said_to_be(ports: Ports, tmp_path: Path) -> None:
    given(ports, tmp_path)
    job = next(c for c in review(ports, every=True).cards if c.kind.value == "job")
    undo = undoing.dropped_card(ports, job.id)
    assert "Kite Works" not in str(show(ports).person)
    undo()
    assert ports.store().corrections() == ()
    correct(ports, job.id, "Senior Analyst, Kite Works, 2020, 2024")
    said = ports.store().corrections()
    undo = undoing.dropped_card(ports, job.id)
    undo()
    assert ports.store().corrections() == said


@pytest.mark.parametrize("known", [True, False])
def test_a_claim_is_as_before(ports: Ports, known: bool) -> None:
    undo = undoing.claimed_skill(ports, "SQL", SkillLevel.EXPERT, known=known)
    assert ports.store().claims() != ()
    undo()
    assert ports.store().claims() == ()
    know(ports, "SQL", SkillLevel.BEGINNER)
    before = ports.store().claims()
    undo = undoing.claimed_skill(ports, "SQL", SkillLevel.EXPERT, known=known)
    assert ports.store().claims() != before
    undo()
    assert ports.store().claims() == before


def test_documents_and_target_come_back(ports: Ports, tmp_path: Path) -> None:
    assert undoing.replaced_target(ports) is None
    empty = undoing.replaced_documents(ports)
    given(ports, tmp_path)
    back = undoing.replaced_documents(ports)
    given(ports, tmp_path, "# Lee (invented)\n\n## Skills\n\n- Welding\n", "other.md")
    back()
    assert [d.name for d in ports.store().documents()] == [str(tmp_path / "resume.md")]
    empty()
    assert ports.store().documents() == ()
    (tmp_path / "ad.txt").write_text("Data Analyst (invented)\n\nRequirements\n- SQL\n", "utf-8")
    find_gap(ports, ads=[tmp_path / "ad.txt"], occupation="first")
    undo = undoing.replaced_target(ports)
    find_gap(ports, ads=[tmp_path / "ad.txt"], occupation="second")
    assert undo is not None
    undo()
    target = ports.store().target()
    assert target is not None
    assert target.name == "first"
