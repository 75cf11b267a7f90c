import pytest

from credlens.skills.stated import EDUCATION, EXPERIENCE, part


@pytest.mark.parametrize(
    ("text", "heading", "found"),
    [
        (f"a\n{EDUCATION}\n- BA\n\n## More\nb", EDUCATION, f"{EDUCATION}\n- BA\n"),
        (f"{EDUCATION}\n- BA", EDUCATION, f"{EDUCATION}\n- BA"),
        (f"a\n{EDUCATION}\n- BA", EXPERIENCE, ""),
        ("a\n### Education requirements\n- BA", EDUCATION, ""),
        ("## Education requirements and more\n- BA", EDUCATION, ""),
    ],
)
def test_a_field_is_found_by_its_whole_heading(text: str, heading: str, found: str) -> None:
    assert text[slice(*part(text, heading))] == found
