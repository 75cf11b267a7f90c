"""The brief as a use case: written where it was asked for, in the form that was asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from credlens.app.ports import Ports
from credlens.app.presenting.brief import brief
from credlens.app.presenting.noting import note
from credlens.model.errors import UserError

ID = "google-data-analytics"


def test_the_file_says_by_its_ending_what_it_is(ports: Ports, tmp_path: Path) -> None:
    note(ports, ID, "built", "A report of sales.")
    for name, begins in (("a.html", b"<!doctype"), ("a.htm", b"<!doctype"), ("a.PDF", b"%PDF"), ("a.md", b"# Google")):
        found = brief(ports, ID, out=tmp_path / name)
        assert found.file is not None
        content = found.file.read_bytes()
        assert content.lstrip()[: len(begins)] == begins
        assert begins == b"%PDF" or b"A report of sales." in content


def test_a_format_alone_is_written_here_under_the_credentials_name(
    ports: Ports, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert brief(ports, ID, format="md").file == tmp_path / f"brief-{ID}.md"


@pytest.mark.parametrize(
    ("format_", "out", "says"),
    [
        ("docx", None, "not written as 'docx'"),
        (None, "brief.docx", "not written as 'docx'"),
        (None, "brief", "does not say"),
    ],
)
def test_an_unknown_form_is_refused_before_anything_is_reckoned(
    ports: Ports, tmp_path: Path, format_: str | None, out: str | None, says: str
) -> None:
    with pytest.raises(UserError, match=says) as wrong:
        brief(ports, ID, format=format_, out=tmp_path / out if out else None)
    assert "html, pdf, md" in (wrong.value.what_to_do or "")


def test_without_a_file_the_facts_come_as_plain_json(ports: Ports) -> None:
    found = json.loads(json.dumps(brief(ports, ID).to_json()))
    assert (found["id"], found["credential"], found["held"], found["badge"], found["target"], found["file"]) == (
        ID,
        ID,
        None,
        None,
        None,
        None,
    )
    assert found["answer"].endswith("You do not hold it.")
    assert [s["id"] for s in found["sections"]][:3] == ["certifies", "demanded", "assessed"]
    assert found["sources"][0]["number"] == 1
