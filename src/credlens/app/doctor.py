"""Use case: is this installation healthy?"""

from __future__ import annotations

import platform
import sys
from dataclasses import dataclass
from importlib import metadata
from typing import Any

from credlens.app.catalog.checking import check
from credlens.app.ports import Ports
from credlens.model.errors import CredlensError
from credlens.model.taxonomy import TaxonomyInfo

LIBRARIES = (
    "ahocorasick-rs",
    "alembic",
    "cattrs",
    "click",
    "confusable-homoglyphs",
    "cryptography",
    "defusedxml",
    "duckdb",
    "icalendar",
    "idna",
    "ijson",
    "jinja2",
    "jsonschema",
    "markdown-it-py",
    "numpy",
    "openbadgeslib",
    "openvc-core",
    "ortools",
    "platformdirs",
    "pyarrow",
    "pycountry",
    "pyld",
    "pypdf",
    "pypdfium2",
    "python-dateutil",
    "python-docx",
    "pyyaml",
    "rfc8785",
    "rich",
    "scipy",
    "segno",
    "selectolax",
    "sqlalchemy",
    "typst",
    "urllib3",
)


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing looked at: ``passed``, ``failed`` or ``not_checked``, with what to do when it is not well."""

    name: str
    result: str
    detail: str
    what_to_do: str = ""


@dataclass(frozen=True)
class DoctorResult:
    """Everything looked at."""

    version: str
    checks: tuple[Examined, ...]

    @property
    def healthy(self) -> bool:
        """Whether nothing failed."""
        return all(c.result != "failed" for c in self.checks)

    def to_json(self) -> dict[str, Any]:
        """``{"version", "healthy", "checks"}``."""
        return {
            "version": self.version,
            "healthy": self.healthy,
            "checks": [
                {"name": c.name, "result": c.result, "detail": c.detail, "what_to_do": c.what_to_do}
                for c in self.checks
            ],
        }


def examine(ports: Ports) -> DoctorResult:
    """Look at Python, the libraries, the starter data, the imported taxonomies and the state."""
    checks = [_python(), *(_library(name) for name in LIBRARIES), _starter(ports), *_taxonomies(ports), _state(ports)]
    return DoctorResult(metadata.version("credlens"), tuple(checks))


def _python() -> Examined:
    return Examined("python", "passed", f"{platform.python_version()} on {sys.platform}")


def _library(name: str) -> Examined:
    try:
        return Examined(name, "passed", metadata.version(name))
    except metadata.PackageNotFoundError:
        return Examined(name, "failed", "not installed", "Install credlens again.")


def _starter(ports: Ports) -> Examined:
    try:
        found = check(ports)
    except CredlensError as error:
        return Examined("starter data", "failed", str(error), "Install credlens again.")
    if found.problems:
        return Examined("starter data", "failed", str(found.problems[0]), "Correct or remove that record.")
    return Examined("starter data", "passed", f"{found.checked} records")


def _taxonomies(ports: Ports) -> list[Examined]:
    try:
        infos = ports.taxonomies.imported()
    except CredlensError as error:
        return [Examined("taxonomies", "failed", str(error), error.what_to_do or "")]
    if not infos:
        return [Examined("taxonomies", "not_checked", "none imported; the starter taxonomy is used")]
    return [_taxonomy(ports, info) for info in infos]


def _taxonomy(ports: Ports, info: TaxonomyInfo) -> Examined:
    name = f"taxonomy {info.title}"
    try:
        counts = ports.taxonomies.load(info.key).counts()
    except CredlensError as error:
        return Examined(name, "failed", str(error), error.what_to_do or "")
    if counts != info.counts:
        return Examined(name, "failed", "it holds something else than was imported", "Import it again.")
    return Examined(name, "passed", f"{counts['skills']} skills, {counts['occupations']} occupations")


def _state(ports: Ports) -> Examined:
    if not ports.has_state():
        return Examined("state", "not_checked", f"nothing stored yet in {ports.home}")
    try:
        wrong = ports.store().check()
    except CredlensError as error:
        return Examined("state", "failed", str(error), error.what_to_do or "")
    if wrong:
        return Examined("state", "failed", "; ".join(wrong), "Restore a copy, or start anew with --home.")
    return Examined("state", "passed", ports.store().place)
