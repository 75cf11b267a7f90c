"""Which column of a table holds what: a proposal by names and values, and the mapping file in which a person corrects it."""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from credlens.catalog.fields import FIELDS, by_name, folded, is_of_another_thing
from credlens.catalog.values.addresses import canonical, is_address
from credlens.catalog.values.days import day
from credlens.catalog.values.durations import validity as validity_of
from credlens.catalog.values.durations import workload
from credlens.catalog.values.kinds import of_words
from credlens.catalog.values.languages import language
from credlens.catalog.values.levels import level
from credlens.catalog.values.prices import Period, price
from credlens.catalog.values.text import cut, line
from credlens.model.errors import Problem

SEVERAL = frozenset({"description", "skills"})
"""Fields that several columns may hold together."""

UNKNOWN = "neither its name nor its values are known"
_MOST_COLUMNS = 30  # named in a message
_SAMPLES, _SAMPLE_LENGTH = 3, 60
_FIT, _UNFIT = (
    0.5,
    0.2,
)  # share of values that look like the field: from here on its name is believed; below here it is not
_BY_VALUES, _BY_TEXT = 0.5, 0.4  # by our judgement, as the figures for names
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp)(?:[?#]|$)", re.IGNORECASE)
_NUMBER = re.compile(r"[<>~]?\s?\d[\d.,' ]*(?:\+|k)?(?:\s?(?:-|\u2013|to)\s?\d[\d.,]*)?")
_UNITS = (("hours", "hours"), ("horas", "hours"), ("stunden", "hours"), ("weeks", "weeks"), ("months", "months"))
_YES_NO = frozenset({"yes", "no", "true", "false", "y", "n", "0", "1", "si", "oui", "non", "ja", "nein", "sim", "nao"})


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a column may hold.

    Attributes:
        field: one of :data:`FIELDS`; None when it is to be left aside.
        probability: that this is right, by our judgement of what the reason is worth; 0 without a field.
        why: the reason, in words.
        samples: some of its values.
    """

    column: str
    field: str | None
    probability: float
    why: str
    samples: tuple[str, ...] = ()


def propose(header: Sequence[str], sample_rows: Iterable[Mapping[str, str]]) -> tuple[Proposed, ...]:
    """A field for every column that seems to hold one; each field once, but for those in :data:`SEVERAL`.

    Args:
        sample_rows: some rows, by column.
    """
    rows = list(sample_rows)
    values = {column: [v for row in rows if (v := line(row.get(column, "")))] for column in header}
    found = {column: _proposed(column, values[column]) for column in header}
    if not any(p.field == "title" for p in found.values()):
        column = _most_like_a_title(found, values)
        if column:
            found[column] = replace(
                found[column], field="title", probability=_BY_TEXT, why="its values look like titles"
            )
    return tuple(_each_once(found))


def _proposed(column: str, values: list[str]) -> Proposed:
    samples = tuple(v[:_SAMPLE_LENGTH] for v in list(dict.fromkeys(values))[:_SAMPLES])
    named = by_name(column)
    if named is None:
        field = _by_values(column, values)
        if field is None:
            return Proposed(column, None, 0.0, UNKNOWN, samples)
        return Proposed(column, field, _BY_VALUES, "its values", samples)
    field, probability = named
    field, told = _better(field, column, values)
    why = "its name" if probability > 0.9 else "a word in its name"
    if told and field is None:
        return Proposed(column, None, 0.0, told, samples)
    share = _share(field or "", values)
    if share < _UNFIT and folded(column) == (field or "").replace("_", " "):
        return Proposed(column, field, round(probability * 0.5, 2), "its name, in spite of its values", samples)
    if share < _UNFIT:
        unlike = f"its name says {field}, but values such as {samples[0]!r} are none"
        return Proposed(column, None, 0.0, unlike, samples)
    if share < _FIT:
        return Proposed(column, field, round(probability * 0.7, 2), f"{why}, but only some of its values", samples)
    return Proposed(column, field, probability, told or why, samples)


def _better(field: str, column: str, values: list[str]) -> tuple[str | None, str]:
    """(the field that the values make of the one the name says, why); the same field and nothing where they do not speak up."""
    if field == "duration" and values and all(_NUMBER.fullmatch(v) for v in values):
        words = set(folded(column).split())
        unit = next((u for word, u in _UNITS if word in words), None)
        if unit is None:
            return None, "numbers without a unit: write hours, weeks or months in the mapping"
        return unit, f"numbers, and {unit} in its name"
    if (
        field == "price"
        and (prices := [p for v in values if (p := price(v))])
        and all(p.period is Period.MONTH for p in prices)
    ):
        return "price_per_month", "its name, and values for a month"
    return field, ""


def _share(field: str, values: list[str]) -> float:
    fits = _FITS.get(field)
    return sum(map(fits, values)) / len(values) if fits and values else 1.0


def _is_number(value: str) -> bool:
    return _NUMBER.fullmatch(value) is not None


def _is_time(value: str) -> bool:
    found = workload(value)
    return bool(found.hours or found.months or found.pace) or _is_number(value)


def _is_language(value: str) -> bool:
    return any(language(part) for part in re.split(r"[,;|/]", value))


_FITS: Mapping[str, Callable[[str], bool]] = {
    "title": lambda v: re.search(r"[^\W\d_]", v) is not None and v.casefold() not in _YES_NO and not is_address(v),
    "url": lambda v: is_address(v) or canonical(v) is not None,
    "kind": lambda v: of_words(v) is not None,
    "level": lambda v: level(v) is not None or v.casefold() in {"mixed", "all", "all levels"},
    "language": _is_language,
    "self_paced": lambda v: v.casefold() in _YES_NO,
    "start": lambda v: re.search(r"\d{4}", v) is not None,
    "deadline": lambda v: re.search(r"\d{4}", v) is not None,
    "updated": lambda v: day(v) is not None,
    "hours": _is_time,
    "weeks": _is_time,
    "hours_per_week": _is_time,
    "months": _is_time,
    "duration": _is_time,
    "credit_ects": lambda v: re.search(r"\d", v) is not None,
    "price": lambda v: price(v) is not None,
    "price_per_month": lambda v: price(v) is not None,
    "price_per_year": lambda v: price(v) is not None,
    "exam_fee": lambda v: price(v) is not None,
    "currency": lambda v: len(v) <= 4,
    "validity": lambda v: validity_of(v) is not None or _is_number(v),
    "rating": lambda v: re.match(r"\d{1,3}(?:[.,]\d+)?(?:\s?(?:/|of|out of)\s?\d+| stars?)?$", v) is not None,
    "reviews": lambda v: re.search(r"\d", v) is not None,
    "soc": lambda v: re.match(r"\d{2}-?\d{4}", v) is not None,
    "cip": lambda v: re.match(r"\d{1,2}\.?\d{0,4}$", v) is not None,
}


def _by_values(column: str, values: list[str]) -> str | None:
    """The field that nearly all values speak of; only fields whose values are like no others."""
    if len(values) < 2 or is_of_another_thing(column):
        return None
    if sum(map(is_address, values)) >= 0.9 * len(values):
        return None if any(map(_PICTURE.search, values)) else "url"
    if all(map(_is_number, values)):
        return None
    tests: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("duration", lambda v: _is_time(v) and not _is_number(v)),
        ("level", lambda v: level(v) is not None),
        ("kind", lambda v: of_words(v) is not None),
        ("language", lambda v: len(v) > 3 and language(v) is not None),
    )
    return next((field for field, fits in tests if sum(map(fits, values)) >= 0.9 * len(values)), None)


def _most_like_a_title(found: Mapping[str, Proposed], values: Mapping[str, list[str]]) -> str | None:
    """The first column of short texts that differ from row to row, when no name says which it is."""
    for column, proposed in found.items():
        texts = values[column]
        if proposed.field is not None or not texts or is_of_another_thing(column):
            continue
        length = sum(map(len, texts)) / len(texts)
        if _share("title", texts) > 0.9 and len(set(texts)) > 0.8 * len(texts) and 4 <= length <= 120:
            return column
    return None


def _each_once(found: Mapping[str, Proposed]) -> Iterable[Proposed]:
    best: dict[str, Proposed] = {}
    for proposed in found.values():
        if proposed.field and (proposed.field not in best or proposed.probability > best[proposed.field].probability):
            best[proposed.field] = proposed
    for proposed in found.values():
        if proposed.field is None or proposed.field in SEVERAL or best[proposed.field] is proposed:
            yield proposed
        else:
            why = f"{cut(best[proposed.field].column)!r} is read as {proposed.field}"
            yield replace(proposed, field=None, probability=0.0, why=why)


def write_mapping(proposed: Iterable[Proposed]) -> str:
    """A mapping file (TOML) with a line for every column, to be corrected by hand and read by :func:`read_mapping`."""
    lines = ['# Which field each column holds. Correct what is wrong; a column with "" is left aside.', "#"]
    lines += [f"# {name}: {sentence}" for name, sentence in FIELDS.items()]
    for p in proposed:
        told = f"{p.why} ({p.probability:.0%})" if p.field else p.why
        shown = f"; for instance {', '.join(repr(s) for s in p.samples)}" if p.samples else ""
        lines += ["", f"# {_printable(told + shown)}", f'{_quoted(p.column)} = "{p.field or ""}"']
    return "\n".join(lines) + "\n"


def read_mapping(
    text: str, where: str = "mapping", header: Sequence[str] = ()
) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """(column -> field, what is wrong); lines that are wrong are left out.

    Args:
        where: what to call the file in problems.
        header: the table's columns, when they are known.
    """
    try:
        said = tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        return {}, (Problem(where, f"This is no TOML: {error}.", 'Write lines such as "Course name" = "title".'),)
    wanted: dict[str, str] = {}
    problems = []
    for column, field in said.items():
        if isinstance(field, str):
            wanted[column] = field.strip()
        else:
            told = f"The field of {cut(column)!r} is no text."
            problems.append(Problem(where, told, 'Write "Course name" = "title"; quote names that have a dot.'))
    mapping, wrong = checked(wanted, where, header)
    return mapping, (*problems, *wrong)


def checked(
    mapping: Mapping[str, str], where: str, header: Sequence[str] = ()
) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """(the part of a mapping that can be used, what is wrong with the rest)."""
    used: dict[str, str] = {}
    problems = []
    for column, field in mapping.items():
        other = next((c for c, f in used.items() if f == field and f not in SEVERAL), None)
        if header and column not in header:
            problems.append(Problem(where, f"The table has no column {cut(column)!r}.", _nearest(column, header)))
        elif field and field not in FIELDS:
            problems.append(
                Problem(
                    where, f"{cut(column)!r}: there is no field {field!r}.", _nearest(field, list(FIELDS), len(FIELDS))
                )
            )
        elif other is not None:
            told = f"{cut(column)!r}: the field {field} is already read from {cut(other)!r}."
            problems.append(Problem(where, told, "Choose one of the two columns."))
        elif field:
            used[column] = field
    return used, tuple(problems)


def _nearest(word: str, words: Sequence[str], most: int = _MOST_COLUMNS) -> str:
    close = difflib.get_close_matches(word.casefold(), [w.casefold() for w in words], n=1, cutoff=0.6)
    if close:
        return f"Did you mean {cut(next(w for w in words if w.casefold() == close[0]))!r}?"
    return f"There are: {some([cut(w) for w in words], most)}."


def listed_names(columns: Sequence[str]) -> str:
    """The names of a table's columns for a message."""
    return some([repr(cut(c)) for c in columns])


def some(words: Sequence[str], most: int = _MOST_COLUMNS) -> str:
    """Words in a row; of many the first, and how many more there are."""
    more = f" and {len(words) - most:,} more" if len(words) > most else ""
    return ", ".join(words[:most]) + more


def _quoted(name: str) -> str:
    return json.dumps(name, ensure_ascii=False).replace("\x7f", "\\u007f")


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)
