"""The interview brief as Markdown (CommonMark), to be edited further."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from credlens.model.brief import Brief
from credlens.model.naming import harmless
from credlens.present.markdown import inline
from credlens.present.notes import Note, Value
from credlens.present.views.brief import BriefPage, QuestionView, brief_page


def render(brief: Brief, *, qr: bool = False) -> str:
    """The text. What others wrote is escaped, so that none of it is read as markup.

    Args:
        brief: the facts.
        qr: not drawn here: the address stands in the text.
    """
    return harmless("\n".join(_lines(brief_page(brief, qr=qr))) + "\n")


def _lines(page: BriefPage) -> Iterator[str]:
    yield f"# {inline(page.title)}"
    yield ""
    yield inline(page.answer)
    for line in filter(None, (page.verdict and f"Its badge: {page.verdict}.", *page.warnings)):
        yield ""
        yield f"**{inline(line)}**"
    for section in page.sections:
        yield from ("", f"## {inline(section.title)}", "")
        for row in section.rows:
            yield f"- {inline(row.name)}: {_values(row.values)}"
    yield from ("", "## Questions to expect", "")
    for question in page.questions:
        yield f"- **{inline(question.asks)}**"
        yield from (f"  - {_value(v)}" for v in question.facts)
        yield f"  - {_own(question)}"
    yield from (f"- **{inline(q.asks)}** {_own(q)}" for q in page.open)
    yield from ("", "## Sources", "")
    yield from (_source(note) for note in page.sources)
    yield from ("", f"Made by credlens on {page.made}. It says no more than these sources do.")


def _own(question: QuestionView) -> str:
    if question.own is None:
        return f"Your own words go here: `{question.how}`"
    return f"Your words: {_value(question.own)}"


def _values(values: Sequence[Value]) -> str:
    return "; ".join(map(_value, values))


def _value(value: Value) -> str:
    marks = "".join(f"[{r.number}{' recalled' if r.recalled else ''}]" for r in value.refs)
    hint = "; ".join(p for p in (value.hint, value.seen) if p)
    behind = f" ({inline(hint)})" if hint else ""
    return f"{inline(value.text)}{behind}{f' {marks}' if marks else ''}"


def _source(note: Note) -> str:
    said = ", ".join(inline(p) for p in (note.method, note.address, note.date, note.n) if p)
    more = f": {inline(note.note)}" if note.note else ""
    return f"{note.number}. {said}{more}{' (may have changed)' if note.stale else ''}"
