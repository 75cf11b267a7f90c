"""A row of any table as a credential, once it is known which column holds which field."""

from __future__ import annotations

import re
from datetime import date

from credlens.catalog.offer import Offer, Settings
from credlens.catalog.sources.csv_table import money as csv_money
from credlens.catalog.sources.csv_table import terms as csv_terms
from credlens.catalog.sources.csv_table.cells import Columns, Record, mark
from credlens.catalog.values.addresses import canonical, is_address
from credlens.catalog.values.days import day
from credlens.catalog.values.durations import Workload, ects, validity, weekly, workload
from credlens.catalog.values.facts import imported, known, not_stated
from credlens.catalog.values.listed import is_moved, listed
from credlens.catalog.values.organisations import organisation
from credlens.catalog.values.reading import Reading, distinct, proposed_id, slug
from credlens.catalog.values.tablefile import Row
from credlens.catalog.values.text import cut
from credlens.model.credential import Credential, Organisation, Validity
from credlens.model.errors import Problem
from credlens.model.fact import Fact, not_looked_up
from credlens.model.offer import Classification, Identifier, Rating, StatedSkill
from credlens.model.quantity import Hours, Months

SCHEME = "csv"
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.])|(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_THOUSANDS = re.compile(r"(\d+(?:[.,]\d+)?)\s?k", re.IGNORECASE)
_RANGE = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:-|\u2013|to|bis|a)\s*(\d+(?:[.,]\d+)?)")


def read_row(row: Row, columns: Columns, settings: Settings) -> tuple[Offer | None, list[Problem]]:
    """(the offer of a row, what in it could not be used); no offer without a title."""
    probe = Record(row, columns, Reading(row.where, imported(None, None, row.where)))
    title = probe.cell("title")
    if not title:
        return None, [
            Problem(row.where, f"The row has nothing under {cut(columns.name('title'))!r}.", "It is left out.")
        ]
    page = _address(probe)
    seen = _updated(probe) or settings.as_of
    record = Record(row, columns, Reading(row.where, imported(page, seen, row.where), probe.r.problems))
    key = (
        probe.cell("id")
        or canonical(page)
        or slug(title, probe.cell("provider") or probe.cell("issuer"), probe.cell("kind"))
    )
    credential = _credential(key, title, page, record)
    text = "\n".join(record.texts("description"))
    return Offer(key, credential, text, row.where), record.r.problems


def _credential(key: str, title: str, page: str | None, record: Record) -> Credential:
    source = record.r.source
    kind = csv_terms.kind(record)
    hours, duration = _workload(record)
    assessment, credit, prerequisites, absent = csv_terms.lists(record)
    name = canonical(page)
    return Credential(
        id=proposed_id(SCHEME, key),
        title=title,
        identifiers=(Identifier("url", name),) if name else (),
        description=known("\n".join(record.texts("description")) or None, source),
        kind=known(kind.kind, source, note=_noted(record.cell("kind"), kind.kind)) if kind else _empty(record, "kind"),
        evidence_class=known(kind.evidence_class if kind else None, source),
        status=csv_terms.status(record),
        issuer=_organisation(record, "issuer"),
        provider=_organisation(record, "provider"),
        platform=_organisation(record, "platform"),
        official_url=known(page, source),
        level=csv_terms.level(record),
        languages=csv_terms.languages(record),
        hours=hours,
        duration=duration,
        schedule=csv_terms.schedule(record),
        mode=csv_terms.mode(record),
        stated=_skills(record),
        costs=csv_money.costs(record),
        assessment=assessment,
        prerequisites=prerequisites,
        credit=credit,
        classifications=_classifications(record),
        rating=_rating(record),
        validity=_validity(record),
        absent=absent,
    )


def _noted(said: str, kind: str) -> str:
    return f"the table says {said!r}" if said.casefold() != kind.casefold() else ""


def _empty(record: Record, of: str) -> Fact[str]:
    return not_stated(record.r.source) if record.columns.name(of) else not_looked_up()


def _organisation(record: Record, of: str) -> Fact[Organisation]:
    found = organisation(record.cell(of))
    if found or not record.columns.name(of):
        return known(found, record.r.source)
    return not_stated(record.r.source)


def _skills(record: Record) -> tuple[StatedSkill, ...]:
    out = []
    for text in record.texts("skills"):
        if is_moved(text):
            record.wrong("skills", f"The cells have moved: {text[:60]!r} is no list of skills.")
        else:
            out += [StatedSkill(name, (record.r.source,)) for name in listed(text)]
    return distinct(out)


def _address(record: Record) -> str | None:
    said = record.cell("url")
    if not said or is_address(said):
        return said or None
    if canonical(said):  # without a scheme
        return f"https://{said}"
    record.wrong("url", f"{said[:80]!r} is no address.")
    return None


def _updated(record: Record) -> date | None:
    said = record.cell("updated")
    found = day(said)
    if said and found is None:
        record.wrong("updated", f"{said[:60]!r} is no day, or could be two.")
    return found


def _workload(record: Record) -> tuple[Fact[Hours], Fact[Months]]:
    """Hours from the column that states them most directly; months from whichever says them."""
    said = [(of, record.cell(of)) for of in ("hours", "months", "weeks", "duration") if record.cell(of)]
    found = {of: _time(of, text, record) for of, text in said}
    by_week = _weeks(record)
    points = _points(record)
    ways = [found.get("hours"), by_week, found.get("duration"), points, found.get("weeks"), found.get("months")]
    hours = next((w for w in ways if w and w.hours), None)
    order = [found.get("months"), found.get("weeks"), found.get("duration"), found.get("hours")]
    months = next((w.months for w in order if w and w.months), None)
    paces = [of for of, w in found.items() if w and w.pace]
    if paces and not hours:
        record.wrong(paces[0], f"{record.cell(paces[0])[:60]!r} says how much a week, not how long.")
    return (
        known(hours.hours if hours else None, record.r.source, note=hours.how if hours else ""),
        known(months, record.r.source),
    )


def _time(of: str, said: str, record: Record) -> Workload | None:
    """A time in a cell; a bare number is in the unit of its field, and written as the column's others are."""
    written = record.columns.decimal_marks.get(record.columns.name(of), "")
    if not written and re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", said):
        told = f"{said!r} is {said.replace('.', '')} or {float(said):g}: no other number in the column says which."
        record.wrong(of, told)
        return None
    if written:
        said = _plain_numbers(said, written)
    span = _RANGE.fullmatch(said)
    bare = said.replace(" ", "") if _NUMBER.fullmatch(said) or span else ""
    found = workload(f"{said} {of}" if bare and of != "duration" else said)
    if found.hours or found.months or found.pace:
        return found
    if said not in {"0", "0.0"}:
        record.wrong(of, f"{said[:80]!r} is no time that is understood.")
    return None


def _plain_numbers(said: str, decimal: str) -> str:
    """Numbers without marks between thousands, and with a dot before decimals."""
    other = "." if decimal == "," else ","
    text = _GROUPED.sub(lambda m: m[0].replace(other, ""), said)
    # Three decimals would be taken for a group: a nought behind them changes nothing.
    return re.sub(r"(\d),(\d+)", lambda m: f"{m[1]}.{m[2]}{'0' * (len(m[2]) == 3)}", text) if decimal == "," else text


def _weeks(record: Record) -> Workload | None:
    pace = _ends(record.cell("hours_per_week"))
    weeks = _ends(record.cell("weeks"))
    if pace and not weeks:
        said = workload(record.cell("duration")).months
        weeks = (said.min * 52 / 12, said.max * 52 / 12) if said else None
    return weekly(weeks, pace) if weeks and pace else None


def _ends(said: str) -> tuple[float, float] | None:
    numbers = [float(n.replace(",", ".")) for n in _NUMBER.findall(said)]
    return (numbers[0], numbers[-1]) if len(numbers) in {1, 2} else None


def _points(record: Record) -> Workload | None:
    found = _ends(record.cell("credit_ects"))
    return ects(found[0]) if found and found[0] == found[1] and found[0] <= 400 else None


def _validity(record: Record) -> Fact[Validity]:
    said = record.cell("validity")
    if not said:
        return not_looked_up()
    found = validity(said)
    if found is None and _NUMBER.fullmatch(said):
        words = record.columns.name("validity").casefold()
        unit = next((u for u in ("month", "year") if u in words), "")
        found = validity(f"{said} {unit}") if unit else None
    if found is None:
        record.wrong("validity", f"{said[:60]!r} is no time that is understood.")
        return not_stated(record.r.source, note=said)
    return known(found, record.r.source)


def _rating(record: Record) -> Fact[Rating]:
    said = record.cell("rating")
    if not said:
        return not_stated(record.r.source) if record.columns.name("rating") else not_looked_up()
    found = mark(said)
    best = (found and found[1]) or record.columns.best_rating
    if found is None or found[0] > best:
        record.wrong("rating", f"{said[:60]!r} is no mark from 0 to {record.columns.best_rating:g}.")
        return not_stated(record.r.source)
    return known(Rating(found[0], _count(record), best), record.r.source)


def _count(record: Record) -> int | None:
    said = record.cell("reviews").strip("()")
    text = re.sub(r"\s*(?:reviews?|ratings?|marks?)$", "", said, flags=re.IGNORECASE)
    if found := _THOUSANDS.fullmatch(text):
        return round(float(found[1].replace(",", ".")) * 1000)
    if re.fullmatch(r"\d+(?:\.0+)?", text):
        return int(float(text))
    if re.fullmatch(r"\d{1,3}(?:[., ]\d{3})+", text):
        return int(re.sub(r"\D", "", text))
    if said:
        record.wrong("reviews", f"{said[:60]!r} is no number.")
    return None


def _classifications(record: Record) -> tuple[Classification, ...]:
    out = []
    for scheme, pattern in (("soc", r"\d{2}-?\d{4}(?:\.\d{2})?"), ("cip", r"\d{1,2}\.?\d{2,4}")):
        for code in listed(record.cell(scheme)):
            if re.fullmatch(pattern, code):
                out.append(Classification(scheme, code, "", (record.r.source,)))
            else:
                record.wrong(scheme, f"{code[:60]!r} is no code of {scheme.upper()}.")
    return tuple(out)
