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
