from __future__ import annotations

import sys

import click
from click.testing import CliRunner

from credlens.cli.lazy import LazyGroup

TABLE = {"second": ("lazily_imported:second", "Says two."), "first": ("lazily_imported:first", "Says one.")}


@click.group(cls=LazyGroup, table=TABLE)
def group() -> None:
    """Some commands."""


def test_help_imports_nothing_and_keeps_the_order() -> None:
    sys.modules.pop("lazily_imported", None)
    done = CliRunner().invoke(group, ["--help"])
    assert done.exit_code == 0
    assert done.output.index("Says two.") < done.output.index("Says one.")


def test_a_command_is_imported_when_it_is_called() -> None:
    module = type(sys)("lazily_imported")
    module.first = click.Command("first", callback=lambda: click.echo("one"))  # type: ignore[attr-defined]
    sys.modules["lazily_imported"] = module
    try:
        assert CliRunner().invoke(group, ["first"]).output == "one\n"
        assert CliRunner().invoke(group, ["third"]).exit_code == 2
    finally:
        del sys.modules["lazily_imported"]
