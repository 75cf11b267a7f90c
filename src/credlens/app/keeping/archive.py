"""The zip archive with everything of a person: the same bytes for the same content, and read as if a stranger had made it.

Nothing is ever unpacked onto the disk, so a name inside leads nowhere; one that tries is refused all the same.
"""

from __future__ import annotations

import io
import json
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from credlens.model.errors import InputError, Problem

FORMAT = "credlens-export"
VERSION = 1
"""Raised when an older program could not read what is written, or would read it wrongly."""

MANIFEST = "manifest.json"
README = "README.txt"
CHUNK = 1024 * 1024  # unpacked at once

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9]+)*(?:/[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9]+)*)*")
_MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can name: when it was made is in the manifest
_AGAIN = "Use another copy of the file."
_OTHER = "This is not a file that `credlens export` made."


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much an archive may hold.

    Attributes:
        members: files in it.
        unpacked: bytes of all of them.
        times: unpacked to packed, of a file larger than ``free`` bytes; small ones of one letter pack better than any text.
    """

    members: int = 10_000
    unpacked: int = 512 * 1024 * 1024
    times: int = 200
    free: int = 1024 * 1024


BOUNDS = Bounds()


def pack(
    about: Mapping[str, Any], members: Mapping[str, bytes], names: Mapping[str, str], bounds: Bounds = BOUNDS
) -> bytes:
    """An archive with a manifest.

    Args:
        about: goes into the manifest.
        members: content by path.
        names: what a member was called before, by path.

    Raises:
        InputError: it would be larger than what can be read back.
    """
    listed = {
        path: {
            "bytes": len(data),
            "sha256": sha256(data).hexdigest(),
            **({"name": names[path]} if path in names else {}),
        }
        for path, data in sorted(members.items())
    }
    manifest = _json({"format": FORMAT, "version": VERSION, **about, "members": listed})
    size = len(manifest) + sum(map(len, members.values()))
    if len(members) >= bounds.members or size > bounds.unpacked:
        message = f"What is kept of you is too much for one file: {len(members) + 1:,} parts, {size:,} bytes."
        advice = f"Take badges or projects out. At most {bounds.members:,} parts and {bounds.unpacked:,} bytes can be read back."
        raise InputError([Problem("export", message, advice)])
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path, data in {MANIFEST: manifest, **dict(sorted(members.items()))}.items():
            info = zipfile.ZipInfo(path, _MOMENT)
            info.create_system, info.external_attr = 3, (stat.S_IFREG | 0o600) << 16
            small = _deflated(data)
            bomb = len(data) > bounds.free and len(data) > bounds.times * small
            info.compress_type = zipfile.ZIP_STORED if bomb or small >= len(data) else zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return packed.getvalue()


def unpack(where: str, packed: bytes, bounds: Bounds = BOUNDS) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The manifest, and every other member that it lists, whose checksums are right.

    Args:
        where: what messages call the file.

    Raises:
        InputError: it is no such archive, is damaged, was made by a newer program, or is not safe to unpack.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            infos = archive.infolist()
            _must_be_safe(where, infos, bounds)
            found = dict(_read(where, archive, infos, bounds))
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        RuntimeError,
        OSError,
        ValueError,
    ) as error:  # RuntimeError: packed in an unknown way
        raise _refused(where, f"The file is no zip archive, damaged, or cut short ({error}).") from error
    manifest = _manifest(where, found.pop(MANIFEST, b""))
    _must_match(where, manifest["members"], found)
    return manifest, found


def _must_be_safe(where: str, infos: list[zipfile.ZipInfo], bounds: Bounds) -> None:
    """Refuse by what an archive says of itself, before anything is unpacked."""
    if len(infos) > bounds.members:
        raise _refused(where, f"It has {len(infos):,} parts; an export has at most {bounds.members:,}.")
    seen: set[str] = set()
    for info in infos:
        place = f"{where}: {info.filename}"
        if not _NAME.fullmatch(info.filename) or stat.S_ISLNK(info.external_attr >> 16):
            raise _refused(place, "No export has a part of such a name.")
        if info.filename in seen:
            raise _refused(place, "It holds two parts of this name.")
        if info.flag_bits & 0x1:
            raise _refused(place, "It is protected with a password, as no export is.")
        seen.add(info.filename)
    if MANIFEST not in seen:
        raise _refused(where, f"It has no {MANIFEST}. {_OTHER}")


def _read(
    where: str, archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo], bounds: Bounds
) -> Iterator[tuple[str, bytes]]:
    """Every member. What it says of its size is not believed."""
    left = bounds.unpacked
    for info in infos:
        parts, size = [], 0
        with archive.open(info) as stream:
            while part := stream.read(CHUNK):
                size += len(part)
                left -= len(part)
                if left < 0:
                    raise _refused(where, f"Unpacked, it is larger than {bounds.unpacked:,} bytes.")
                if size > bounds.free and size > bounds.times * max(info.compress_size, 1):
                    raise _refused(
                        f"{where}: {info.filename}", f"It unpacks to more than {bounds.times} times its size."
                    )
                parts.append(part)
        yield info.filename, b"".join(parts)


def _manifest(where: str, data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _refused(where, f"Its {MANIFEST} is damaged. {_OTHER}") from error
    if not isinstance(found, dict) or found.get("format") != FORMAT or type(found.get("version")) is not int:
        raise _refused(where, _OTHER)
    if found["version"] > VERSION:
        message = f"It was made by a newer version of credlens (format {found['version']}; this one knows {VERSION})."
        raise InputError([Problem(where, message, "Update credlens.")])
    if not isinstance(found.get("members"), dict):
        raise _refused(where, f"Its {MANIFEST} lists no members. {_OTHER}")
    return found


def _must_match(where: str, listed: Mapping[str, Any], found: Mapping[str, bytes]) -> None:
    for path in sorted({*listed, *found}):
        place = f"{where}: {path}"
        if path not in found or path not in listed:
            lost = "is missing" if path not in found else f"is not in {MANIFEST}"
            raise _refused(place, f"This part {lost}, so the file was damaged or changed.")
        said = listed[path]
        if not isinstance(said, dict) or said.get("sha256") != sha256(found[path]).hexdigest():
            raise _refused(place, f"This part is not as {MANIFEST} says (SHA-256), so it was damaged or changed.")


def _deflated(data: bytes) -> int:
    packer = zlib.compressobj(wbits=-15)
    return len(packer.compress(data)) + len(packer.flush())


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _refused(where: str, message: str) -> InputError:
    return InputError([Problem(where, message, _AGAIN)])
