"""Folders: a file in one, read without a way out of it; and one that is written as a whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Collection, Mapping
from pathlib import Path

from credlens.app.ports import NamedBytes
from credlens.model.errors import InputError, OutsideError, Problem, UserError


def read_inside(folder: Path, name: str, most: int) -> NamedBytes | None:
    """A file below a folder by its relative name; see :meth:`credlens.app.ports.Files.read_inside`."""
    top = folder.resolve()
    try:
        real = (top / name).resolve()
        if not real.is_relative_to(top):
            raise _unusable(name, "It lies outside the folder.", "Put a copy into the folder.")
        if not real.exists():
            return None
        if not real.is_file():
            raise _unusable(name, "It is no file.", "Name a file.")
        with real.open("rb") as stream:
            data = stream.read(most + 1)
    except (
        OSError,
        ValueError,
        RuntimeError,
    ) as error:  # ValueError: a name no disk can have; RuntimeError: links in a ring
        raise _unusable(name, f"It cannot be read: {error}.", "Check who may read it.") from error
    if len(data) > most:
        raise _unusable(name, f"It is larger than {most // 2**20} MiB.", "Make it smaller.")
    return NamedBytes(str(folder / name), data)


def place_folder(path: Path, option: str, marker: str) -> None:
    """See that a folder of ours can lie there; see :meth:`credlens.app.ports.Files.place_folder`."""
    if path.exists() and not path.is_dir():
        raise UserError(
            f"{path} is a file; {option} needs a folder.",
            where=option,
            what_to_do="Name a folder that is empty or not there yet.",
        )
    if path.is_dir() and not (path / marker).is_file() and any(path.iterdir()):
        raise UserError(
            f"The folder {path} holds files that were not written by this command, and they are left alone.",
            where=option,
            what_to_do="Name a folder that is empty or not there yet.",
        )
    above = path.absolute().parent
    while not above.exists():
        above = above.parent
    if not os.access(above, os.W_OK):
        raise UserError(
            f"The folder {above} may not be written to.", where=option, what_to_do="Name a folder of your own."
        )


def write_folder(path: Path, files: Mapping[str, bytes], marker: str) -> Path:
    """Write a folder in one step; see :meth:`credlens.app.ports.Files.write_folder`."""
    target = path.resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
        try:
            new = beside / "new"
            new.mkdir()  # not the folder beside, which only its owner may enter
            _fill(new, {**files, marker: "".join(f"{name}\n" for name in sorted(files)).encode()})
            if target.is_dir():
                listed = target / marker
                ours = listed.read_text("utf-8").splitlines() if listed.is_file() else []
                _carry_over(target, new, {*ours, marker})
            _swap(new, target, beside / "old")
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise OutsideError(
            f"The folder cannot be written: {error.strerror or error}.",
            where=str(path),
            what_to_do="Choose another place with --out.",
        ) from error
    return target


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())


def _carry_over(old: Path, new: Path, ours: Collection[str], below: str = "") -> None:
    """Copy what somebody else put into the old folder, such as ``.git`` or ``CNAME``."""
    for entry in sorted(old.iterdir()):
        name = f"{below}{entry.name}"
        real_folder = entry.is_dir() and not entry.is_symlink()
        if name in ours:
            continue
        if real_folder and any(each.startswith(f"{name}/") for each in ours):
            _carry_over(entry, new, ours, f"{name}/")
            continue
        place = new / name
        if place.exists():
            raise OSError(f"{name} would be overwritten, and it was not written by this command")
        place.parent.mkdir(parents=True, exist_ok=True)
        if real_folder:
            shutil.copytree(entry, place, symlinks=True)
        else:
            shutil.copy2(entry, place, follow_symlinks=False)


def _swap(new: Path, target: Path, old: Path) -> None:
    """Put the new folder in the place of the old one, which comes back when that fails."""
    if not target.exists():
        new.rename(target)
        return
    target.rename(old)
    try:
        new.rename(target)
    except OSError:
        old.rename(target)
        raise


def _unusable(name: str, message: str, what_to_do: str) -> InputError:
    return InputError([Problem(name, message, what_to_do)])
