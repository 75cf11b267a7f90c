"""Reads what a person says about the columns of a table."""

from __future__ import annotations

from pathlib import Path

from credlens.app.ports import Ports
from credlens.catalog import columns
from credlens.model.errors import InputError, Problem


def read_mapping(ports: Ports, path: Path) -> dict[str, str]:
    """Column -> field, as ``credlens catalog columns --out`` writes it.

    Raises:
        InputError: the file cannot be read, or a line of it makes no sense: half a mapping would fill fields with the wrong things.
    """
    name = path.as_posix()
    try:
        text = ports.files.read(path).data.decode("utf-8")
    except UnicodeDecodeError:
        raise InputError([Problem(name, "This is no text in UTF-8.", "Save it as UTF-8.")]) from None
    mapping, problems = columns.read_mapping(text, name)
    if problems:
        raise InputError(problems)
    return mapping
