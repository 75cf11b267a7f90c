"""Pictures are known by what is in them, and say when they tell more than they show."""

from __future__ import annotations

import pytest

from credlens.present.portfolio.pictures import camera_notes, kind_of


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n...", "png"),
        (b"\xff\xd8\xff\xe0...", "jpg"),
        (b"GIF89a...", "gif"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "webp"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", ""),
        (b"<script>alert(1)</script>", ""),
        (b"RIFF\x00\x00\x00\x00WAVE", ""),
        (b"", ""),
    ],
)
def test_a_picture_is_of_the_kind_that_its_bytes_say(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind


def test_notes_of_a_camera_are_told() -> None:
    assert "place" in camera_notes(b"\xff\xd8\xff\xe1\x00\x10Exif\0\0MM")
    assert camera_notes(b"\xff\xd8\xff\xe0\x00\x10JFIF\0") == ""
