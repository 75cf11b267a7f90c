"""A command whose help ends with a list that is only put together when somebody asks for help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click

Pairs = Callable[[], Sequence[tuple[str, str]]]


class ListingCommand(click.Command):
    """A command with a list of what an argument may be.

    Args:
        heading: of the list.
        listing: gives (name, what it is); called when help is shown, since the names may stand in modules that take time to load.
    """

    def __init__(self, *args: Any, heading: str, listing: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.heading = heading
        self.listing = listing

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - Click's signature
        """The list, below the options."""
        with formatter.section(self.heading):
            formatter.write_dl(list(self.listing()))
