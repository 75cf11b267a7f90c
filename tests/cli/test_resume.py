"""``credlens resume``: what is on it, what is left off and why, and the decisions about it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import credlens
from credlens.app.presenting.resume import ResumeResult
from credlens.cli.show.resume import show_resume
from credlens.model.cv import Contact, Cv, CvCertificate, CvEntry, CvLanguage, CvSkill, LeftOff, WhyLeftOff
from credlens.model.quantity import Share

Cli = Callable[..., Any]
DEMO = Path(credlens.__file__).parent / "data" / "demo"
CV = Cv(
    "Robin Example",
    contact=Contact("robin@example.org", place="Bonn"),
    work=(CvEntry("job-1", "Clerk", "Bramble", start="2016", end="present"), CvEntry("job-2", "Packer")),
    certificates=(CvCertificate("credential-1", "Lamp Keeping", "Harbour", "2023", "2027", verified="2026-11-22"),),
    skills=tuple(CvSkill(f"s{i}", f"Skill {i}", evidence=("used as Clerk",), asked=Share(1, 2)) for i in range(14)),
    languages=(CvLanguage("Spanish", "C1"),),
    licences=("driver's licence",),
    other=(("Interests", ("Chess",)),),
    target="data analyst",
    postings=2,
    left_off=(
        LeftOff("badge-7", "Rope Work", WhyLeftOff.NOT_VERIFIED, "It was revoked."),
        LeftOff("credential-2", "Fog Signalling", WhyLeftOff.EXPIRED, "It expired."),
    ),
)


def test_the_overview_names_every_entry_and_how_to_put_one_back(capsys: Any) -> None:
    show_resume(ResumeResult(CV))
    shown = " ".join(capsys.readouterr().out.split())
    for words in (
        "Bonn · robin@example.org",
        "Made for data analyst, by 2 ads",
        "Clerk, Bramble 2016 to present job-1",
        "Packer job-2",
        "Lamp Keeping, Harbour 2023, to 2027, verified credential-1",
        "Skill 0 50% used as Clerk",
        "and 2 more",
        "Languages: Spanish C1",
        "Licences: driver's licence",
        "Interests: 1 line",
        "Rope Work (badge-7): It was revoked.",
        "credlens resume --show credential-2",
        "Next: credlens resume --format pdf",
    ):
        assert words in shown


def test_a_document_is_named_or_printed_and_nothing_is_said_of_nobody(capsys: Any, tmp_path: Path) -> None:
    show_resume(ResumeResult(CV, "pdf", file=tmp_path / "resume.pdf"))
    written = capsys.readouterr().out
    assert str(tmp_path / "resume.pdf") in written
    assert "2 entries left off" in written
    show_resume(ResumeResult(CV, "md", content="# Robin"))
    assert capsys.readouterr().out == "# Robin\n"
    show_resume(ResumeResult(Cv("")))
    assert "credlens profile import" in capsys.readouterr().out


def test_a_decision_counts_from_then_on(cli: Cli) -> None:
    cli("profile", "import", DEMO / "expired" / "resume.md")
    before = cli("resume", "--json").json["resume"]
    assert [off["why"] for off in before["left_off"]] == ["expired", "expired"]
    job, lapsed = before["work"][0]["card"], before["left_off"][0]["card"]
    after = cli("resume", "--leave-off", job, "--show", lapsed, "--json").json["resume"]
    assert job not in [work["card"] for work in after["work"]]
    assert lapsed in [held["card"] for held in after["certificates"]]
    refused = cli("resume", "--show", "job-none")
    assert refused.code == 2
    assert "There is no entry" in refused.err
