import pytest

from credlens.model.occupation import DegreeLevel
from credlens.profile.degrees import is_school, is_unfinished, level_in, subject_in


@pytest.mark.parametrize(
    ("text", "language", "level"),
    [
        ("Abitur, Gymnasium Bonn", "de", DegreeLevel.SECONDARY),
        ("Ausbildung zur Industriekauffrau", "de", DegreeLevel.SECONDARY),
        ("Industriemeister Metall (IHK)", "de", DegreeLevel.ASSOCIATE),
        ("Bachelor of Science Informatik", "de", DegreeLevel.BACHELOR),
        ("Diplom-Kaufmann (FH)", "de", DegreeLevel.BACHELOR),
        ("Diplom-Kauffrau, Universität Bonn", "de", DegreeLevel.MASTER),
        ("Master Informatik, TU Berlin", "de", DegreeLevel.MASTER),
        ("Promotion in Physik (Dr. rer. nat.)", "de", DegreeLevel.DOCTORATE),
        ("Licenciatura en Economía", "es", DegreeLevel.BACHELOR),
        ("Grado en Derecho", "es", DegreeLevel.BACHELOR),
        ("Grado superior en informática", "es", DegreeLevel.ASSOCIATE),
        ("Máster en Finanzas", "es", DegreeLevel.MASTER),
        ("Licence de droit", "fr", DegreeLevel.BACHELOR),
        ("BTS comptabilité", "fr", DegreeLevel.ASSOCIATE),
        ("Maîtrise d'histoire", "fr", DegreeLevel.MASTER),
        ("Doctorat en chimie", "fr", DegreeLevel.DOCTORATE),
        ("Licence to drive", "en", DegreeLevel.UNSTATED),
        ("BSc in Biology", "fr", DegreeLevel.BACHELOR),
        ("History (EQF level 7)", "en", DegreeLevel.MASTER),
    ],
)
def test_levels_in_the_words_of_each_language(text: str, language: str, level: DegreeLevel) -> None:
    assert level_in(text, language) is level


@pytest.mark.parametrize(
    ("text", "language", "subject"),
    [
        ("Bachelor of Science Betriebswirtschaftslehre, Universität Bonn", "de", "Betriebswirtschaftslehre"),
        ("Ausbildung zur Industriekauffrau, Bonn", "de", "Industriekauffrau"),
        ("Licenciatura en Economía, Universidad de Sevilla", "es", "Economía"),
        ("Master en gestion, Université de Lille", "fr", "gestion"),
        ("Master's degree in Physics, Bonn University", "en", "Physics"),
        ("Abitur", "de", ""),
    ],
)
def test_what_was_studied(text: str, language: str, subject: str) -> None:
    assert subject_in(text, language) == subject


def test_schools_and_studies_that_go_on() -> None:
    assert is_school("Universität Bonn")
    assert is_school("Lycée Colbert")
    assert not is_school("Bonn")
    assert is_unfinished("Master Informatik, voraussichtlich 2027", "de")
    assert is_unfinished("Master Informatik, expected 2027", "de")
    assert not is_unfinished("Master Informatik, 2020", "de")
