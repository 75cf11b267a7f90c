from __future__ import annotations

from markdown_it import MarkdownIt

from credlens.model.cv import Cv, CvEntry
from credlens.present.exports import resume_md


def test_nothing_that_others_wrote_is_markup() -> None:
    words = ("# none", "1. none", "- none", "<script>", "[a](https://evil.example)", "*no* _emphasis_ `code`")
    text = resume_md.render(Cv(name="Ada Novak", work=(CvEntry("a", "Clerk", "Bramble", lines=words),)))
    html = MarkdownIt("commonmark").render(text)
    assert html.count("<li>") == len(words)
    assert not any(tag in html for tag in ("<script", "<a ", "<em>", "<code>", "<ol"))
