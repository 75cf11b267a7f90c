"""Comprehensive Learner Records 1.0: what the record of a learner says, and the badges in it.

The publisher stands by the record. Badges in it that are signed, or are another issuer's, are examined by themselves; the publisher's own are
part of what it says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from credlens.model.verification import ResultClaim
from credlens.verify.content import Content, Inside
from credlens.verify.earlier.backing import Backing
from credlens.verify.earlier.form import Form, id_of
from credlens.verify.earlier.reading import achievement, issuer
from credlens.verify.earlier.reading import content as plain
from credlens.verify.formats.claims import amount, evidence, party, thing, things, words
from credlens.verify.structure.shapes import listed


def content(statement: Mapping[str, Any], given: Mapping[str, Any], backing: Backing, form: Form) -> Content:
    """What a record, or a badge of one, says.

    Args:
        statement: it; ``given``: the same.
        backing: what stands behind it.
    """
    read = plain(statement, given, backing, form)
    if "publisher" not in form.links:
        achieved = thing(statement.get("achievement"))
        return replace(
            read,
            claims=replace(
                read.claims,
                name=words(achieved.get("name")),
                achievements=(achievement(achieved, issuer(backing)),) if achieved else (),
                results=tuple(_results(statement)),
            ),
        )
    own = list(_own(statement))
    return replace(
        read,
        claims=replace(
            read.claims,
            name=words(statement.get("name")),
            achievements=tuple(
                achievement(a, party(a.get("issuer"))) for e in own for a in things(e.get("achievement"))
            ),
            evidence=evidence(*(e.get("evidence") for e in own)),
            results=tuple(r for e in own for r in _results(e)),
        ),
        identities=tuple(_learner(thing(statement.get("learner")))),
        contained=tuple(_contained(statement)),
    )


def _is_own(entry: Mapping[str, Any], statement: Mapping[str, Any]) -> bool:
    """Whether a badge in a record is one that the publisher issued itself, and has not taken back."""
    publisher = id_of(statement.get("publisher"))
    kept = entry.get("revoked") in (None, False)
    return kept and bool(publisher) and id_of(thing(entry.get("achievement")).get("issuer")) == publisher


def _own(statement: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    return (e for e in things(statement.get("assertions")) if _is_own(e, statement))


def _contained(statement: Mapping[str, Any]) -> Iterator[Inside]:
    for index, entry in enumerate(listed(statement.get("assertions"))):
        if isinstance(entry, dict) and _is_own(entry, statement):
            continue
        if isinstance(entry, dict) and "@context" not in entry and "@context" in statement:
            yield Inside({"@context": statement["@context"], **entry}, f"/assertions/{index}")
        else:
            yield Inside(entry, f"/assertions/{index}")
    for index, entry in enumerate(listed(statement.get("signedAssertions"))):
        yield Inside(entry, f"/signedAssertions/{index}")


def _learner(learner: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Whom the record is of, as identities that can be compared."""
    for name in ("email", "id"):
        value = learner.get(name)
        if isinstance(value, str) and value:
            yield {"type": name, "hashed": False, "identity": value}


def _results(statement: Mapping[str, Any]) -> Iterator[ResultClaim]:
    described = {id_of(d): d for d in things(thing(statement.get("achievement")).get("resultDescriptions"))}
    for each in things(statement.get("results")):
        about = described.get(words(each.get("resultDescription")), {})
        yield ResultClaim(
            words(about.get("name")),
            amount(each.get("value")),
            words(about.get("resultType")),
            amount(about.get("valueMax")),
        )
