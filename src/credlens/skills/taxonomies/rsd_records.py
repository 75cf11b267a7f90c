"""One descriptor out of a row or an object, whatever its publisher calls the fields."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from credlens.model.errors import InputError, Problem
from credlens.skills.taxonomies.tables import File, Table, cells

#: What a column may be called: of the Open Skills Management Tool's three generations of files, and of lists derived from them.
_COLUMNS = {
    "url": ("Canonical URL", "original_id"),
    "name": ("RSD Name", "Skill Name", "skill_name"),
    "statement": ("Skill Statement", "Contextualized Skill Statement", "description"),
    "categories": ("Category", "Categories", "Skill Category"),
    "keywords": ("Keywords", "aliases"),
    "authors": ("Author", "Authors"),
    "collections": ("Collection", "Collections"),
    "occupations": ("O*Net Job Codes", "O*NET Job Role", "Job Roles"),
    "detailed": ("Detailed Occupations", "BLS Detailed Occupation"),
    "status": ("Publish Status", "Status"),
}
_LISTS = ("skills", "content", "results")  # what an API may call the list inside its answer


@dataclass(frozen=True, slots=True)
class Descriptor:
    """One Rich Skill Descriptor as published; what is not stated is empty."""

    url: str
    name: str
    statement: str
    categories: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    occupations: tuple[str, ...] = ()
    alignments: tuple[str, ...] = ()
    status: str = ""


def from_csv(file: File, problems: list[Problem]) -> Iterator[tuple[str, Descriptor]]:
    """(place, descriptor) of every row.

    Raises:
        InputError: the file is damaged, or has no column for names or statements.
    """
    table = Table(file, (), likely=[column for names in _COLUMNS.values() for column in names])
    columns = {what: next((c for c in names if table.has(c)), "") for what, names in _COLUMNS.items()}
    missing = [what for what in ("name", "statement") if not columns[what]]
    if missing:
        wanted = " or ".join(repr(c) for c in _COLUMNS[missing[0]])
        message = f"The column {wanted} is missing. There is: {', '.join(table.columns)[:300]}."
        raise InputError(
            [Problem(file.base, message, "Name a CSV file exported from the Open Skills Management Tool.")]
        )
    aligned = [c for c in table.columns if c == "alignment" or (c.startswith("alignment") and c.endswith("url"))]
    for line, row in table.rows(problems, *columns.values(), *aligned):
        text = dict(zip(columns, row, strict=False))
        lists = {what: cells(text[what], ";") for what in ("categories", "keywords", "authors", "collections")}
        codes = cells(text["occupations"], ";") + cells(text["detailed"], ";")
        links = tuple(dict.fromkeys(a for cell in row[len(columns) :] for a in cells(cell, ";")))
        yield (
            table.where(line),
            Descriptor(
                text["url"],
                " ".join(text["name"].split()),
                text["statement"],
                **lists,
                occupations=tuple(dict.fromkeys(codes)),
                alignments=links,
                status=text["status"],
            ),
        )


def from_json(file: File, problems: list[Problem]) -> Iterator[tuple[str, Descriptor]]:
    """(place, descriptor) of every object.

    Raises:
        InputError: it is not JSON, or holds no list of objects.
    """
    for number, record in enumerate(_objects(file), start=1):
        where = f"{file.base}: item {number}"
        if isinstance(record, Mapping):
            yield where, _descriptor(record)
        else:
            problems.append(
                Problem(where, "This is no object.", "A descriptor is an object with skillName and skillStatement.")
            )


def _objects(file: File) -> list[Any]:
    try:
        found = json.loads(file.data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InputError([Problem(file.base, "The file is not UTF-8 text.", "Export it again.")]) from None
    except json.JSONDecodeError as error:
        message = f"This is not JSON: {error.msg} at line {error.lineno}, column {error.colno}."
        raise InputError(
            [Problem(f"{file.base}:{error.lineno}", message, "Export it again; it may be cut short.")]
        ) from None
    except (RecursionError, ValueError):
        message = "The JSON is nested too deeply, or holds a number too long to be one."
        raise InputError([Problem(file.base, message, "Export it again.")]) from None
    if isinstance(found, Mapping) and "skillName" not in found:
        found = next((found[key] for key in _LISTS if isinstance(found.get(key), list)), found)
    if isinstance(found, Mapping):
        found = [found]
    if not isinstance(found, list) or not any(isinstance(r, Mapping) and "skillName" in r for r in found):
        message = "It holds no object with a skillName."
        raise InputError([Problem(file.base, message, "Name the answer of the Open Skills Management Tool's API.")])
    return found


def _descriptor(record: Mapping[str, Any]) -> Descriptor:
    codes = [_text(o.get("code")) for o in _list(record.get("occupations")) if isinstance(o, Mapping)]
    return Descriptor(
        url=_text(record.get("id")),
        name=" ".join(_text(record.get("skillName")).split()),
        statement=_text(record.get("skillStatement")),
        categories=_names(record, "categories", "category"),
        keywords=_names(record, "keywords"),
        authors=_names(record, "authors", "author"),
        collections=_names(record, "collections"),
        occupations=tuple(dict.fromkeys(filter(None, codes))),
        alignments=tuple(
            dict.fromkeys(
                filter(None, (_text(a.get("id")) for a in _list(record.get("alignments")) if isinstance(a, Mapping)))
            )
        ),
        status=_text(record.get("status")),
    )


def _names(record: Mapping[str, Any], *keys: str) -> tuple[str, ...]:
    """The names under the first of these keys that is there: words, or objects with a name."""
    found = next((record[k] for k in keys if record.get(k)), None)
    texts = (_text(v.get("name")) if isinstance(v, Mapping) else _text(v) for v in _list(found))
    return tuple(dict.fromkeys(filter(None, texts)))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Any) -> str:
    """A text; half characters, which JSON can hold and no file can, become question marks."""
    return value.strip().encode("utf-8", "replace").decode() if isinstance(value, str) else ""
