"""Whose weights count: ``--weights`` and ``--preset``, for every command that judges credentials."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from credlens.app.ports import Ports
from credlens.app.weights import from_file, from_preset
from credlens.cli.common import PATH
from credlens.model.errors import UserError
from credlens.model.weighting import Weighting

F = TypeVar("F", bound=Callable[..., Any])


def weights_options(function: F) -> F:
    """Add ``--weights FILE`` and ``--preset NAME``; the function receives ``weights`` and ``preset`` for :func:`said_weights`."""
    file = click.option(
        "--weights",
        type=PATH,
        metavar="FILE",
        help="Your weights, JSON or YAML: points by criterion, an order, or a preset; else those of credlens weights.",
    )
    name = click.option(
        "--preset", metavar="NAME", help="Weights with a name, this once; credlens weights presets lists them."
    )
    return file(name(function))


def said_weights(ports: Ports, weights: Path | None, preset: str | None) -> Weighting | None:
    """The weights that the options name; None when they name none.

    Raises:
        UserError: both are given, or there is no such preset.
        InputError: the file cannot be read, or makes no sense.
    """
    if weights is not None and preset is not None:
        raise UserError(
            "Weights come from a file or from a preset, not from both.",
            where="--preset",
            what_to_do="Leave out --weights or --preset.",
        )
    if preset is not None:
        return from_preset(preset)
    return None if weights is None else from_file(ports, weights)
