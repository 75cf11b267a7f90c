"""Forms at their limits: one below, at, and one above."""

from __future__ import annotations

import pytest

from credlens.web import limits
from tests.web.site import Site


def status(
    site: Site, path: str, files: list[tuple[str, bytes]] | None = None, fields: list[tuple[str, str]] | None = None
) -> tuple[int, str]:
    answer = site.send(path, fields or [], files or [])
    return answer.status, answer.words


@pytest.mark.parametrize(
    ("path", "most"), [("/me/profile/documents", limits.MOST_RESUME), ("/me/proof/check", limits.MOST_BADGE)]
)
def test_a_file_at_the_limit(site: Site, path: str, most: int) -> None:
    for size in (most - 1, most):
        assert status(site, path, [("a.txt", b"x" * size)])[0] == 303  # begun
    refused, words = status(site, path, [("a.txt", b"x" * (most + 1))])
    assert (refused, f"up to {most:,} are taken" in words, "a.txt" in words) == (422, True, True)


def test_as_many_files_as_are_taken(site: Site) -> None:
    def sent(n: int) -> tuple[int, str]:
        return status(
            site, "/me/goal", [(f"{i}.txt", b"Data analyst with SQL, in an office that is invented.") for i in range(n)]
        )

    assert sent(limits.MOST_FILES - 1)[0] == sent(limits.MOST_FILES)[0] == 303
    refused, words = sent(limits.MOST_FILES + 1)
    assert (refused, f"Up to {limits.MOST_FILES} files" in words) == (422, True)


def test_as_many_fields_as_are_taken(site: Site) -> None:
    def sent(n: int, *, with_file: bool) -> int:
        fields = [("known", "no")] * (n - 1) + [("skill", "SQL")]
        return status(site, "/me/profile/skill", [("a.txt", b"x")] if with_file else [], fields)[0]

    for with_file in (False, True):
        assert sent(limits.MOST_FIELDS - 1, with_file=with_file) == 303
        assert sent(limits.MOST_FIELDS, with_file=with_file) == 303
        assert sent(limits.MOST_FIELDS + 1, with_file=with_file) == 422


@pytest.mark.parametrize("with_file", [False, True])
def test_a_text_at_the_limit(site: Site, with_file: bool) -> None:
    def sent(text: str) -> int:
        return status(
            site, "/me/profile/skill", [("a.txt", b"x")] if with_file else [], [("skill", "SQL"), ("level", text)]
        )[0]

    assert sent("x" * (limits.MOST_TEXT - 1)) == sent("x" * limits.MOST_TEXT) == 303
    assert sent("x" * (limits.MOST_TEXT + 1)) == 422
    assert sent("\u00e9" * (limits.MOST_TEXT // 2)) == 303  # bytes are counted
    assert sent("\u00e9" * (limits.MOST_TEXT // 2) + "x") == 422


def test_as_many_credentials_as_are_compared(site: Site) -> None:
    def asked(n: int) -> int:
        return site.get("/me/compare?" + "&".join(["id=ms-pl-300"] * n)).status

    assert asked(limits.MOST_COMPARED + 1) == 422
    assert asked(limits.MOST_COMPARED) in {200, 422}


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data; boundary=x", b"no form at all"),
        ("multipart/form-data", b"--x\r\n"),
        ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="a\r\n'),
        ("application/json", b'{"skill": "SQL"}'),
        ("application/x-www-form-urlencoded", b"\xff\xfe%zz&&=&=="),
        ("", b""),
    ],
)
def test_what_is_no_form_is_refused_and_harms_nothing(site: Site, kind: str, body: bytes) -> None:
    answer = site.ask("POST", "/me/profile/skill", body, {"Content-Type": kind})
    assert answer.status in {400, 422}
    assert "defect" not in answer.words
    assert site.get("/").status == 200


@pytest.mark.parametrize(
    "name", ["../../evil.txt", "..\\..\\evil.txt", "/etc/passwd", "C:\\evil.txt", "a\u202etxt.exe", "x" * 300, ".", ""]
)
def test_a_name_that_a_sender_chose_leads_nowhere(site: Site, name: str) -> None:
    before = set(site.desks["me"]._home.parent.rglob("*")) if site.desks["me"]._home else set()
    site.post("/me/profile/documents", files=[(name, b"# Kim (invented)\n\n## Skills\n\n- SQL\n")])
    home = site.desks["me"]._home
    assert home is not None
    made = {p for p in home.parent.rglob("*") if p.is_file()} - before
    assert {p.parent for p in made} <= {home}
    assert not [p for p in made if "evil" in p.name or "passwd" in p.name]


def test_the_sentences_say_what_the_limits_are() -> None:
    from credlens.web.guard import TOO_LARGE

    megabyte = 1024 * 1024
    assert f"{limits.MOST_BODY // megabyte} MiB" in TOO_LARGE[0]
    templates = __import__("importlib.resources", fromlist=["files"]).files("credlens.web") / "templates"
    for page, words in {
        "profile": f"Up to {limits.MOST_RESUME // megabyte} MiB",
        "proof": f"up to {limits.MOST_BADGE // megabyte} MiB",
        "data": f"Up to {limits.MOST_BODY // megabyte} MiB",
        "goal": f"up to {limits.MOST_FILES} files and {limits.MOST_BODY // megabyte} MiB together",
    }.items():
        assert words in (templates / f"{page}.html.j2").read_text("utf-8"), page
