"""``credlens evaluate`` and ``credlens compare``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from credlens.app.evaluate import evaluate as use_case
from credlens.app.ports import Ports
from credlens.cli.common import PATH, command_options, give
from credlens.cli.show.scorecard import show_result
from credlens.model.errors import InputError, Problem, UserError

WEIGHTS = click.option(
    "--weights",
    type=PATH,
    help="JSON file {criterion: weight}; unnamed criteria of a group count 0 once one of it is named.",
)


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@WEIGHTS
@command_options
def evaluate(*, ports: Ports, as_json: bool, ids: tuple[str, ...], weights: Path | None) -> int:
    """Scorecards of credentials: quality and suitability apart, the evidence, the unknowns, the red flags.

    With job ads given before (credlens gap --ads), recognition is measured in them.
    """
    give(use_case(ports, ids, weights=_weights(ports, weights)), as_json, show_result)
    return 0


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID ID...")
@WEIGHTS
@command_options
def compare(*, ports: Ports, as_json: bool, ids: tuple[str, ...], weights: Path | None) -> int:
    """Two or more credentials side by side, with the chance that each is best."""
    if len(set(ids)) < 2:
        raise UserError(
            "There is nothing to compare.", where="ID", what_to_do="Name at least two different credentials."
        )
    give(use_case(ports, ids, weights=_weights(ports, weights)), as_json, show_result)
    return 0


def _weights(ports: Ports, path: Path | None) -> dict[str, float] | None:
    if path is None:
        return None
    file = ports.files.read(path)
    try:
        found: Any = json.loads(file.data)
    except ValueError as error:
        raise InputError(
            [Problem(file.name, f"This is not JSON: {error}.", 'Write {"recognition": 0.4, ...}.')]
        ) from error
    if not isinstance(found, dict) or not all(
        isinstance(v, int | float) and not isinstance(v, bool) for v in found.values()
    ):
        raise InputError([Problem(file.name, "Weights are numbers by criterion.", 'Write {"recognition": 0.4, ...}.')])
    return {str(k): float(v) for k, v in found.items()}
