"""Credentials as hand-written YAML, one file each: the format of the starter catalog (``data/README.md``)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from enum import Enum
from typing import TypeVar

from credlens.catalog.sources import yaml_offer as offer
from credlens.catalog.sources import yaml_parts as parts
from credlens.catalog.sources.yaml_fact import Sources, fact
from credlens.model.credential import Credential, CredentialLevel, EvidenceClass, Status, Supervision
from credlens.model.errors import Problem
from credlens.model.fact import Fact
from credlens.yamlfile import Record, load, read_sources

E = TypeVar("E", bound=Enum)


def read(files: Iterable[tuple[str, bytes]], skill_ids: Collection[str]) -> tuple[list[Credential], list[Problem]]:
    """Credentials out of (file name, bytes) pairs, in the order given.

    Args:
        files: one credential in each.
        skill_ids: the skills that a credential may name.
    """
    credentials: dict[str, Credential] = {}
    problems: list[Problem] = []
    for file, data in files:
        top, found = load(data, file)
        if top is not None:
            credential = _credential(top, skill_ids)
            if credential is not None and credential.id in credentials:
                top.problem("id", f"The credential {credential.id!r} is defined twice.", "Give one of them another id.")
            elif credential is not None:
                credentials[credential.id] = credential
        problems += found
    return list(credentials.values()), problems


def _credential(top: Record, skill_ids: Collection[str]) -> Credential | None:
    table = read_sources(top)
    credential = Credential(
        id=top.text("id"),
        title=top.text("title"),
        aliases=top.aliases("aliases"),
        identifiers=offer.identifiers(top),
        description=fact(top, "description", table, lambda r, k: r.text(k)),
        version=fact(top, "version", table, lambda r, k: r.text(k)),
        kind=fact(top, "kind", table, parts.kind),
        evidence_class=_enum(top, "evidence_class", table, EvidenceClass),
        status=_enum(top, "status", table, Status),
        ends=fact(top, "ends", table, _day),
        superseded_by=fact(top, "superseded_by", table, lambda r, k: r.text(k)),
        issuer=fact(top, "issuer", table, parts.organisation),
        provider=fact(top, "provider", table, parts.organisation),
        platform=fact(top, "platform", table, parts.organisation),
        official_url=fact(top, "official_url", table, lambda r, k: r.text(k)),
        jurisdictions=fact(top, "jurisdictions", table, parts.words),
        level=_enum(top, "level", table, CredentialLevel),
        eqf=fact(top, "eqf", table, offer.eqf),
        languages=fact(top, "languages", table, parts.words),
        hours=fact(top, "hours", table, parts.hours),
        duration=fact(top, "duration_months", table, offer.months),
        schedule=fact(top, "schedule", table, offer.schedule),
        mode=fact(top, "mode", table, offer.mode),
        modules_skippable=fact(top, "modules_skippable", table, lambda r, k: r.flag(k, default=False)),
        prior_learning=fact(top, "prior_learning", table, lambda r, k: r.text(k)),
        skills=parts.taught(top, table, skill_ids),
        costs=parts.costs(top, table),
        assessment=parts.assessments(top, table),
        supervision=_enum(top, "supervision", table, Supervision),
        prerequisites=parts.prerequisites(top, table, skill_ids),
        accreditation=parts.accreditations(top, table),
        recognition=parts.recognitions(top, table),
        credit=parts.credits_given(top, table),
        stacks_into=parts.stacks(top, table),
        relations=offer.relations(top, table),
        classifications=offer.classifications(top, table),
        outcomes=offer.outcomes(top, table),
        rating=fact(top, "rating", table, offer.rating),
        validity=fact(top, "validity_months", table, parts.validity),
        renewal=fact(top, "renewal", table, parts.renewal),
        verification=fact(top, "verification", table, parts.verification),
        open_to_public=fact(top, "open_to_public", table, lambda r, k: r.flag(k, default=True)),
        free_aid=fact(top, "free_aid", table, lambda r, k: r.text(k)),
        absent=offer.absent(top, table),
    )
    return credential if top.finish() else None


def _enum(top: Record, key: str, table: Sources, kind: type[E]) -> Fact[E]:
    return fact(top, key, table, lambda r, k: r.choice(k, kind))


def _day(record: Record, key: str) -> date | None:
    return record.day(key)
