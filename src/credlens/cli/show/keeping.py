"""Everything out, back in, and gone: in the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console

from credlens.app.keeping.erasing import UNREACHED, Erased
from credlens.app.keeping.exporting import Exported
from credlens.app.keeping.importing import Imported
from credlens.app.keeping.ports import Held
from credlens.app.keeping.trusting import Lowered
from credlens.app.keeping.words import HOLDS
from credlens.cli.show.page import bullets, cell, console, count, sentence, table
from credlens.model.naming import harmless
from credlens.model.verdict_words import HEADLINES
from credlens.model.verification import Verdict


def show_exported(result: Exported) -> None:
    """The answer to ``export``."""
    page = console()
    page.print()
    size = f"{count(result.files, 'file')}, {result.size:,} bytes"
    sentence(page, harmless(f"Everything of yours is in {result.path} ({size})."), style="bold")
    sentence(page, "It is not protected: whoever has it can read it.")
    if result.keys:
        sentence(page, "Your signing keys are in it: whoever has it can sign in your name.", style="bold")
    page.print()
    _rows(page, result.rows)
    page.print()
    _list(page, "Not in it:", result.left_out)


def show_imported(result: Imported) -> None:
    """The answer to ``import``."""
    page = console()
    page.print()
    where = f" of {result.made}" if result.made else ""
    instead = " It took the place of what was here." if result.replaced else ""
    sentence(page, harmless(f"Everything in the export{where} is back.{instead}"), style="bold")
    page.print()
    _rows(page, result.rows)
    if result.lowered:
        page.print()
        sentence(
            page, "Of these the file said something else than what is in it shows. What it shows counts:", style="bold"
        )
        bullets(page, [_lowered(each) for each in result.lowered])
    if result.rows.get("badge"):
        page.print()
        sentence(page, "Whether badges still hold shows only at their issuers: credlens wallet verify --online")


def show_erased(result: Erased) -> None:
    """The answer to ``erase``, and what would be gone before anybody is sure."""
    page = console()
    page.print()
    if not result.gone:
        sentence(page, harmless(f"Nothing of yours is kept in {result.home}."), style="bold")
    else:
        words = "Gone from" if result.done else "This would be gone from"
        sentence(page, harmless(f"{words} {result.home}:"), style="bold")
        page.print()
        _held(page, result.gone)
    if result.stays:
        page.print()
        sentence(page, "What is not yours stays:")
        page.print()
        _held(page, result.stays)
    if result.strange:
        page.print()
        _list(page, "This program did not put these there, and leaves them alone:", result.strange)
    page.print()
    _list(page, "Out of its reach:", UNREACHED)
    if not result.done and result.gone:
        page.print()
        sentence(page, f"Nothing is gone yet. To do it: credlens erase {_quoted(result.person)} --yes", style="bold")


def _rows(page: Console, rows: Mapping[str, int]) -> None:
    shown = table(("what", "left"), ("number", "right"))
    for kind, number in rows.items():
        shown.add_row(cell(HOLDS.get(kind, kind)), cell(f"{number:,}"))
    page.print(shown)


def _held(page: Console, held: Sequence[Held]) -> None:
    shown = table(("what", "left"), ("where", "left"), ("number", "right"))
    for each in held:
        shown.add_row(cell(each.what), cell(each.where), cell(f"{each.count:,}"))
    page.print(shown)


def _list(page: Console, title: str, parts: Sequence[str]) -> None:
    sentence(page, title)
    bullets(page, [harmless(part) for part in parts])


def _lowered(each: Lowered) -> str:
    said = f" (the file said: {HEADLINES[Verdict(each.said)]})" if each.said not in ("", each.found) else ""
    other = " The file named other things." if each.said == each.found else ""
    return harmless(f"{each.kind} {each.id}: {HEADLINES[each.found]}{said}. {each.because}{other}")


def _quoted(person: str) -> str:
    return f'"{harmless(person)}"' if " " in person else harmless(person)
