"""Records side by side: a table where the window is wide enough, one below the other where it is not."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from credlens.cli.show.page import table

NARROW = 80  # columns; below it a table of several columns breaks words


def records(page: Console, columns: Sequence[tuple[str, str]], rows: Sequence[Sequence[Text]]) -> None:
    """Rows of cells under their headings; in a narrow window each row is a block with its first cell as its title.

    Args:
        columns: (heading, layout) as :func:`credlens.cli.show.page.table` takes them.
    """
    if page.width >= NARROW:
        wide = table(*columns)
        for column in wide.columns:
            column.overflow = "fold"  # an id that was cut could not be copied
        for row in rows:
            wide.add_row(*row)
        page.print(wide)
        return
    for first, *others in rows:
        page.print(first)
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(style="dim")
        grid.add_column(overflow="fold")
        for (name, _), value in zip(columns[1:], others, strict=True):
            grid.add_row(Text(name), value)
        page.print(Padding(grid, (0, 0, 0, 2)))
