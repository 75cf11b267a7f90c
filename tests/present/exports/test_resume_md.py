from __future__ import annotations

from markdown_it import MarkdownIt

from credlens.model.cv import Cv, CvEntry, CvSkill
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
