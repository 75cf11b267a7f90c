"""The zip archive: the same bytes for the same content, and nothing that a stranger made is believed."""

from __future__ import annotations

import io
import json
import stat
import warnings
import zipfile
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.app.keeping.archive import FORMAT, MANIFEST, VERSION, Bounds, pack, unpack
from credlens.model.errors import InputError

ABOUT = {"day": "2026-11-23", "program": "1"}


def made(inside: dict[str, bytes], **manifest: Any) -> bytes:
    """An archive as anybody could make it."""
    listed = {path: {"bytes": len(data), "sha256": sha256(data).hexdigest()} for path, data in inside.items()}
    about = {"format": FORMAT, "version": VERSION, "members": listed, **manifest}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, json.dumps(about))
        for path, data in inside.items():
            archive.writestr(path, data)
    return stream.getvalue()


@given(st.dictionaries(st.from_regex(r"[a-z]{1,4}/[a-z0-9]{1,6}\.[a-z]{1,3}", fullmatch=True), st.binary(max_size=99)))
def test_what_goes_in_comes_out(members: dict[str, bytes]) -> None:
    packed = pack(ABOUT, members, {})
    manifest, found = unpack("x.zip", packed)
    assert found == members
    assert {k: manifest[k] for k in ABOUT} == ABOUT
    assert pack(ABOUT, dict(reversed(members.items())), {}) == packed


def test_the_manifest_names_every_member_and_what_it_was_called() -> None:
    manifest, _ = unpack("x.zip", pack(ABOUT, {"originals/a.md": b"abc"}, {"originals/a.md": "../Ada's \U0001f600.md"}))
    assert manifest["members"] == {
        "originals/a.md": {
            "bytes": 3,
            "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            "name": "../Ada's \U0001f600.md",
        }
    }


def test_the_archive_tells_nothing_of_the_machine_it_was_made_on() -> None:
    with zipfile.ZipFile(io.BytesIO(pack(ABOUT, {"a.txt": b"a" * 100}, {}))) as archive:
        infos = archive.infolist()
    assert [i.filename for i in infos] == [MANIFEST, "a.txt"]
    assert {(i.date_time, i.external_attr >> 16, i.create_system) for i in infos} == {
        ((1980, 1, 1, 0, 0, 0), stat.S_IFREG | 0o600, 3)
    }


SMALL = Bounds(members=3, unpacked=1000, times=10, free=100)


def size(members: dict[str, bytes]) -> int:
    with zipfile.ZipFile(io.BytesIO(pack(ABOUT, members, {}))) as archive:
        return sum(i.file_size for i in archive.infolist())


@pytest.mark.parametrize(("more", "good"), [(-1, True), (0, True), (1, False)])
def test_an_archive_may_unpack_to_so_much_and_no_more(more: int, good: bool) -> None:
    members = {"a.txt": bytes(range(100))}
    bounds = Bounds(unpacked=size(members) - more)
    for work in (
        lambda: unpack("x.zip", pack(ABOUT, members, {}), bounds),
        lambda: pack(ABOUT, members, {}, bounds),
    ):
        if good:
            work()
        else:
            with pytest.raises(InputError, match=r"too much for one file|larger than"):
                work()


@pytest.mark.parametrize(("number", "good"), [(1, True), (2, True), (3, False)])
def test_an_archive_may_have_so_many_members(number: int, good: bool) -> None:
    members = {f"{i}.txt": b"" for i in range(number)}  # and the manifest
    bounds = Bounds(members=3)
    for work in (
        lambda: unpack("x.zip", pack(ABOUT, members, {}), bounds),
        lambda: pack(ABOUT, members, {}, bounds),
    ):
        if good:
            work()
        else:
            with pytest.raises(InputError, match="parts"):
                work()


@pytest.mark.parametrize(("times", "good"), [(200, False), (1000, True)])
def test_a_member_may_unpack_to_so_many_times_its_size(times: int, good: bool) -> None:
    bomb = made({"a.txt": b"a" * 100_000})  # packs to about an 870th
    if good:
        assert unpack("x.zip", bomb, Bounds(times=times, free=1000))[1]["a.txt"][:3] == b"aaa"
        return
    with pytest.raises(InputError, match="200 times its size"):
        unpack("x.zip", bomb, Bounds(times=times, free=1000))


def test_what_packs_too_well_is_stored_as_it_is_so_that_it_can_be_read_back() -> None:
    members = {"a.txt": b"a" * 3_000_000}
    assert unpack("x.zip", pack(ABOUT, members, {}))[1] == members


def test_a_size_that_is_a_lie_is_not_believed() -> None:
    lie = bytearray(made({"a.txt": b"a" * 5_000}))
    right = (5_000).to_bytes(4, "little")
    assert lie.count(right) == 2
    with pytest.raises(InputError, match=r"damaged|larger than|times its size"):
        unpack("x.zip", bytes(lie.replace(right, (10).to_bytes(4, "little"))), Bounds(unpacked=2_000))


@pytest.mark.parametrize(
    "name",
    [
        "../a.txt",
        "/a.txt",
        "a/../b.txt",
        "C:/a.txt",
        "a\\b.txt",
        "a//b.txt",
        ".hidden",
        "a/",
        "a\n.txt",
        "\u202ea.txt",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    with pytest.raises(InputError, match="No export has a part of such a name"):
        unpack("x.zip", made({name: b"x"}))


def test_two_members_of_one_name_are_refused() -> None:
    stream = io.BytesIO(made({"a.txt": b"x"}))
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("a.txt", b"y")
    with pytest.raises(InputError, match="two parts of this name"):
        unpack("x.zip", stream.getvalue())


def test_a_link_is_refused() -> None:
    stream = io.BytesIO(made({}))
    with zipfile.ZipFile(stream, "a") as archive:
        info = zipfile.ZipInfo("a.txt")
        info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, b"/etc/passwd")
    with pytest.raises(InputError, match="No export has a part of such a name"):
        unpack("x.zip", stream.getvalue())


@pytest.mark.parametrize(
    ("packed", "why"),
    [
        (b"", "no zip archive"),
        (b"PK\x05\x06" + b"\0" * 18, "no manifest.json"),
        (made({"a.txt": b"x"})[:-30], "no zip archive"),
        (made({"a.txt": b"x"}, format="other"), "is not a file that `credlens export` made"),
        (made({"a.txt": b"x"}, version="1"), "is not a file that `credlens export` made"),
        (made({"a.txt": b"x"}, version=VERSION + 1), "newer version of credlens"),
        (made({"a.txt": b"x"}, members=[]), "lists no members"),
        (made({"a.txt": b"x"}, members={}), "is not in manifest.json"),
        (made({}, members={"a.txt": {"sha256": ""}}), "is missing"),
        (made({"a.txt": b"x"}, members={"a.txt": {"sha256": "0" * 64}}), "is not as manifest.json says"),
        (made({"a.txt": b"x"}, members={"a.txt": 7}), "is not as manifest.json says"),
    ],
)
def test_anything_else_is_refused_in_words(packed: bytes, why: str) -> None:
    with pytest.raises(InputError) as caught:
        unpack("x.zip", packed)
    assert why in caught.value.message
    assert caught.value.problems[0].where.startswith("x.zip")


@given(st.integers(0, 10_000), st.integers(1, 255))
def test_a_changed_byte_is_found_or_does_not_matter(place: int, change: int) -> None:
    packed = bytearray(pack(ABOUT, {"a.txt": b"hello world", "b.txt": bytes(range(256))}, {}))
    packed[place % len(packed)] ^= change
    try:
        _, found = unpack("x.zip", bytes(packed))
    except InputError:
        return
    assert found == {"a.txt": b"hello world", "b.txt": bytes(range(256))}
