"""The backpack: badges as they came under names that are safe anywhere, and the same bytes every time."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import date
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from credlens.present.exports.share_backpack import MANIFEST, PackedBadge, render, zipped

ONE = PackedBadge("0123456789ab", "SQL & Data", "Academy", b'{"a": 1}\r\n', "json", "VERIFIED", date(2026, 11, 23))
TWO = replace(ONE, id="ba9876543210", name="学院", data=b"\x89PNG\r\n\x1a\n..", container="png", verdict="REVOKED")
THREE = replace(ONE, id="000000000000", name="../../etc/passwd", data=b"https://b.example/7", container="")
SAFE = re.compile(r"badges/[a-z0-9][a-z0-9-]*\.(json|jwt|png|svg|pdf|txt)")


def test_badges_are_untouched_and_listed() -> None:
    files = render([ONE, TWO, THREE])
    assert list(files) == [
        "badges/sql-data-0123456789ab.json",
        "badges/badge-ba9876543210.png",
        "badges/etc-passwd-000000000000.txt",
        MANIFEST,
    ]
    assert [*files.values()][:3] == [ONE.data, TWO.data, THREE.data]
    listed = json.loads(files[MANIFEST])["badges"]
    assert [b["verdict"] for b in listed] == ["VERIFIED", "REVOKED", "VERIFIED"]
    assert listed[1] == {
        "id": "ba9876543210",
        "file": "badges/badge-ba9876543210.png",
        "name": "学院",
        "issuer": "Academy",
        "came_as": "png",
        "verdict": "REVOKED",
        "verified": "2026-11-23",
        "sha256": sha256(TWO.data).hexdigest(),
    }
    assert listed[2]["came_as"] == "other"


def test_the_archive_holds_the_same_and_is_the_same_every_time() -> None:
    files = render([ONE, TWO])
    data = zipped(files)
    assert data == zipped(render([ONE, TWO]))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {i.filename: archive.read(i) for i in archive.infolist()} == files
        assert {i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {i.external_attr >> 16 for i in archive.infolist()} == {0o644}


@given(st.text())
def test_any_name_gives_a_safe_file_and_a_list_that_says_it(name: str) -> None:
    files = render([replace(ONE, name=name)])
    file, manifest = files
    assert SAFE.fullmatch(file)
    assert len(file) < 100
    assert json.loads(files[manifest])["badges"][0]["name"] == name
