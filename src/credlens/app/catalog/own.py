"""Use case: take hand-written records into the person's own catalog."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from credlens.app.catalog.checking import is_yaml
from credlens.app.catalog.imported import ImportResult
from credlens.app.knowledge import Knowledge
from credlens.app.ports import NamedBytes, Ports
from credlens.catalog.sources import yaml_files
from credlens.model.errors import InputError, Problem

SOURCE = "yaml"


def import_own(ports: Ports, paths: Sequence[Path]) -> ImportResult:
    """Take records in the starter catalog's own format; one of the same id replaces the earlier one, so importing twice changes nothing.

    A record with a mistake is left out and listed; the others are taken, all in one step.

    Raises:
        InputError: not one record could be read.
    """
    knowledge = Knowledge.of(ports)
    before = set(knowledge.curated.credentials)
    files, problems = ports.files.walk(paths, is_yaml)
    taken: dict[str, NamedBytes] = {}
    for file in files:
        found, wrong = yaml_files.read([(file.name, file.data)], knowledge.taxonomy.skills)
        problems += wrong
        taken |= {credential.id: NamedBytes(credential.id, file.data) for credential in found}
    if not taken:
        raise InputError(
            problems
            or [Problem(", ".join(map(str, paths)), "There is no record there.", "Name a file or folder of records.")]
        )
    same = {r.name for r in ports.store().records() if r.name in taken and r.data == taken[r.name].data}
    ports.store().save_records(taken.values())
    changed = [i for i in taken if i in before and i not in same]
    return ImportResult(
        SOURCE, len(files), len(taken) - len(changed) - len(same), len(changed), len(same), problems=tuple(problems)
    )
