from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from credlens.model.cv import Cv, CvCertificate, CvEntry, CvSkill
from credlens.present.exports import resume_md


def test_nothing_that_others_wrote_is_markup() -> None:
    words = ("# none", "1. none", "- none", "<script>", "[a](https://evil.example)", "*no* _emphasis_ `code`")
    text = resume_md.render(Cv(name="Ada Novak", work=(CvEntry("a", "Clerk", "Bramble", lines=words),)))
    html = MarkdownIt("commonmark").render(text)
    assert html.count("<li>") == len(words)
    assert not any(tag in html for tag in ("<script", "<a ", "<em>", "<code>", "<ol"))


def test_skills_with_the_same_thing_behind_them_stand_together() -> None:
    skills = (
        CvSkill("sql", "SQL", evidence=("SQL for Analysts",)),
        CvSkill("excel", "Excel", evidence=("used as Clerk",)),
        CvSkill("databases", "Databases", evidence=("SQL for Analysts",)),
        CvSkill("tableau", "Tableau"),
        CvSkill("r", "Statistics"),
    )
    text = resume_md.render(Cv("Robin Example", skills=skills, listed=("Tableau, dashboards",)))
    assert [line for line in text.splitlines() if line.startswith("- ")] == [
        "- **SQL, Databases**: SQL for Analysts",
        "- **Excel**: used as Clerk",
        "- Tableau, dashboards",
        "- Also: Statistics",
    ]


@pytest.mark.parametrize(
    ("shows", "order"), [(("SQL",), ["Certifications", "Experience"]), ((), ["Experience", "Certifications"])]
)
def test_what_shows_a_skill_that_the_target_asks_for_comes_first(shows: tuple[str, ...], order: list[str]) -> None:
    cv = Cv(
        "Robin Example",
        work=(CvEntry("a", "Clerk", "Bramble"),),
        certificates=(CvCertificate("b", "SQL for Analysts", skills=shows),),
    )
    assert [line[3:] for line in resume_md.render(cv).splitlines() if line.startswith("## ")] == order
