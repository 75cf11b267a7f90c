import pytest

from credlens.profile.resumes import RESUME_FORMATS
from credlens.profile.written import language_of, note_on


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ada Novak\n\nExperience\n\nClerk, 2019 - 2021\n- Wrote the reports of the team and sent them to the board\n", "en"),
        ("Ada Novak\n\nBerufserfahrung\n\nSachbearbeiterin, 2019 - 2021\n- Berichte für die Leitung und den Vertrieb\n", "de"),
        ("Ada Novak\n\nExperiencia laboral\n\nAdministrativa, 2019 - 2021\n- Informes de ventas para el equipo con Excel\n", "es"),
        ("Ada Novak\n\nExpérience professionnelle\n\nAssistante, 2019 - 2021\n- Rapports de vente pour les équipes et le siège\n", "fr"),
        ("Kenntnisse\n\nPython, SQL\n", "de"),
        ("Python, SQL\n", "en"),
        ("Ada Novak\n\nExperience\n\nClerk, Banco de la Plata, 2019 - 2021\n- Reports for the board of the bank\n", "en"),
    ],
)  # fmt: skip
def test_the_language_of_a_resume(text: str, language: str) -> None:
    assert language_of(RESUME_FORMATS["text"](text.encode(), "cv.txt")) == language


def test_only_other_languages_need_a_note() -> None:
    assert note_on("en") == ""
    assert "read as German" in note_on("de")
    assert "skills named only in German are missed" in note_on("de")
    assert "headings are not known in Italian" in note_on("it")


def test_what_a_field_says_of_the_language_goes_before_the_words() -> None:
    passport = '<SkillsPassport locale="{}"><LearnerInfo><Headline><Description><Label>SQL</Label></Description></Headline></LearnerInfo></SkillsPassport>'
    codes = ("de", "pt-PT", "xx")
    read = [RESUME_FORMATS["europass"](passport.format(code).encode(), "cv.xml") for code in codes]
    assert [language_of(resume) for resume in read] == ["de", "pt", "en"]
