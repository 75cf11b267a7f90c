"""What expires and what is planned, from what is held and what was kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports, StoredDocument
from credlens.app.presenting.calendar import calendar, last_day
from credlens.app.presenting.holdings import holdings

RESUME = """# Robin Example

## Certifications

- CompTIA Security+, issued March 2025
- Google Data Analytics Professional Certificate, issued May 2024
- Fog Signalling, Harbour School, 2023
- Lamp Keeping, Harbour School, issued 2023, expires December 2027
- Knot Tying, Harbour School, issued 2020, expires 2022
"""


@pytest.fixture
def held(ports: Ports) -> Ports:
    ports.store().replace_documents([StoredDocument("cv.md", RESUME.encode())])
    return ports


def test_nothing_is_in_it_before_anything_is_known(ports: Ports) -> None:
    result = calendar(ports)
    assert (result.entries, result.expired, result.open_ended) == ((), (), ())
    assert not ports.has_state(), "looking leaves nothing behind"


def test_each_credential_is_where_it_belongs(held: Ports) -> None:
    result = calendar(held)
    assert [(e.summary, e.first.isoformat()) for e in result.entries] == [
        ("Last day it holds: Lamp Keeping", "2027-12-31"),
        ("Last day it holds: CompTIA Security+", "2028-03-01"),
    ]
    assert "holds 36 months by the catalog" in result.entries[1].text
    assert [(e.name, e.said) for e in result.expired] == [("Knot Tying", "2022")]
    assert result.open_ended == ("Fog Signalling",)
    assert result.lasting == ("Google Data Analytics Professional Certificate",)


def test_the_file_is_the_same_for_the_same_day(held: Ports, tmp_path: Path) -> None:
    first = calendar(held, tmp_path / "a.ics")
    calendar(held, tmp_path / "b.ics")
    assert first.file is not None
    assert (tmp_path / "a.ics").read_bytes() == (tmp_path / "b.ics").read_bytes()
    assert first.file.read_bytes().count(b"BEGIN:VALARM") == 6


def test_a_term_that_ends_beyond_the_calendar_does_not_stop_it(ports: Ports) -> None:
    text = "# Robin Example\n\n## Certifications\n\n- CompTIA Security+, issued 2098\n"
    ports.store().replace_documents([StoredDocument("cv.md", text.encode())])
    far = holdings(ports, Knowledge(ports))
    assert last_day(far[0]) == (date(2101, 1, 1), 36)
    assert last_day(replace(far[0], issued=date(9999, 1, 1))) is None
