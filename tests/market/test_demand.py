from datetime import date

import pytest

from credlens.market.dedupe import digest
from credlens.market.demand import demand
from credlens.model.occupation import DegreeLevel
from credlens.model.posting import (
    CredentialMention,
    DegreeRequirement,
    LicenceRequirement,
    Posting,
    Reading,
    Requirement,
    SkillMention,
)
from credlens.model.quantity import Share
from credlens.model.skill import SkillLevel

R, P, U = Requirement.REQUIRED, Requirement.PREFERRED, Requirement.UNCLEAR


def ad(text: str, employer: str | None = None, title: str = "Analyst", posted: date | None = None) -> Posting:
    return Posting(digest(text), title, text, f"{text}.txt", employer, posted=posted)


def reading(*skills: tuple[str, Requirement], degree: DegreeRequirement | None = None, **more: object) -> Reading:
    mentions = tuple(SkillMention(s, ((0, 1),), 0.9, r) for s, r in skills)
    return Reading(mentions, degree or DegreeRequirement(), **more)


def test_skills_are_counted_over_ads_with_who_asks_and_how_firmly() -> None:
    ads = [
        ad("a", "Bramble", posted=date(2026, 3, 1)),
        ad("b", "BRAMBLE, Inc."),
        ad("c", "Cobalt", "Clerk", date(2026, 1, 1)),
        ad("d"),
    ]
    readings = {
        "a": reading(("sql", R), ("r", U)),
        "b": reading(("sql", P)),
        "c": reading(("sql", U)),
        "d": reading(),
    }
    found = demand(ads, readings.__getitem__, read=9)
    assert (found.n, found.read, found.employers, found.first, found.last) == (
        4,
        9,
        2,
        date(2026, 1, 1),
        date(2026, 3, 1),
    )
    sql = found.skills["sql"]
    assert (sql.share, sql.required, sql.employers, sql.examples) == (
        Share(3, 4),
        Share(1, 2),
        2,
        ("a.txt", "b.txt", "c.txt"),
    )
    assert found.skills["r"].required == Share(0, 0)
    assert list(found.skills) == ["sql", "r"]
    assert found.titles == (("Analyst", 3), ("Clerk", 1))


@pytest.mark.parametrize(
    ("required", "instead", "expected"),
    [
        (True, False, (Share(1, 1), Share(0, 1))),
        (True, True, (Share(0, 1), Share(1, 1))),
        (None, True, (Share(0, 1), Share(1, 1))),
        (False, False, (Share(0, 1), Share(0, 1))),
    ],
)
def test_a_degree_is_demanded_or_experience_may_stand_in(
    required: bool | None, instead: bool, expected: tuple[Share, Share]
) -> None:
    degree = DegreeRequirement(DegreeLevel.BACHELOR, required, instead, (), "A degree.")
    found = demand([ad("a")], lambda _: reading(degree=degree)).degrees
    assert list(found) == [DegreeLevel.BACHELOR]
    assert (found[DegreeLevel.BACHELOR].required, found[DegreeLevel.BACHELOR].substitutable) == expected


def test_credentials_and_licences_are_counted_once_an_ad() -> None:
    named = reading(
        credentials=(CredentialMention("pl-300", "PL-300", required=True, quote=""),),
        licences=(LicenceRequirement("RN license", None, ""), LicenceRequirement("RN license", None, "")),
    )
    found = demand([ad("a", "Bramble"), ad("b")], {"a": named, "b": reading()}.__getitem__)
    assert (found.credentials["pl-300"].share, found.credentials["pl-300"].required) == (Share(1, 2), 1)
    assert found.licences == {"RN license": Share(1, 2)}
    assert found.recognition("other").share == Share(0, 2)


def test_no_ads_make_an_empty_demand() -> None:
    found = demand([], lambda _: reading())
    assert (found.n, dict(found.skills), found.first, found.titles) == (0, {}, None, ())


def test_a_licence_with_a_record_counts_as_a_credential_too() -> None:
    one = reading(licences=(LicenceRequirement("CPA license", required=True, quote="", credential="us-cpa"),))
    found = demand([ad("a"), ad("b")], {"a": one, "b": reading()}.__getitem__)
    assert (found.credentials["us-cpa"].share, found.credentials["us-cpa"].required) == (Share(1, 2), 1)
    assert found.licences["CPA license"] == Share(1, 2)


def test_levels_are_counted_over_the_ads_that_say_one() -> None:
    said = {"a": SkillLevel.ADVANCED, "b": SkillLevel.BEGINNER, "c": SkillLevel.ADVANCED, "d": SkillLevel.UNKNOWN}
    readings = {text: Reading((SkillMention("sql", ((0, 1),), 0.9, U, level=level),)) for text, level in said.items()}
    found = demand([ad(text) for text in said], readings.__getitem__).skills["sql"]
    assert found.levels == ((SkillLevel.BEGINNER, 1), (SkillLevel.ADVANCED, 2))
    assert found.level is SkillLevel.ADVANCED
