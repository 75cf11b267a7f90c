import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.profile.roles import ends_sentence, evidence, is_department, is_place


@pytest.mark.parametrize(
    "words",
    ["Bank Manager", "Director of the Hospital", "CEO/President", "Baker", "Beach Lifeguard Trainer", "Research and Development Lead",
     "Softwareentwicklerin", "Leiter Vertrieb", "Kaufmännische Angestellte", "Gerente de Banco", "Enfermera", "Chef de projet", "Position: Foo"],
)  # fmt: skip
def test_a_title_is_known_by_its_main_word(words: str) -> None:
    assert evidence(words) > 0


@pytest.mark.parametrize(
    "words",
    ["Baker Hospital", "University of Texas at Austin", "Harlow & Sons", "Oak Home", "Architects Ltd", "Nurses S.A.", "Stadtwerke Bonn",
     "Universitätsklinikum Köln", "Hospital General de Toledo", "Banco de los Maestros", "Lycée Clairmont", "Company: Foo"],
)  # fmt: skip
def test_an_employer_is_known_by_its_main_word_or_its_legal_form(words: str) -> None:
    assert evidence(words) < 0


@pytest.mark.parametrize("words", ["Quillmark", "Hanse Bahn", "Leeds", "Kaufladen 24", ""])
def test_other_words_tell_nothing(words: str) -> None:
    assert evidence(words) == 0


@pytest.mark.parametrize(
    ("text", "ends"),
    [("Opened the post.", True), ("Administrativa, Cobalto S.A.", False), ("Clerk, Bramble Inc.", False), ("Bramble e. V.", False),
     ("Kim Novak Jr.", False), ("Ada N.", False), ("Clerk", False), ("", False)],
)  # fmt: skip
def test_a_full_stop_ends_a_sentence_unless_it_belongs_to_the_word(text: str, ends: bool) -> None:
    assert ends_sentence(text) is ends


@pytest.mark.parametrize(
    ("words", "place"), [("OH", True), ("Remote", True), ("QA", False), ("IT", False), ("Quillmark", False)]
)
def test_places_that_are_known_without_a_map(words: str, place: bool) -> None:
    assert is_place(words) is place


def test_a_department_is_no_title_of_its_own() -> None:
    assert is_department("Marketing")
    assert not is_department("Marketing Manager")


@given(st.text(max_size=60))
def test_any_words_have_a_weight_that_is_bounded(words: str) -> None:
    assert abs(evidence(words)) <= 4
