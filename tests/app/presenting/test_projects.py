"""Projects come from a README, with what it shows; nothing outside their folder is touched."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from credlens.app.knowledge import Knowledge
from credlens.app.person import stored
from credlens.app.ports import Ports
from credlens.app.presenting import projects
from credlens.app.presenting.kept_projects import kept
from credlens.app.presenting.project_evidence import findings
from credlens.app.presenting.projects import LARGEST_README, MOST_PICTURES, add, remove, samples, show
from credlens.model.errors import InputError, OutsideError, UserError
from credlens.model.person import EvidenceKind
from credlens.model.skill import SkillLevel

PNG = b"\x89PNG\r\n\x1a\n"
README = """# Shop dashboard

I asked an invented shop what it sells, with SQL.

![Sales](img/sales.png)
"""


def folder(tmp_path: Path, readme: str = README, name: str = "README.md") -> Path:
    made = tmp_path / "project"
    (made / "img").mkdir(parents=True, exist_ok=True)
    (made / name).write_text(readme, encoding="utf-8")
    (made / "img" / "sales.png").write_bytes(PNG)
    return made


def test_a_folder_says_what_the_project_is_and_shows(ports: Ports, tmp_path: Path) -> None:
    found = add(ports, folder(tmp_path), link="https://shop.example", done=date(2026, 10, 30))
    (project,) = found.projects
    sample = project.sample
    assert (sample.id, sample.title) == ("shop-dashboard", "Shop dashboard")
    assert sample.summary == "I asked an invented shop what it sells, with SQL."
    assert ("sql", "SQL") in project.skills
    assert project.pictures == ("img/sales.png",)
    assert found.problems == ()
    assert sample.urn.startswith("urn:uuid:")
    assert samples(ports) == (sample,)
    assert show(ports).projects == (project,)


def test_a_readme_alone_is_enough(ports: Ports, tmp_path: Path) -> None:
    file = folder(tmp_path, name="dashboard.txt") / "dashboard.txt"
    assert add(ports, file).projects[0].pictures == ("img/sales.png",)
    assert kept(ports)[0].readme.name == "dashboard.txt"


def test_a_project_put_in_again_is_the_same_project_with_what_was_said_before(ports: Ports, tmp_path: Path) -> None:
    before = add(ports, folder(tmp_path), link="https://shop.example", skills=["Python"], done=date(2026, 10, 30))
    later = replace(ports, today=date(2027, 1, 1))
    after = add(later, folder(tmp_path, README.replace("with SQL", "with Power BI")))
    old, new = before.projects[0].sample, after.projects[0].sample
    assert (new.urn, new.added, new.link, new.done) == (old.urn, old.added, old.link, old.done)
    assert {"python", "power-bi"} <= set(new.skills)
    assert "sql" not in new.skills
    assert before.projects[0].digest != after.projects[0].digest
    assert len(samples(ports)) == 1


def test_what_a_project_shows_counts_in_the_profile(ports: Ports, tmp_path: Path) -> None:
    add(ports, folder(tmp_path), skills=["Python"], done=date(2026, 10, 30))
    held = stored(ports, Knowledge(ports)).skills
    for skill in ("sql", "python"):
        (evidence,) = held[skill].evidence
        assert (evidence.kind, evidence.where, evidence.quote) == (
            EvidenceKind.PROJECT,
            "project shop-dashboard",
            "Shop dashboard",
        )
        assert evidence.last_used == date(2026, 10, 30)
        assert held[skill].level is SkillLevel.BEGINNER  # one project without time spent is no experience
    remove(ports, "shop-dashboard")
    assert "sql" not in stored(ports, Knowledge(ports)).skills


def test_a_skill_of_a_taxonomy_that_is_gone_waits(ports: Ports, tmp_path: Path) -> None:
    add(ports, folder(tmp_path, "# Work\n\nWords."), skills=["SQL"])
    store = ports.showcase()
    (old,) = store.projects()
    store.keep_project(replace(old, content=old.content.replace('"sql"', '"urn:gone"')))
    assert [f.mentions for f in findings(ports, Knowledge(ports))] == [()]
    assert show(ports).projects[0].skills == (("urn:gone", "urn:gone"),)


def test_looking_leaves_nothing_behind(ports: Ports) -> None:
    assert show(ports).projects == ()
    assert samples(ports) == ()
    assert not ports.has_state()


def test_pictures_that_are_none_or_lie_elsewhere_are_left_out_and_told(ports: Ports, tmp_path: Path) -> None:
    made = folder(
        tmp_path, "# Work\n\n" + " ".join(f"![]({n})" for n in ("a.svg", "b.png", "c.png", "../x.png", "d.jpg"))
    )
    (made / "a.svg").write_text("<svg><script>alert(1)</script></svg>")
    (made / "b.png").write_text("<script>alert(1)</script>")
    (tmp_path / "secret.png").write_bytes(PNG)
    (made / "c.png").symlink_to("../secret.png")
    (made / "d.jpg").write_bytes(b"\xff\xd8\xff\xe1\x00\x10Exif\0\0")
    found = add(ports, made)
    assert found.projects[0].pictures == ("d.jpg",)
    told = {p.where: p.message for p in found.problems}
    assert set(told) == {"a.svg", "b.png", "c.png", "../x.png", "d.jpg"}
    assert "outside" in told["c.png"]
    assert "may hold a program" in told["a.svg"]
    assert "camera" in told["d.jpg"]


def test_there_is_an_end_to_pictures(ports: Ports, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = folder(tmp_path, "# Work\n\n" + " ".join(f"![](p{n}.png)" for n in range(MOST_PICTURES + 2)))
    for n in range(MOST_PICTURES + 2):
        (made / f"p{n}.png").write_bytes(PNG)
    assert len(add(ports, made).projects[0].pictures) == MOST_PICTURES
    monkeypatch.setattr(projects, "LARGEST_PICTURES", 3 * len(PNG))
    assert len(add(ports, made).projects[0].pictures) == 3
    monkeypatch.setattr(projects, "LARGEST_PICTURE", len(PNG) - 1)
    assert add(ports, made).projects[0].pictures == ()


def test_what_is_no_readme_is_refused(ports: Ports, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(InputError, match="no README"):
        add(ports, empty)
    with pytest.raises(InputError, match="no such file"):
        add(ports, tmp_path / "nothing.md")
    for data, words in ((PNG, "not text"), (b"a" * (LARGEST_README + 1), "larger"), (b" ", "empty")):
        (empty / "README.md").write_bytes(data)
        with pytest.raises(InputError, match=words):
            add(ports, empty)
    assert not ports.has_state()


def test_what_makes_no_sense_is_refused_before_anything_is_kept(ports: Ports, tmp_path: Path) -> None:
    made = folder(tmp_path)
    with pytest.raises(UserError, match="https"):
        add(ports, made, link="javascript:alert(1)")
    with pytest.raises(UserError, match="no name"):
        add(ports, made, id="../up")
    with pytest.raises(UserError, match="still to come"):
        add(ports, made, done=date(2030, 1, 1))
    with pytest.raises(UserError, match="skill"):
        add(ports, made, skills=["no such thing at all"])
    with pytest.raises(UserError, match="no credential"):
        add(ports, made, credentials=["no-such-credential"])
    with pytest.raises(UserError, match="no heading"):
        add(ports, folder(tmp_path, "Words alone."))
    with pytest.raises(UserError, match="no project"):
        remove(ports, "nothing")
    assert samples(ports) == ()


@pytest.mark.parametrize(
    ("title", "id"),
    [
        ("Shop dashboard", "shop-dashboard"),
        ("Käufer & Märkte: 2026!", "kaufer-markte-2026"),
        ("x" * 60, "x" * 40),
        ("لوحة مبيعات", "project-ae8f7ef2"),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_the_short_name_is_safe_in_file_names_and_addresses(title: str, id: str) -> None:  # noqa: A002
    assert projects._id(title, None) == id


def test_what_was_spoiled_in_the_store_is_told_with_the_way_out(ports: Ports, tmp_path: Path) -> None:
    add(ports, folder(tmp_path))
    (old,) = ports.showcase().projects()
    ports.showcase().keep_project(replace(old, content="{}"))
    with pytest.raises(OutsideError) as raised:
        show(ports)
    assert raised.value.what_to_do == "Take it out and put it in again: credlens portfolio remove shop-dashboard"


def test_a_skill_is_shown_under_a_name_that_stands_in_the_readme(ports: Ports, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Shop\n\nA dashboard in Tableau of 40 mailings.\n")
    (project,) = add(ports, tmp_path / "README.md").projects
    assert {label for _, label in project.skills} == {"Tableau", "Dashboards"}, "mailings are no mail merge"
