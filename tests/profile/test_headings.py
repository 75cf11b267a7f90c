import pytest

from credlens.profile.headings import languages_of, section_of
from credlens.profile.sections import Section


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Berufserfahrung", Section.EXPERIENCE),
        ("Beruflicher Werdegang:", Section.EXPERIENCE),
        ("AUSBILDUNG", Section.EDUCATION),
        ("Studium", Section.EDUCATION),
        ("Kenntnisse und Fähigkeiten", Section.SKILLS),
        ("EDV-Kenntnisse", Section.SKILLS),
        ("Zertifikate", Section.CERTIFICATIONS),
        ("Weiterbildungen", Section.COURSES),
        ("Weiterbildung & Zertifikate", Section.CERTIFICATIONS),
        ("Sprachkenntnisse", Section.LANGUAGES),
        ("Projekte", Section.PROJECTS),
        ("Ehrenamtliches Engagement", Section.VOLUNTEER),
        ("Persönliche Daten", Section.OTHER),
        ("Über mich", Section.SUMMARY),
        ("Experiencia laboral", Section.EXPERIENCE),
        ("Formación académica", Section.EDUCATION),
        ("Idiomas", Section.LANGUAGES),
        ("Expérience professionnelle", Section.EXPERIENCE),
        ("Formation", Section.EDUCATION),
        ("Compétences techniques", Section.SKILLS),
        ("Langues", Section.LANGUAGES),
        ("Courses", Section.COURSES),
        ("Courses and Certifications", Section.CERTIFICATIONS),
        ("Leiterin Ausbildung", None),
        ("Experiencia en ventas", None),
    ],
)
def test_headings_in_several_languages(heading: str, section: Section | None) -> None:
    assert section_of(heading) is section


def test_a_heading_tells_its_language_unless_several_have_it() -> None:
    assert languages_of("Berufserfahrung") == ("de",)
    assert languages_of("Formation") == ("fr",)
    assert languages_of("Certifications") == ("en", "fr")
    assert languages_of("Anything else") == ()
