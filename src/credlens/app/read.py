"""Use cases: everything that one text says about skills and requirements, and the same for many texts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from credlens.app import shapes
from credlens.app.ads import first_ad
from credlens.app.knowledge import TIER, Knowledge
from credlens.app.ports import NamedBytes, Ports
from credlens.market import formats
from credlens.model.errors import InputError, Problem, UserError
from credlens.model.posting import Reading, SkillMention
from credlens.model.serial import plain
from credlens.model.skill import Taxonomy
from credlens.skills.cues import negation
from credlens.skills.decode import decode
from credlens.skills.html_text import html_to_text
from credlens.skills.sections import Layout
from credlens.skills.text import lower

TIERS = (0, 1, 2)  # by names alone, with static vectors, with an encoder
_TOLD_EVERY = 64  # lines between two words to the person waiting


@dataclass(frozen=True, slots=True)
class Unasked:
    """A stretch of text that asks for nothing.

    Attributes:
        start, end: half-open span in code points.
        refused: whether it says that something is not needed; else it speaks of benefits, equal opportunity, the company.
    """

    start: int
    end: int
    refused: bool


@dataclass(frozen=True)
class ReadResult:
    """A reading of one text.

    Attributes:
        page: whether the text was taken out of a web page, so that it has to be given for its offsets to mean something.
    """

    reading: Reading
    taxonomy: Taxonomy
    text: str
    page: bool = False

    def unasked(self) -> list[Unasked]:
        """What of the text asks for nothing, in order."""
        found = []
        for passage in Layout(self.text).passages:
            if not passage.counted:
                refused = negation(lower(self.text[slice(*passage.sentence)]).replace("\u2019", "'")) is not None
                found.append(Unasked(passage.start, passage.end, refused))
        return found

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens read --json``; offsets count Unicode code points of the text, which a web page's result holds."""
        reading = self.reading
        return {
            **({"text": self.text} if self.page else {}),
            "skills": [self._skill(m) for m in reading.skills],
            "abstained": [self._skill(m) for m in reading.abstained],
            "requirements": {
                "degree": plain(reading.degree),
                "licences": plain(reading.licences),
                "credentials": plain(reading.credentials),
                "experience": plain(reading.experience),
            },
        }

    def _skill(self, mention: SkillMention) -> dict[str, Any]:
        return {
            **self.taxonomy[mention.skill].ref(),
            "probability": plain(mention.probability),
            "spans": plain(mention.spans),
            "requirement": mention.requirement.value,
            "level": mention.level.value,
            "lanes": {name: plain(value) for name, value in mention.lanes},
        }


@dataclass(frozen=True)
class LineResult:
    """What became of one line.

    Attributes:
        id: the line's own id, as given; None when it has none.
        result: the reading; None when there is a problem.
    """

    id: str | int | None
    result: ReadResult | None
    problem: Problem | None = None

    def to_json(self) -> dict[str, Any]:
        """``{"id", "skills", "abstained", "requirements"}``, or ``{"id", "error"}``."""
        if self.result is not None:
            return {"id": self.id, **self.result.to_json()}
        return {"id": self.id, **shapes.error(InputError([self.problem] if self.problem else []))}


def read_text(ports: Ports, document: NamedBytes, *, tier: int = TIER) -> ReadResult:
    """Skills and requirements in a text.

    Raises:
        UserError: there is no such tier, or what it needs is not installed.
        InputError: the document is not text.
    """
    _must_be_tier(tier)
    page = formats.for_name(document.name) == "html"
    text = _of_page(document) if page else decode(document.data, document.name, exact=True)[0]
    knowledge = Knowledge.of(ports)
    return ReadResult(knowledge.read(text, tier), knowledge.taxonomy, text, page)


def _of_page(document: NamedBytes) -> str:
    """The first ad of a saved web page, with what the page's own data state about it; the visible text when there is no ad."""
    ad = first_ad(document)
    return ad.text if ad else html_to_text(decode(document.data, document.name)[0])


def read_lines(ports: Ports, source: Path, *, tier: int = TIER) -> Iterator[LineResult]:
    """Skills and requirements in many texts, one at a time, in constant memory and in the order given.

    Args:
        ports: the doors.
        source: a file with one JSON object ``{"id", "text"}`` a line; ``-`` for standard input. Empty lines are passed over.
        tier: how the texts are read.

    Raises:
        UserError: there is no such tier, or what it needs is not installed.
        InputError: the file cannot be read. A line that cannot be used is a result with a problem.
    """
    _must_be_tier(tier)
    knowledge = Knowledge.of(ports)
    read, linked, taxonomy = knowledge.reader.read, knowledge.linked(tier), knowledge.taxonomy
    name = "standard input" if source == Path("-") else str(source)
    done, total = 0, ports.files.size(source)
    for number, line in enumerate(ports.files.lines(source), start=1):
        if number % _TOLD_EVERY == 0:
            ports.progress("KiB", done >> 10, total >> 10)
        done += len(line)
        if line.strip():
            found = _line(line, f"{name}:{number}")
            if isinstance(found, LineResult):
                yield found
            else:
                yield LineResult(found[0], ReadResult(read(found[1], linked), taxonomy, found[1]))
    ports.progress("KiB", total >> 10, total >> 10)


def _line(line: bytes, where: str) -> tuple[str | int, str] | LineResult:
    """A line's id and text, or what is wrong with it."""
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _unusable(None, where, "The line is not UTF-8.")
    except (ValueError, RecursionError):
        return _unusable(None, where, "The line is not JSON, or is cut off.")
    if not isinstance(record, dict):
        return _unusable(None, where, "The line is no JSON object.")
    key, text = record.get("id"), record.get("text")
    if isinstance(key, bool) or not isinstance(key, str | int):
        return _unusable(None, f"{where}: id", "There is no id, or it is neither words nor a whole number.")
    if not isinstance(text, str):
        return _unusable(key, f"{where}: text", "There is no text.")
    return key, text


def _unusable(key: str | int | None, where: str, message: str) -> LineResult:
    return LineResult(key, None, Problem(where, message, 'Write {"id": "...", "text": "..."} on one line.'))


def _must_be_tier(tier: int) -> None:
    if tier not in TIERS:
        raise UserError(
            f"There is no tier {tier} of reading.", where="--tier", what_to_do="Use 0 (names), 1 (the default) or 2."
        )
