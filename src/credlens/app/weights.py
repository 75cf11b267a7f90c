"""What matters to the person: as given now, else as said before, else the defaults."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from credlens.app.ports import NamedBytes, Ports
from credlens.model.errors import InputError, Problem, UserError
from credlens.model.weighting import DEFAULT, Weighting

NAME = "weights"  # of the preference that keeps them


def chosen(ports: Ports, given: Weighting | Mapping[str, float] | None) -> Weighting:
    """The weighting that counts.

    Args:
        ports: the doors.
        given: points by criterion, or a whole weighting; None when nothing is said now.

    Raises:
        UserError: what was kept cannot be read.
    """
    if isinstance(given, Weighting):
        return given
    return kept(ports) or DEFAULT if given is None else Weighting(points=dict(given), origin="your points")


def kept(ports: Ports) -> Weighting | None:
    """What the person said before; None when they said nothing.

    Raises:
        UserError: it cannot be read.
    """
    text = ports.store().preferences().get(NAME) if ports.has_state() else None
    if text is None:
        return None
    try:
        found = json.loads(text)
        return Weighting(
            {str(name): float(points) for name, points in found["points"].items()},
            tuple((str(more), str(less)) for more, less in found["above"]),
            tuple(tuple(map(str, same)) for same in found["alike"]),
            str(found["origin"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError(
            "The weights you gave before cannot be read.",
            where=NAME,
            what_to_do="Forget them: credlens weights reset.",
        ) from error


def keep(ports: Ports, said: Weighting | None) -> None:
    """Remember a weighting; None forgets it.

    Raises:
        UserError: it makes no sense.
    """
    from credlens.evaluate.weights import group_weights

    if said is not None:
        group_weights(said)
    ports.store().prefer(NAME, None if said is None else json.dumps(asdict(said)))


def from_file(ports: Ports, path: Path) -> Weighting:
    """The weighting that a file says, as JSON or YAML.

    Raises:
        InputError: it cannot be read, or makes no sense; every problem has its place.
    """
    from credlens.evaluate.weights.file_form import weighting

    file = ports.files.read(path)
    return weighting(parsed(file), file.name)


def from_preset(name: str) -> Weighting:
    """The weighting of a preset.

    Raises:
        UserError: there is none of that name.
    """
    from credlens.evaluate.weights.presets import preset

    return preset(name).weighting


def parsed(file: NamedBytes) -> Any:
    """A small JSON or YAML file, told apart by its name or else by trying; mappings remember keys that are given twice.

    Raises:
        InputError: it is neither.
    """
    from credlens.yamltree import Lined, TreeError, parse

    def lined(pairs: list[tuple[str, Any]]) -> Lined:
        found = Lined(0)
        for key, value in pairs:
            found.add(key, 0, value)
        return found

    try:
        return json.loads(file.data, object_pairs_hook=lined)
    except (ValueError, RecursionError) as error:
        if file.name.lower().endswith(".json"):
            raise InputError([_not_json(file.name, error)]) from error
    try:
        return parse(file.data)
    except TreeError as error:
        where = file.name if error.line is None else f"{file.name}:{error.line}"
        raise InputError([Problem(where, error.message, error.what_to_do)]) from error


def _not_json(name: str, error: ValueError | RecursionError) -> Problem:
    if isinstance(error, RecursionError):
        return Problem(name, "Too many lists or mappings stand inside one another.", "Close some.")
    if isinstance(error, UnicodeDecodeError):
        return Problem(name, "The file is not UTF-8 text.", "Save it as UTF-8.")
    if isinstance(error, json.JSONDecodeError):
        where = f"{name}:{error.lineno}"
        return Problem(where, f"This is not JSON: {error.msg}.", "Mind quotes, commas and braces.")
    # What else Python refuses is a whole number of more than 4,300 digits.
    return Problem(name, "A number has too many digits.", "Write a shorter one.")
