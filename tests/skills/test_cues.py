import pytest

from credlens.model.posting import Requirement
from credlens.skills import cues
from credlens.skills.stems import BENEFIT, COMPANY, DEMANDS, EXPECTS, NOTICE, PERSON, PREFERS, REFUSES, Stems

P, R = Requirement.PREFERRED, Requirement.REQUIRED


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("sql is a must", R), ("sql is mandatory", R), ("sql (required)", R), ("requires sql", R), ("this role requires sql", R),
        ("sql is essential", R), ("a prerequisite is sql", R), ("tableau would be great", P), ("an asset", P), ("looker preferred", P),
        ("is helpful", P), ("nice to have: looker", P), ("looker is welcome", P), ("exposure to looker highly regarded", P),
        ("preference will be given to looker users", P), ("experience helpful (looker)", P), ("bonus points for looker", P),
        ("travel as required", None), ("data required for reports", None), ("essential job functions", None), ("reach the desired outcomes", None),
        ("you prefer simple answers", None), ("customer preferences", None), ("annual bonus plan", None), ("the volume requires big tools", None),
    ],
)  # fmt: skip
def test_words_that_ask_firmly_or_softly_and_words_that_only_look_so(sentence: str, cue: Requirement | None) -> None:
    assert cues.cue(sentence) is cue


@pytest.mark.parametrize(
    ("sentence", "described"),
    [
        ("- experience with looker", True), ("5+ years in sales", True), ("strong knowledge of sql", True), ("ability to travel", True),
        ("03. excellent communication skills", True), ("bachelor's degree in maths", True), ("you are able to swim", True),
        ("maintain strong working relationships and communication", False), ("build user experience", False), ("we have strong skills", False),
        ("proactively managing communication", False), ("design mock-ups with your skills", False), ("in this role your experience grows", False),
    ],
)  # fmt: skip
def test_what_a_person_has_opens_a_sentence_and_tasks_do_not(sentence: str, described: bool) -> None:
    assert cues.describes(sentence) is described


@pytest.mark.parametrize(
    ("sentence", "kind", "says"),
    [
        ("looker preferred", PREFERS, cues.PREFERRED.search), ("looker is a plus", PREFERS, cues.PREFERRED.search),
        ("an advantage", PREFERS, cues.PREFERRED.search), ("sql is a must", DEMANDS, cues.demands), ("non-negotiable", DEMANDS, cues.demands),
        ("you bring sql", EXPECTS, cues.expects), ("candidates should know sql", EXPECTS, cues.expects), ("they will have sql", EXPECTS, cues.expects),
        ("fluent in french", PERSON, cues.describes), ("native speaker", PERSON, cues.describes), ("ms in physics", PERSON, cues.describes),
        ("r is not needed", REFUSES, cues.negation), ("you don't need r", REFUSES, cues.negation), ("no experience needed", REFUSES, cues.negation),
        ("to apply, write", BENEFIT, cues.is_boilerplate), ("please send it", BENEFIT, cues.is_boilerplate),
        ("zorblatt is a leading maker of pans", COMPANY, cues.is_praise), ("our culture is kind", COMPANY, cues.is_praise),
    ],
)  # fmt: skip
def test_every_cue_is_seen_by_the_cheap_first_look(sentence: str, kind: int, says: object) -> None:
    assert callable(says)
    assert says(sentence)
    shown = sentence.replace("ms in", "MS in")  # degrees of two letters are looked for in capitals
    assert Stems(shown).within(0, len(shown)) & kind


@pytest.mark.parametrize(
    "sentence", ["401(k) match", "paid vacation", "a background check", "equal opportunity employer"]
)
def test_some_words_alone_tell_a_notice(sentence: str) -> None:
    assert Stems(sentence).kinds & NOTICE


def test_praise_is_no_praise_when_somebody_is_looked_for() -> None:
    assert not cues.is_praise("zorblatt, a leading maker of pans, is looking for a cook")
