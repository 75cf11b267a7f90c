from __future__ import annotations

import contextlib
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credlens.model.errors import InputError, UserError
from credlens.registry import Registry
from credlens.skills.taxonomies import RELEASES
from credlens.skills.taxonomies.esco import _VERSION as ESCO
from credlens.skills.taxonomies.onet import _VERSION as ONET
from credlens.skills.taxonomies.releases import ReleaseFormat, version_of
from credlens.skills.taxonomies.tables import File, Release


def _labelled(*labels: str) -> Release:
    return Release("r", labels, ())


@pytest.mark.parametrize(
    ("pattern", "labels", "version"),
    [
        (ESCO, ["esco-1.2.0"], "1.2.0"),
        (ESCO, ["ESCO dataset - v1.2.0 - classification - en - csv.zip"], "1.2.0"),
        (ESCO, ["esco_v1_1"], "1.1"),
        (ESCO, ["csv", "esco-1.1.2"], "1.1.2"),
        (ESCO, ["skills_en.csv", "2031.05"], None),
        (ESCO, ["esco"], None),
        (ONET, ["db_29_2_text"], "29.2"),
        (ONET, ["onet-29.2"], "29.2"),
        (ONET, ["O*NET 30.1"], "30.1"),
    ],
)
def test_the_version_is_found_in_names(pattern: re.Pattern[str], labels: list[str], version: str | None) -> None:
    assert version_of(_labelled(*labels), pattern, None) == version


def test_the_person_may_say_it_and_a_file_inside_counts_more_than_a_name() -> None:
    assert version_of(_labelled("x"), ESCO, "1.2.0") == "1.2.0"
    assert version_of(_labelled("esco-1.2"), ESCO, "1.2.0") == "1.2.0"
    assert version_of(_labelled("esco-1.2.0"), ESCO, "1.2") == "1.2.0"
    assert version_of(_labelled("onet-29.1"), ONET, None, "29.2") == "29.2"


def test_another_version_than_the_release_says_is_refused() -> None:
    with pytest.raises(InputError, match=r"This is version 1\.2\.0, and not 1\.1\.0"):
        version_of(_labelled("esco-1.2.0"), ESCO, "1.1.0")


@pytest.mark.parametrize("told", ["", "../1", "1..2", "1/2", "one two", "-1", "v" * 33])
def test_what_is_no_version_is_a_users_mistake(told: str) -> None:
    with pytest.raises(UserError) as caught:
        version_of(_labelled(), ESCO, told)
    assert caught.value.where == "--version"


def test_every_member_of_the_kind_is_a_format() -> None:
    assert isinstance(RELEASES, Registry)
    assert RELEASES.names() == ("esco", "onet", "rsd")
    for name in RELEASES:
        member = RELEASES[name]
        assert isinstance(member, ReleaseFormat)
        assert not member.wanted("holiday.jpg")


@pytest.mark.parametrize("kind", ["esco", "onet", "rsd"])
def test_every_format_refuses_an_unrelated_release_by_name(kind: str) -> None:
    release = Release("pictures.zip", ("pictures.zip",), (), ("holiday.jpg",))
    with pytest.raises(InputError) as caught:
        RELEASES[kind].read(release)
    assert caught.value.where == "pictures.zip"
    assert "holiday.jpg" in caught.value.message
    assert caught.value.what_to_do


FIXTURES = Path(__file__).parents[2] / "fixtures" / "taxonomies"
FOLDERS = {"esco": "esco-9.1.0", "onet": "onet-91.2", "rsd": "rsd"}


@settings(max_examples=200)
@given(st.sampled_from(sorted(FOLDERS)), st.data())
def test_whatever_happened_to_a_file_it_is_read_or_refused_in_words(kind: str, data: st.DataObject) -> None:
    files = [File(p.name, p.read_bytes()) for p in sorted((FIXTURES / FOLDERS[kind]).iterdir())]
    hit = data.draw(st.integers(0, len(files) - 1))
    whole = files[hit].data
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    files[hit] = File(files[hit].name, whole[:start] + data.draw(st.binary(max_size=20)) + whole[end:])
    with contextlib.suppress(InputError):
        taxonomy, problems = RELEASES[kind].read(Release(FOLDERS[kind], (FOLDERS[kind],), tuple(files)))
        assert all(skill.label for skill in taxonomy.skills.values())
        assert all(p.where and p.message for p in problems)
        for occupation in taxonomy.occupations.values():
            assert {*occupation.essential, *occupation.optional} <= taxonomy.skills.keys()
