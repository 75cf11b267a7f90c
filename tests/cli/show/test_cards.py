"""Records as a table, or one below the other."""

from __future__ import annotations

import io

from rich.console import Console
from rich.text import Text

from credlens.cli.show.cards import records

ID = "harbour-evening-school-fog-signals-for-harbour-pilots-of-the-northern-coast"


def _drawn(width: int) -> str:
    page = Console(file=io.StringIO(), width=width, no_color=True)
    columns = (("credential, id", "left"), ("who", "left"), ("hours", "right whole"))
    records(page, columns, [[Text(ID), Text("A provider with a long name"), Text("30 h")]])
    assert isinstance(page.file, io.StringIO)
    return page.file.getvalue()


def test_a_wide_window_has_a_table_in_which_no_id_is_cut() -> None:
    drawn = _drawn(80)
    assert "credential, id" in drawn
    assert "…" not in drawn
    assert "".join(line[: line.index("  ")] for line in drawn.splitlines()[1:] if line.strip()) == ID


def test_a_narrow_window_has_blocks() -> None:
    drawn = _drawn(40)
    assert "credential, id" not in drawn
    assert "".join(drawn.split()).startswith(ID.replace(" ", ""))
    assert "who    A provider with a long name" in drawn
    assert "hours  30 h" in drawn
