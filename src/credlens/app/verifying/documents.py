"""What a badge refers to, out of files that the person has: ``--documents MAP.json``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urldefrag

from credlens.app.ports import Files
from credlens.model.errors import InputError, Problem
from credlens.verify.needs import Document, Missing, Need, Reply, Why

_SHAPE = 'Write an object like {"https://example.org/issuer.json": "issuer.json"}; paths are taken from the folder of the file.'


class GivenDocuments:
    """Documents by their address, read when they are asked for.

    Args:
        files: the door to files.
        paths: address without fragment -> file.
    """

    def __init__(self, files: Files, paths: Mapping[str, Path]) -> None:
        self._files = files
        self._paths = paths

    def __bool__(self) -> bool:
        return bool(self._paths)

    def fetch(self, need: Need) -> Reply | None:
        """The document; None when it is none of these.

        Raises:
            InputError: the file cannot be read any more.
        """
        path = self._paths.get(need.url)
        if path is None:
            return None
        data = self._files.read(path).data
        if len(data) > need.max_bytes:
            return Missing(need.url, Why.TOO_LARGE, f"{path} has more than {need.max_bytes // 1024} KiB.")
        return Document(need.url, data, "given")


def read_map(files: Files, path: Path | None) -> GivenDocuments:
    """The documents of a map ``{"address": "path"}``; none without a map.

    Raises:
        InputError: the map cannot be read, is none, or names a file that is not there.
    """
    if path is None:
        return GivenDocuments(files, {})
    named = files.read(path)
    try:
        found = json.loads(named.data)
    except (ValueError, RecursionError) as error:
        raise InputError([Problem(named.name, f"This is no JSON: {error}", _SHAPE)]) from None
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise InputError([Problem(named.name, "This is no map from addresses to paths.", _SHAPE)])
    paths = {urldefrag(url).url: path.parent / place for url, place in found.items()}
    problems = [problem for place in dict.fromkeys(paths.values()) for problem in _unreadable(files, place)]
    if problems:
        raise InputError(problems)
    return GivenDocuments(files, paths)


def _unreadable(files: Files, path: Path) -> tuple[Problem, ...]:
    """Whether a file is not there is better known now than after half a folder of badges."""
    try:
        with files.open(path):
            return ()
    except InputError as error:
        return tuple(error.problems)
