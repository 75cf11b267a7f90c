"""A resume looked at, or written as a document. The person is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from credlens.app.ports import Ports
from credlens.app.presenting import resume as module
from credlens.app.presenting.resume import resume
from credlens.model.cv import Cv, CvEntry, CvSkill
from credlens.model.errors import UserError
from credlens.model.quantity import Share

CV = Cv("Robin Example", work=(CvEntry("job-1", "Clerk"),), skills=(CvSkill("sql", "SQL", asked=Share(1, 2)),))


@pytest.fixture
def ports(ports: Ports, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Ports:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(module, "cv_of", lambda _ports, _knowledge, *, tailored: CV if tailored else Cv(""))
    made = {
        "resume_md": lambda cv, style: f"# {cv.name}, {style}\n",
        "resume_europass": lambda _cv, _style: "<x/>",
        "resume_pdf": lambda _cv, _style: b"%PDF",
    }
    monkeypatch.setattr(module, "EXPORTS", made)
    return ports


def test_without_a_format_it_is_the_record_with_every_part(ports: Ports) -> None:
    told = resume(ports).to_json()
    assert (told["format"], told["style"], told["file"], told["content"]) == (None, None, None, None)
    assert told["resume"]["name"] == "Robin Example"
    assert told["resume"]["work"][0]["card"] == "job-1"
    assert told["resume"]["skills"][0]["asked"]["share"] == 0.5
    assert told["resume"]["contact"]["links"] == []


def test_a_text_comes_back_and_is_written_only_where_somebody_says(ports: Ports, tmp_path: Path) -> None:
    assert resume(ports, format="md", style="modern").content == "# Robin Example, modern\n"
    assert list(tmp_path.glob("*.md")) == []
    written = resume(ports, out=tmp_path / "cv.md")
    assert (written.format, written.content) == ("md", None)
    assert (tmp_path / "cv.md").read_text() == "# Robin Example, plain\n"
    assert resume(ports, out=tmp_path / "cv.xml").format == "europass"


def test_a_pdf_lies_in_the_folder_one_works_in_but_never_over_a_file_that_is_there(
    ports: Ports, tmp_path: Path
) -> None:
    assert resume(ports, format="pdf").file == tmp_path / "resume.pdf"
    with pytest.raises(UserError, match="already"):
        resume(ports, format="pdf")
    (tmp_path / "resume.pdf").write_bytes(b"mine")
    assert resume(ports, format="pdf", out=Path("resume.pdf")).file == tmp_path / "resume.pdf"
    assert (tmp_path / "resume.pdf").read_bytes() == b"%PDF"


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"format": "odt"}, "no format 'odt'"),
        ({"out": Path("cv.odt")}, "no format 'odt'"),
        ({"format": "md", "style": "loud"}, "no style 'loud'"),
        ({"format": "md", "tailored": False}, "Nothing is known of you"),
        ({"format": "md", "out": Path("nowhere/cv.md")}, "nowhere"),
    ],
)
def test_what_cannot_be_made_is_said(ports: Ports, asked: dict[str, object], words: str) -> None:
    with pytest.raises(UserError, match=words):
        resume(ports, **asked)  # type: ignore[arg-type]
