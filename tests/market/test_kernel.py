"""The kernel: texts in, what they ask for out, one row a thing."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from credlens.market.kernel import MENTIONS, SIGNATURES, TEXTS, mentions, signatures
from credlens.market.near import signature
from credlens.model.occupation import DegreeLevel
from credlens.model.posting import (
    CredentialMention,
    DegreeRequirement,
    LicenceRequirement,
    Reading,
    Requirement,
    SkillMention,
)
from credlens.model.skill import SkillLevel


def _batch(*texts: tuple[str, str]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist([{"text": t, "body": b} for t, b in texts], schema=TEXTS)


def _skill(skill: str, firmness: Requirement, level: SkillLevel = SkillLevel.UNKNOWN) -> SkillMention:
    return SkillMention(skill, ((0, 3),), 0.9, firmness, level=level)


READINGS = {
    "ad one": Reading(
        (_skill("sql", Requirement.REQUIRED, SkillLevel.ADVANCED), _skill("r", Requirement.UNCLEAR)),
        DegreeRequirement(DegreeLevel.BACHELOR, required=True, experience_substitutes=True),
    ),
    "ad two": Reading(
        (_skill("sql", Requirement.PREFERRED),),
        licences=(LicenceRequirement("RN", True, "RN", credential="rn-us"), LicenceRequirement("CDL", None, "CDL")),
        credentials=(CredentialMention("cissp", "CISSP", False, "CISSP"),),
    ),
}


def test_each_thing_asked_for_is_a_row_behind_the_text_it_stands_in() -> None:
    found = mentions(
        _batch(("t1", "ad one"), ("t2", "ad two"), ("t3", "ad three")), lambda t: READINGS.get(t, Reading(()))
    )

    assert found.schema == MENTIONS
    assert [tuple(row.values()) for row in found.to_pylist()] == [
        ("t1", "skill", "sql", 2, 3, 0),
        ("t1", "skill", "r", 0, 0, 0),
        ("t1", "degree", "bachelor", 2, 0, 1),
        ("t2", "skill", "sql", 1, 0, 0),
        ("t2", "licence", "RN", 2, 0, 0),
        ("t2", "licence", "CDL", 0, 0, 0),
        ("t2", "credential", "rn-us", 2, 0, 0),
        ("t2", "credential", "cissp", 1, 0, 0),
    ]


def test_texts_that_ask_for_nothing_give_no_rows_of_the_same_shape() -> None:
    found = mentions(_batch(("t1", "nothing")), lambda _: Reading(()))

    assert (found.num_rows, found.schema) == (0, MENTIONS)
    assert mentions(_batch(), lambda _: Reading(())).num_rows == 0


def test_a_licence_named_twice_is_one_row() -> None:
    twice = Reading((), licences=(LicenceRequirement("RN", True, "RN"), LicenceRequirement("RN", True, "R.N.")))

    assert mentions(_batch(("t1", "x")), lambda _: twice).num_rows == 1


def test_signatures_are_those_of_the_texts() -> None:
    body = "We look for an analyst who writes SQL and draws charts for the sales team every week"
    found = signatures(_batch(("t1", body), ("t2", "another text of some words")))

    assert (found.schema, found["text"].to_pylist()) == (SIGNATURES, ["t1", "t2"])
    assert np.array_equal(np.frombuffer(found["signature"][0].as_py(), np.uint32), signature(body))
