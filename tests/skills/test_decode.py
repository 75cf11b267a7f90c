import pytest

from credlens.model.errors import InputError
from credlens.skills.decode import decode


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04...", "ZIP"),
        (b"\x89PNG\r\n", "PNG"),
        (b"{\\rtf1 x}", "RTF"),
        (b"some\x00thing", "binary"),
    ],
)
def test_what_is_no_text_is_named_with_what_to_do(data: bytes, kind: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, "resume.txt")
    problem = caught.value.problems[0]
    assert problem.where == "resume.txt"
    assert kind in problem.message
    assert "Markdown" in problem.what_to_do


@pytest.mark.parametrize("data", [b"", b"  \n\t", b"\xef\xbb\xbf\n"])
def test_an_empty_file_is_a_problem(data: bytes) -> None:
    with pytest.raises(InputError, match="empty"):
        decode(data, "x.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_without_a_note(encoding: str) -> None:
    assert decode("Zürich\r\nx".encode(encoding), "a") == ("Zürich\nx", ())


def test_bytes_that_are_not_utf8_are_read_as_windows_text_and_that_is_said() -> None:
    text, notes = decode("caf\u00e9 \u2013 ok".encode("cp1252"), "a.txt")
    assert text == "caf\u00e9 \u2013 ok"
    assert "Windows-1252" in notes[0]
