"""A text in the terminal with what was read in it marked: in colours, or in brackets where there are none."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from rich.console import Console
from rich.text import Text

from credlens.app.read import ReadResult
from credlens.cli.show.page import console, heading, sentence
from credlens.model.naming import harmless

STYLES = {
    "required": "bold green",
    "preferred": "bold yellow",
    "unclear": "bold cyan",
    "degree": "bold magenta",
    "licence": "bold magenta",
    "credential": "bold magenta",
    "years": "bold magenta",
    "boilerplate": "dim",
    "not needed": "dim strike",
}
"""What is marked -> its look."""

_ABOUT = {
    "required": "a skill that is asked for",
    "preferred": "a skill that would be welcome",
    "unclear": "a skill, the text does not say how firmly",
    "degree": "a degree",
    "licence": "a licence",
    "credential": "a certificate",
    "years": "years of experience",
    "boilerplate": "asks for nothing: benefits, the company, equal opportunity",
    "not needed": "said not to be needed",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked span; ``kind`` is a key of :data:`STYLES`, ``note`` what is written behind it."""

    start: int
    end: int
    kind: str
    note: str = ""


def show_explained(result: ReadResult) -> None:
    """The text with its marks, and what they mean."""
    page = console()
    found = marks(result)
    grounds = quiet(result)
    colours = page.is_terminal and not page.no_color
    text = harmless(result.text)
    page.print(coloured(text, found, grounds) if colours else bracketed(text, found, grounds), soft_wrap=not colours)
    _legend(page, [*found, *grounds], colours=colours)


def quiet(result: ReadResult) -> list[Mark]:
    """What asks for nothing, in order; what stands on one line is one mark."""
    found: list[Mark] = []
    for part in result.unasked():
        kind = "not needed" if part.refused else "boilerplate"
        last = found[-1] if found else None
        between = result.text[last.end - 1 : part.start] if last else ""
        if last and last.kind == kind and "\n" not in between and not between[1:].strip():
            found[-1] = Mark(last.start, part.end, kind)
        else:
            found.append(Mark(part.start, part.end, kind))
    return found


def marks(result: ReadResult) -> list[Mark]:
    """What was found, in order; of two marks that cross, the one that begins first."""
    reading = result.reading
    found = [
        Mark(start, end, m.requirement.value, f"{100 * m.probability:.0f} %")
        for m in reading.skills
        for start, end in m.spans
    ]
    degree = [reading.degree.span] if reading.degree.span else []
    found += [Mark(*span, "degree") for span in degree]
    found += [Mark(*x.span, "licence") for x in reading.licences if x.span]
    found += [Mark(*x.span, "credential") for x in reading.credentials if x.span]
    found += [Mark(*x.span, "years") for x in reading.experience if x.span]
    return _nested(sorted(found, key=lambda m: (m.start, -m.end)))


def _nested(found: list[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    open_: list[Mark] = []
    for mark in found:
        while open_ and open_[-1].end <= mark.start:
            open_.pop()
        if not open_ or mark.end <= open_[-1].end:
            kept.append(mark)
            open_.append(mark)
    return kept


def coloured(text: str, found: list[Mark], grounds: list[Mark]) -> Text:
    """The text with styles; behind each skill how probable it is."""
    out = Text(text)
    for mark in (*grounds, *found):
        out.stylize(STYLES[mark.kind], mark.start, mark.end)
    pieces = []
    cuts = sorted({0, len(text), *(m.end for m in found if m.note)})
    notes = {m.end: m.note for m in found if m.note}
    for start, end in pairwise(cuts):
        pieces.append(out[start:end])
        if end in notes:
            pieces.append(Text(f" {notes[end]}", style="dim italic"))
    return Text().join(pieces)


def bracketed(text: str, found: list[Mark], grounds: list[Mark]) -> Text:
    """The text with brackets: ``[SQL|required 95 %]``; ``{~ ... ~}`` around what asks for nothing, ``{x ... x}`` around what is not needed."""
    opens: dict[int, str] = {}
    closes: dict[int, str] = {}
    for mark in grounds:
        sign = "x" if mark.kind == "not needed" else "~"
        end = mark.start + len(text[mark.start : mark.end].rstrip())
        if end > mark.start:
            opens[mark.start] = f"{{{sign} "
            closes[end] = f" {sign}}}"
    for mark in reversed(found):
        closes[mark.end] = f"|{' '.join(filter(None, (mark.kind, mark.note)))}]" + closes.get(mark.end, "")
    for mark in found:
        opens[mark.start] = opens.get(mark.start, "") + "["
    out: list[str] = []
    last = 0
    for place in sorted({*opens, *closes}):
        out += (text[last:place], closes.get(place, ""), opens.get(place, ""))
        last = place
    return Text("".join((*out, text[last:])))


def _legend(page: Console, found: list[Mark], *, colours: bool) -> None:
    heading(page, "What is marked")
    for kind, style in STYLES.items():
        if any(m.kind == kind for m in found):
            signs = {"boilerplate": "{~ ~}", "not needed": "{x x}"}
            name = kind if colours else signs.get(kind, f"[...|{kind}]")
            page.print(Text.assemble("  ", (name, style), f"  {_ABOUT[kind]}"))
    if any(m.note for m in found):
        sentence(page, "The percentage behind a skill says how probable it is that the text speaks of it.", style="dim")
