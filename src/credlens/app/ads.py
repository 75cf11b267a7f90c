"""Job ads out of files and folders: read, said back, merged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from credlens.app.ports import NamedBytes, Ports
from credlens.market import formats
from credlens.market.dedupe import dedupe
from credlens.model.errors import InputError, Problem
from credlens.model.posting import Posting


@dataclass(frozen=True)
class AdsRead:
    """Distinct ads.

    Attributes:
        read: ads before the same text was merged.
        notes: what was recognised as what; problems: what could not be read.
    """

    postings: tuple[Posting, ...]
    read: int
    notes: tuple[str, ...]
    problems: tuple[Problem, ...]


def read_paths(ports: Ports, paths: Sequence[Path]) -> AdsRead:
    """The ads in these files and folders.

    Raises:
        InputError: not one ad could be read; every reason is listed.
    """
    found, problems = ports.files.walk(paths, lambda name: formats.for_name(name) is not None)
    return read_files(ports, found, problems)


def read_files(ports: Ports, files: Sequence[NamedBytes], problems: Sequence[Problem] = ()) -> AdsRead:
    """The ads in these contents; see :func:`read_paths`."""
    postings: list[Posting] = []
    notes: list[str] = []
    wrong = list(problems)
    for done, file in enumerate(files):
        ports.progress("files", done, len(files))
        name = formats.for_name(file.name)
        if name is None:
            wrong.append(
                Problem(
                    file.name,
                    "This kind of file is not read as job ads.",
                    "Give ads as .txt, .md, .html, .json, .jsonl or .csv.",
                )
            )
            continue
        part = formats.AD_FORMATS[name](file.data, file.name)
        postings += part.postings
        notes += part.notes
        wrong += part.problems
    ports.progress("files", len(files), len(files))
    if not postings:
        raise InputError(wrong or [Problem("--ads", "There is no job ad there.", "Name a file or folder with ads.")])
    unlike, read = dedupe(postings)
    return AdsRead(unlike, read, tuple(notes), tuple(wrong))
