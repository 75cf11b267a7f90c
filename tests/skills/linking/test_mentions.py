from credlens.model.posting import Requirement, SkillMention
from credlens.model.skill import SkillLevel
from credlens.skills.linking import mentions
from credlens.skills.linking.linker import Link
from credlens.skills.linking.mentions import Linked, join
from credlens.skills.sections import Layout


class Everywhere:
    """A linker to which every sentence speaks of its only skill."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def link(self, sentences: list[str]) -> list[tuple[Link, ...]]:
        self.asked += sentences
        return [(Link(0, 0.9, 0, len(s), ()),) for s in sentences]


def test_what_is_too_long_for_a_sentence_is_not_linked() -> None:
    text = "You lead a team.\n\n" + "people, " * (mentions.LONGEST // 8 + 1) + "\n\nYou train dogs.\n"
    linker = Everywhere()
    found, abstained = join(text, Layout(text), Linked(linker, ["team"]), ())  # type: ignore[arg-type]
    assert [s.strip() for s in linker.asked] == ["You lead a team.", "You train dogs."]
    assert [m.skill for m in found] == ["team"]
    assert abstained == ()


def test_what_is_linked_takes_the_level_that_its_words_are_asked_for() -> None:
    text = "You train dogs.\n\nStrong experience of leading people.\n"
    found, _ = join(text, Layout(text), Linked(Everywhere(), ["team"]), ())  # type: ignore[arg-type]
    assert [(m.skill, m.level) for m in found] == [("team", SkillLevel.ADVANCED)]
    named = SkillMention("team", ((0, 3),), 0.8, Requirement.UNCLEAR, level=SkillLevel.EXPERT)
    found, _ = join(text, Layout(text), Linked(Everywhere(), ["team"]), (named,))  # type: ignore[arg-type]
    assert found[0].level is SkillLevel.EXPERT
