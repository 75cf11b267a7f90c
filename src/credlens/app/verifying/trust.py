"""Whom the person trusts: lists of issuers, kept as they were given and verified anew each time; and names that others may imitate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from credlens.app.ports import NamedBytes, Ports
from credlens.app.verifying.ports import StoredRegistry
from credlens.model.errors import InputError, Problem, UserError

if TYPE_CHECKING:
    from credlens.verify.trust.registries import IssuerRegistry, KnownIssuer, Trust

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_OTHER = re.compile(r"[^a-z0-9]+")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class KeptRegistry:
    """A list of issuers that the person trusts.

    Attributes:
        key: the did:key that it is signed with; None for a list that is not signed.
        problem: why it does not count now; None when it does.
    """

    name: str
    key: str | None
    issuers: tuple[tuple[str, str], ...] = ()
    problem: Problem | None = None

    def to_json(self) -> dict[str, Any]:
        """Its fields, each issuer with ``id`` and ``name``."""
        problem = self.problem
        return {
            "name": self.name,
            "key": self.key,
            "issuers": [{"id": id, "name": name} for id, name in self.issuers],  # noqa: A001
            "problem": problem
            and {"where": problem.where, "message": problem.message, "what_to_do": problem.what_to_do},
        }


@dataclass(frozen=True, slots=True)
class Registries:
    """Lists of issuers.

    Attributes:
        registries: in the order of their names; of ``add``, the new one.
        removed: names of those taken out.
    """

    registries: tuple[KeptRegistry, ...] = ()
    removed: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """``registries`` and ``removed``."""
        return {"registries": [r.to_json() for r in self.registries], "removed": list(self.removed)}


def trusted(ports: Ports) -> Trust:
    """The person's lists and well-known names.

    A list that counts no more ends nothing: only of issuers that are on no other one does nobody know what it would say.
    """
    from credlens.verify.trust.registries import LapsedRegistry, Trust

    registries, lapsed = [], []
    for stored in ports.registries.all():
        try:
            registries.append(_read(ports, stored))
        except InputError as error:
            lapsed.append(LapsedRegistry(stored.name, error.problems[0].message))
    return Trust(tuple(registries), _known(tuple(ports.starter.files("issuers"))), tuple(lapsed))


def add(ports: Ports, path: Path, *, key: str | None = None, name: str | None = None) -> Registries:
    """Keep a list of issuers.

    Args:
        ports: the doors.
        path: the list: YAML or JSON, or a signed one.
        key: the did:key that it has to be signed with, as whoever publishes it gave it to you.
        name: what to call it; made of the file's name when None.

    Raises:
        InputError: it is no list of issuers, or not signed as it has to be.
        UserError: no such name, or there is a list of that name.
    """
    called = _OTHER.sub("-", path.stem.lower()).strip("-")[:_LONGEST].strip("-") if name is None else name
    if not _NAME.fullmatch(called):
        raise UserError(
            f"{called!r} is no name for a list.",
            where="--name",
            what_to_do="Use --name with small letters, digits and hyphens, at most 40, a letter or digit first.",
        )
    if any(stored.name == called for stored in ports.registries.all()):
        raise UserError(
            f"There is a list {called!r} already.",
            where="--name",
            what_to_do=f"Choose another name with --name, or take it out: credlens trust remove {called}",
        )
    stored = StoredRegistry(called, ports.files.read(path).data, key or "")
    kept = _kept(stored, _read(ports, stored, key))
    ports.registries.keep(stored)
    return Registries((kept,))


def show(ports: Ports) -> Registries:
    """All lists, each read and verified again; one that counts no more says why."""
    found = []
    for stored in ports.registries.all():
        try:
            found.append(_kept(stored, _read(ports, stored)))
        except InputError as error:
            found.append(KeptRegistry(stored.name, stored.key or None, problem=error.problems[0]))
    return Registries(tuple(found))


def remove(ports: Ports, name: str) -> Registries:
    """Take a list out.

    Raises:
        UserError: there is none of that name.
    """
    if not _NAME.fullmatch(name) or not ports.registries.remove(name):
        raise UserError(f"There is no list {name!r}.", what_to_do="See them: credlens trust list")
    return Registries(removed=(name,))


def _read(ports: Ports, stored: StoredRegistry, key: str | None = None) -> IssuerRegistry:
    from credlens.verify.trust.reading import read_registry

    return read_registry(stored.data, stored.name, stored.key or key, ports.now())


def _kept(stored: StoredRegistry, found: IssuerRegistry) -> KeptRegistry:
    return KeptRegistry(stored.name, stored.key or None, tuple((entry.id, entry.name) for entry in found.entries))


@lru_cache(maxsize=2)
def _known(files: tuple[NamedBytes, ...]) -> tuple[KnownIssuer, ...]:
    from credlens.verify.trust import issuers

    found, problems = issuers.read((f.name, f.data) for f in files)
    if problems:
        raise InputError(problems)
    return found
