"""``credlens share`` and ``credlens linkedin`` as anybody calls them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Cli = Callable[..., Any]
RESUME = """# Robin Example

## Certifications

- Fog Signalling, Harbour School, 2023, Credential ID: FS-0042, http://harbour.example/c/42
- First Aid, expires December 2025
"""


def test_what_is_held_goes_to_linkedin_and_to_github(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "cv.md").write_text(RESUME)
    cli("profile", "import", tmp_path / "cv.md")

    links = cli("linkedin")
    assert links.code == 0
    assert "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&name=Fog%20Signalling&" in links.out
    words = " ".join(links.out.split())
    assert "http://harbour.example/c/42 is no https address, so it is not linked." in words
    assert "It has expired." in words

    printed = cli("share", "github")
    assert printed.code == 0
    assert printed.out.startswith("<!-- credlens:start -->\n")
    assert "- **Fog Signalling**, Harbour School, 2023\n" in printed.out
    assert "First Aid" not in printed.out


def test_with_nothing_to_show_the_next_step_is_named(cli: Cli) -> None:
    assert "credlens wallet add" in cli("linkedin").out
    form = cli("linkedin", "--open")
    assert (form.code, "about one credential" in form.err) == (2, True)
    found = cli("share", "backpack", "--out", "all.zip")
    assert found.code == 2
    assert "credlens wallet add" in found.err
