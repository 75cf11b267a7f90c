"""Numbers of LinkedIn pages: only what was read, and only for exactly that name."""

from __future__ import annotations

import pytest

from credlens.io.starter import PackageStarter
from credlens.model.fact import Method, Source
from credlens.present.organisations import Organisation, page_of, read

SOURCES = """
sources:
  seen: {method: read, address: "https://example.org/a", date: 2026-11-23}
  memory: {method: recalled, date: 2026-11-23}
organisations:
"""


def words(entry: str) -> list[str]:
    found, problems = read([("x.yaml", (SOURCES + entry).encode())])
    assert not found
    return [p.message for p in problems]


def test_the_pages_that_come_with_the_program_are_read_and_told_apart() -> None:
    files = [(f.name, f.data) for f in PackageStarter().files("linkedin")]
    found, problems = read(files)
    assert problems == []
    assert len(found) >= 10
    assert all(s.method is Method.READ and s.address for o in found for s in o.sources)
    names = [n.casefold() for o in found for n in o.names]
    assert len(set(names)) == len(names)
    assert len({o.id for o in found}) == len(found)
    coursera = page_of("Coursera", found)
    assert coursera is not None
    assert coursera.id == 2453129


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("  - {id: 7, names: [A], from: memory}", "A number counts only where it was read."),
        ("  - {id: 7, names: [A], from: [seen, memory]}", "A number counts only where it was read."),
        ("  - {names: [A], from: seen}", "The page has no number."),
        ("  - {id: 7, from: seen}", "The organisation has no name."),
        ("  - {id: 7, names: [A]}", "It does not say who says so."),
        ("  - {id: 7, names: [A], from: seen, logo: x}", "`logo` is not a field of this record."),
    ],
)
def test_a_mistake_is_named_and_the_entry_left_out(entry: str, message: str) -> None:
    assert words(entry) == [message]


SEEN = (Source(Method.READ, "https://example.org/a"),)
KNOWN = (Organisation(1, ("Google", "Google LLC"), SEEN), Organisation(2, ("Twin",), SEEN), Organisation(3, ("Twin",), SEEN))  # fmt: skip


@pytest.mark.parametrize(
    ("name", "number"),
    [("Google", 1), (" google  llc ", 1), ("Google Partner", None), ("Goog1e", None), ("", None), ("Twin", None)],
)
def test_only_the_very_name_has_the_page(name: str, number: int | None) -> None:
    found = page_of(name, KNOWN)
    assert (found.id if found else None) == number
