"""Every file that the page on weights shows can be used as it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "choose-your-weights.md").read_text("utf-8")


def test_the_files_on_the_page_can_be_used(folder: Path, cli: Callable[..., Any]) -> None:
    files = re.findall(r"^```json\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert len(files) == 2
    for text in files:
        (folder / "my-weights.json").write_text(text, "utf-8")
        outcome = cli("weights", "use", "my-weights.json")
        assert (outcome.code, outcome.err) == (0, "")
        assert "What counts: your " in outcome.out


def test_the_ranking_on_the_page_means_what_it_says(folder: Path, cli: Callable[..., Any]) -> None:
    (words,) = re.findall(r"`(3, 1 = 2)` says that number 3 comes first", PAGE)
    (folder / "ranking.json").write_text(f'{{"suitability": "{words}"}}', "utf-8")
    out = cli("weights", "ask", "--ranking", "--answers", "ranking.json").out
    shares = {line.split("  ")[0]: line.split()[-3] for line in out.splitlines() if "█" in line}
    assert shares["cost"] == shares["time"]
    assert int(shares["gap coverage"][:-1]) > int(shares["cost"][:-1])
