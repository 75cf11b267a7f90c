from credlens.model.person import EvidenceKind, HeldSkill, Person, SkillEvidence
from credlens.model.skill import SkillLevel
from credlens.profile.claims import Claim, apply

READ = SkillEvidence("sql", EvidenceKind.LISTED, "cv.md:3", "SQL")
ADA = Person("Ada", {"sql": HeldSkill("sql", SkillLevel.BEGINNER, (READ,))})


def test_a_claim_stands_above_what_was_read_and_keeps_its_level() -> None:
    held = apply(ADA, [Claim("sql")]).skills["sql"]
    assert ([e.kind for e in held.evidence], held.level) == (
        [EvidenceKind.STATED, EvidenceKind.LISTED],
        SkillLevel.BEGINNER,
    )
    assert apply(ADA, [Claim("sql", level=SkillLevel.EXPERT)]).skills["sql"].level is SkillLevel.EXPERT


def test_a_skill_that_was_not_read_is_of_unknown_level() -> None:
    assert apply(ADA, [Claim("r")]).skills["r"].level is SkillLevel.UNKNOWN


def test_a_refused_skill_is_gone_and_named() -> None:
    who = apply(ADA, [Claim("sql", known=False)])
    assert (dict(who.skills), who.refused) == ({}, ("sql",))


def test_the_last_word_counts() -> None:
    who = apply(apply(ADA, [Claim("sql", known=False)]), [Claim("sql", known=False), Claim("sql")])
    assert (list(who.skills), who.refused) == (["sql"], ())
