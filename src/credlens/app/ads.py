"""Job ads out of files and folders: read one at a time, said back, merged."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from credlens.app.ports import NamedBytes, Ports
from credlens.market import formats
from credlens.market.adfile import AdEvent, collect
from credlens.market.dedupe import merge
from credlens.model.errors import InputError, Problem
from credlens.model.posting import Posting

MOST_PROBLEMS = 1000  # that are listed
_TOLD_EVERY = 64  # ads between two words to the person waiting


@dataclass(frozen=True)
class AdsRead:
    """Distinct ads.

    Attributes:
        read: ads before doubles were merged.
        notes: what was recognised as what; problems: what could not be read.
        same_text: ads that were the same text as another; near: texts that were nearly the same as another.
    """

    postings: tuple[Posting, ...]
    read: int
    notes: tuple[str, ...]
    problems: tuple[Problem, ...]
    same_text: int = 0
    near: int = 0


NO_ADS = AdsRead((), 0, (), ())  # where none were read just now


def wanted(name: str) -> bool:
    """Whether ads come in files of such a name."""
    return formats.for_name(name) is not None


def stream(ports: Ports, paths: Sequence[Path]) -> Iterator[tuple[str, AdEvent]]:
    """(name of its file, event) of all that is in these files and folders, one at a time; in bounded memory for files of many ads.

    Doubles are not merged. What cannot be read is among the events. Progress is told in bytes.
    """
    files, problems = ports.files.paths(paths, wanted)
    for problem in problems:
        yield problem.where, problem
    sizes = [ports.files.size(path) for path in files]
    for path, before in zip(files, _sums(sizes), strict=True):
        try:
            with ports.files.open(path) as opened:
                for count, event in enumerate(_events(opened, str(path))):
                    if count % _TOLD_EVERY == 0:
                        ports.progress("bytes", before + _passed(opened), sum(sizes))
                    yield str(path), event
        except InputError as error:
            for problem in error.problems:
                yield str(path), problem
    ports.progress("bytes", sum(sizes), sum(sizes))


def read_paths(ports: Ports, paths: Sequence[Path]) -> AdsRead:
    """The ads in these files and folders.

    Raises:
        InputError: not one ad could be read; every reason is listed.
    """
    return _merged(event for _, event in stream(ports, paths))


def read_files(ports: Ports, files: Sequence[NamedBytes]) -> AdsRead:
    """The ads in these contents; see :func:`read_paths`."""

    def events() -> Iterator[AdEvent]:
        for done, file in enumerate(files):
            ports.progress("files", done, len(files))
            yield from _events(io.BytesIO(file.data), file.name)
        ports.progress("files", len(files), len(files))

    return _merged(events())


def first_ad(document: NamedBytes) -> Posting | None:
    """The first ad in a content, whatever stands behind it; None when there is none. Without an ending of a file's name it is taken for prose."""
    prose = "" if "." in document.name else ".txt"
    events = _events(io.BytesIO(document.data), document.name + prose)
    return next((event for event in events if isinstance(event, Posting)), None)


def _events(opened: BinaryIO, name: str) -> Iterator[AdEvent]:
    known = formats.for_name(name)
    if known is None:
        what_to_do = "Give ads as .txt, .md, .html, .json, .jsonl, .csv or .parquet."
        yield Problem(name, "This kind of file is not read as job ads.", what_to_do)
    else:
        yield from formats.AD_FORMATS[known](opened, name)


def _merged(events: Iterable[AdEvent]) -> AdsRead:
    found = collect(_few_problems(events))
    if not found.postings:
        missing = Problem("--ads", "There is no job ad there.", "Name a file or folder with ads.")
        raise InputError(found.problems or [missing])
    ads = merge(found.postings)
    said = ads.note()
    notes = (*found.notes, said) if said else found.notes
    return AdsRead(ads.postings, ads.read, notes, found.problems, ads.same_text, ads.near)


def _few_problems(events: Iterable[AdEvent]) -> Iterator[AdEvent]:
    """The events, of problems the first :data:`MOST_PROBLEMS` and how many there were more."""
    problems = 0
    for event in events:
        problems += isinstance(event, Problem)
        if not isinstance(event, Problem) or problems <= MOST_PROBLEMS:
            yield event
    if problems > MOST_PROBLEMS:
        yield Problem(
            "--ads", f"{problems - MOST_PROBLEMS:,} more entries could not be read.", "Mend those above first."
        )


def _sums(sizes: Sequence[int]) -> Iterator[int]:
    """How much lies before each."""
    before = 0
    for size in sizes:
        yield before
        before += size


def _passed(opened: BinaryIO) -> int:
    return opened.tell() if opened.seekable() else 0
