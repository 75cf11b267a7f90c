import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.skills.forms import Slot, agrees, singular, slots, spelling, stem

VERBS = frozenset(map(stem, ("manage", "analyze", "plan", "review", "work", "lead")))


@pytest.mark.parametrize(
    "forms",
    [
        "manage manages managed managing",
        "plan plans planned planning",
        "analyse analyses analysed analysing analyze analyzed analyzing",
        "apply applies applied applying",
        "control controls controlled controlling",
        "write writes wrote written writing",
        "lead leads led leading",
        "use uses used using",
        "organise organize organising organized",
    ],
)
def test_forms_of_a_verb_share_a_stem(forms: str) -> None:
    verb, *others = forms.split()
    for other in others:
        assert agrees(Slot.VERB, other, verb) or other == "analyses"  # which is also what analysis is many of


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("organisation", "organization"),
        ("analysing", "analyzing"),
        ("colour", "color"),
        ("behavioural", "behavioral"),
        ("centres", "centers"),
        ("catalogues", "catalogs"),
        ("programme", "program"),
        ("licence", "license"),
        ("modelling", "modeling"),
        ("counsellor", "counselor"),
        ("paediatric", "pediatric"),
        ("orthopaedic", "orthopedic"),
        ("anaesthesia", "anesthesia"),
        ("fulfilment", "fulfillment"),
        ("judgement", "judgment"),
        ("&", "and"),
    ],
)
def test_british_and_american_spelling_agree(british: str, american: str) -> None:
    assert spelling(british) == spelling(american)
    assert agrees(Slot.SPELLING, british, american)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("filling", "filing"),
        ("programmer", "program"),
        ("planing", "planner"),
        ("course", "cores"),
        ("four", "for"),
        ("tour", "tor"),
    ],
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert not agrees(Slot.SPELLING, one, other)


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("databases", "database"), ("processes", "process"), ("policies", "policy"), ("analyses", "analysis"), ("boxes", "box"),
        ("branches", "branch"), ("criteria", "criterion"),
    ],
)  # fmt: skip
def test_plural(many: str, one: str) -> None:
    assert singular(many) == one


def test_words_that_only_look_plural_stay() -> None:
    for word in ("analytics", "process", "analysis", "status", "logistics", "gas", "c++s"):
        assert singular(word) == word


def test_a_slot_is_as_strict_as_it_says() -> None:
    assert not agrees(Slot.EXACT, "organise", "organize")
    assert agrees(Slot.NUMBER, "budget", "budgets")
    assert agrees(Slot.PLURAL, "budgets", "budget")
    assert not agrees(Slot.PLURAL, "budget", "budgets")
    assert not agrees(Slot.NUMBER, "budgeting", "budget")
    assert agrees(Slot.VERB, "budgeting", "budget")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("manage budgets", [Slot.VERB, Slot.PLURAL]),
        ("managing staff budgets", [Slot.VERB, Slot.NUMBER, Slot.PLURAL]),
        ("budget management", [Slot.NUMBER, Slot.PLURAL]),
        ("spreadsheet", [Slot.PLURAL]),
        ("review", [Slot.PLURAL]),
        ("team work", [Slot.NUMBER, Slot.SPELLING]),
        ("account manager", [Slot.NUMBER, Slot.SPELLING]),
        ("Ruby scripts", [Slot.SPELLING, Slot.PLURAL]),
        ("SQL", [Slot.SPELLING]),
        ("caf\u00e9 owner", [Slot.SPELLING, Slot.SPELLING]),
    ],
)
def test_names_say_how_freely_their_words_are_written(name: str, expected: list[Slot]) -> None:
    words = name.lower().split()
    assert list(slots(words, name, VERBS, titled=False)) == expected


def test_the_capital_of_a_title_is_none_of_a_name() -> None:
    assert slots(["data", "model"], "Data model", VERBS, titled=True) == (Slot.NUMBER, Slot.PLURAL)
    assert slots(["data", "model"], "Data model", VERBS, titled=False) == (Slot.SPELLING, Slot.PLURAL)


@given(st.text(st.sampled_from("abcdeginorsuyz&+."), min_size=1, max_size=12))
def test_every_word_agrees_with_itself_and_agreement_is_mutual(word: str) -> None:
    other = stem(word)
    for slot in (Slot.SPELLING, Slot.NUMBER, Slot.VERB):
        assert agrees(slot, word, word)
        assert agrees(slot, word, other) == agrees(slot, other, word)


@given(st.text(st.sampled_from("abcdeginorsuyz"), min_size=1, max_size=12))
def test_what_agrees_shares_a_stem_so_that_it_is_found(word: str) -> None:
    for written in (word, word + "s", singular(word)):
        if any(agrees(slot, written, word) for slot in Slot):
            assert stem(written) == stem(word)
