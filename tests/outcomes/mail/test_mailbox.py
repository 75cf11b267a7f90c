"""Mails are told apart in a mailbox of any size, and only their headers are kept."""

from __future__ import annotations

import io
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.outcomes.mail import mailbox
from credlens.outcomes.mail.mailbox import MAX_HEAD, heads, is_mail, is_mailbox, one_mail


def split(data: bytes) -> list[bytes]:
    return [h.data for h in heads(io.BytesIO(data))]


def test_each_mail_begins_after_a_from_line_and_its_body_is_left() -> None:
    data = b"From a@b Mon Mar 02 10:00:00 2026\nSubject: one\nDate: x\n\nbody\n\nFrom - Mon\r\nSubject: two\r\n\r\nbody\r\n"
    assert split(data) == [b"Subject: one\nDate: x", b"Subject: two"]


def test_a_sentence_in_a_body_begins_no_mail() -> None:
    assert split(b"From x\nSubject: one\n\nFrom here on we wait.\nFrom\n>From y\nFrom z\nnobody knows\n") == [
        b"Subject: one"
    ]


def test_a_bare_from_line_as_some_programs_write_it_begins_a_mail() -> None:
    assert split(b"\xef\xbb\xbfFrom \nSubject: one\n\nx\nFrom \nSubject: two\n\n") == [b"Subject: one", b"Subject: two"]


@given(
    st.integers(20, 400),
    st.lists(st.sampled_from([b"body\n", b"From here\nwe go\n", b"\n\n", b"x" * 90 + b"\n"]), max_size=6),
)
def test_where_the_file_is_cut_into_chunks_changes_nothing(chunk: int, body: list[bytes]) -> None:
    data = b"".join(b"From a@b 2026\nSubject: %d\nX: y\n\n" % i + b"".join(body) for i in range(5))
    before = mailbox.CHUNK
    try:
        mailbox.CHUNK = chunk
        found = split(data)
    finally:
        mailbox.CHUNK = before
    assert found == [b"Subject: %d\nX: y" % i for i in range(5)]


def test_a_header_without_end_is_cut_and_the_next_mail_is_found() -> None:
    endless = b"From a\nSubject: one\n" + b"X-Line: y\n" * 100_000
    found = list(heads(io.BytesIO(endless + b"From b\nSubject: two\n\n")))
    assert [(len(h.data) <= MAX_HEAD, h.cut) for h in found] == [(True, True), (True, False)]


def test_a_line_of_ten_megabytes_takes_little_memory() -> None:
    class Line(io.RawIOBase):
        left = 10_000_000

        def read(self, size: int = -1) -> bytes:
            given = min(size, self.left)
            self.left -= given
            return b"x" * given

    tracemalloc.start()
    try:
        assert list(heads(Line())) == []  # type: ignore[arg-type]
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


@given(st.binary(max_size=400))
def test_no_bytes_break_it(data: bytes) -> None:
    assert all(len(h.data) <= MAX_HEAD for h in heads(io.BytesIO(b"From x\n" + data)))
    assert one_mail(io.BytesIO(data)).number == 1


@pytest.mark.parametrize(
    ("beginning", "box", "mail"),
    [
        (b"From a@b Mon\nSubject: x\n", True, False),
        (b"Received: from a\n\tby b\nFrom: a@b\n\nbody", False, True),
        (b"Date,Company\n2026-01-01,Acme\n", False, False),
        (b"Note: this is a text\n\nFrom: nobody", False, False),
    ],
)
def test_a_mailbox_and_a_mail_are_known_by_how_they_begin(beginning: bytes, box: bool, mail: bool) -> None:
    assert (is_mailbox(beginning), is_mail(beginning)) == (box, mail)
