import json
import sys

import pytest

from credlens.io import sandboxed
from credlens.io.sandbox import ChildSandbox, Limits
from credlens.model.errors import InputError, Problem


class Said:
    def to_json(self) -> dict[str, object]:
        return {"lines": ["Ä"]}


def refuse(_: bytes) -> Said:
    raise InputError([Problem("", "No.", "Try again."), Problem("page 2", "Neither.")])


def greedy(_: bytes) -> Said:
    raise MemoryError


def test_an_opener_answers_in_json() -> None:
    assert json.loads(sandboxed.answer(lambda _: Said(), b"")) == {"opened": {"lines": ["Ä"]}}


@pytest.mark.parametrize(
    ("opener", "problems"),
    [
        (refuse, [["", "No.", "Try again."], ["page 2", "Neither.", ""]]),
        (greedy, [["", "The file needs too much memory to be opened.", sandboxed.LESS]]),
    ],
)
def test_an_opener_s_refusal_is_told(opener: object, problems: list[list[str]]) -> None:
    assert json.loads(sandboxed.answer(opener, b"")) == {"problems": problems}


def test_a_refusal_comes_back_with_the_file_s_name() -> None:
    with pytest.raises(InputError) as caught:
        ChildSandbox().run("resume:pdf", b"<html>", "cv.pdf")
    assert caught.value.problems[0].where == "cv.pdf"
    assert "not a PDF" in caught.value.message
    assert caught.value.what_to_do


def child(code: str, *, limits: Limits) -> ChildSandbox:
    """A sandbox whose child runs other code than ours."""
    sandbox = ChildSandbox(limits)
    sandbox._start = code  # type: ignore[attr-defined]
    return sandbox


@pytest.mark.parametrize(
    ("code", "limits", "message"),
    [
        ("import time; time.sleep(60)", Limits(seconds=0.3), "took too long"),
        ("while True: pass", Limits(cpu_seconds=1, seconds=20), "took too long"),
        ("print('x' * 5000)", Limits(output_bytes=1000), "more text than a document"),
        ("import os; os.abort()", Limits(), "damaged"),
        ("raise ValueError('secret')", Limits(), "damaged"),
        ("print('not json')", Limits(), "damaged"),
    ],
)
def test_a_child_that_misbehaves_is_stopped_and_said(code: str, limits: Limits, message: str) -> None:
    limited = f"from credlens.io.sandboxed import limit; limit({limits.cpu_seconds}, 0)\n{code}"
    if sys.platform == "win32" and "while" in code:
        pytest.skip("Windows has no limit of processor time")
    with pytest.raises(InputError, match=message) as caught:
        child(
            "import sys; sys.path[:] = sys.argv[1].split({sep!r}); " + limited.replace("{", "{{").replace("}", "}}"),
            limits=limits,
        ).run("resume:pdf", b"%PDF-", "cv.pdf")
    assert caught.value.what_to_do
    assert "secret" not in str(caught.value)


def test_a_file_that_is_too_large_is_not_even_handed_over() -> None:
    with pytest.raises(InputError, match="larger than"):
        ChildSandbox(Limits(input_bytes=10)).run("resume:pdf", b"%PDF-1.7 and more", "cv.pdf")


def test_only_openers_of_the_tables_run() -> None:
    with pytest.raises(InputError, match="damaged"):
        ChildSandbox().run("os:system", b"", "x")


@pytest.mark.parametrize(
    ("event", "values"),
    [
        ("open", ("x", "w", 0o1)),
        ("open", ("x", "r+", 0o2)),
        ("socket.connect", ()),
        ("subprocess.Popen", ()),
        ("os.system", ()),
    ],
)
def test_the_child_may_not_write_connect_or_start_anything(event: str, values: tuple[object, ...]) -> None:
    with pytest.raises(PermissionError, match="not allowed"):
        sandboxed.refuse(event, values)


def test_the_child_may_read_and_import() -> None:
    sandboxed.refuse("open", ("x", "r", 0))
    sandboxed.refuse("import", ("json",))
