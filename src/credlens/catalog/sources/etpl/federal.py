"""Training lists in the layout of the federal report (form ETA-9171), with its column names or with headings in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from credlens.catalog.sources.etpl.fields import Fields, state_name
from credlens.catalog.values.text import line

# Headings in words, the names of the form's elements among them; matched as a whole, without case, marks and the elements' numbers.
_HEADINGS = {
    "title": "program name, name of program, training program name, program title, name of training program, course name, program of study, training program, program",
    "provider": "eligible training provider, etp, provider name, provider, training provider, training provider name, name of eligible training provider, institution, school, "
    "organization name",
    "description": "program description, description of program, description, training program description, course description",
    "page": "program url, url of training program, training program url, url of program, program website, program web address",
    "site": "provider url, provider website, website, web site",
    "credential": "associated credential, name of associated credential, credential, credential type, type of credential, credential earned, credential awarded, type of award",
    "outcome_codes": "potential outcome, program of study by potential outcome, program potential outcome",
    "licence": "license, licence, license name, name of license",
    "industry_credential": "industry credential, industry recognized credential, industry credential name",
    "cip": "cip code, cip, program of study cip code, cip code 2020",
    "cip_title": "cip title, cip name, cip description",
    "tuition": "non wioa tuition cost, tuition, tuition cost, tuition and fees, tuition fees, cost of tuition, tuition and required fees, out of pocket cost tuition and fees",
    "fees": "fees, required fees, other fees, registration fee",
    "books": "books, book cost, books cost, cost of books",
    "supplies": "non wioa supplies cost, supplies, supplies cost, books and supplies, books supplies, books and supplies cost, tools and supplies, required books and supplies",
    "other": "other costs, other cost",
    "total": "total cost, total program cost, total cost of program, program cost, cost, total tuition and fees",
    "hours": "program length hours, length hours, program length clock hours, program length in hours, total hours, clock hours, contact hours, hours, total clock hours, "
    "program length clock contact hours",
    "weeks": "program length weeks, length weeks, program length in weeks, weeks, total weeks, duration weeks, duration in weeks",
    "prerequisites": "program prerequisites, prerequisites, prerequisite, entry requirements, admission requirements",
    "format": "program format, format, delivery method, delivery mode, method of delivery, instruction method, modality",
    "status": "status, program status, approval status, eligibility status",
    "provider_status": "provider status",
}
_FIGURES = {
    "completion_rate": "completed percent, completion rate, program completion rate, completion percent, percent completed, completion rate all",
    "employment_rate": "employment rate, percent employed, employed percent, placement rate",
    "employment_rate_q2": "q2 employment percent, employment rate q2, employment rate 2nd quarter after exit, employment rate second quarter, q2 employment rate, "
    "employment rate second quarter after exit, employment rate 2nd quarter",
    "employment_rate_q4": "q4 employment percent, employment rate q4, employment rate 4th quarter after exit, employment rate fourth quarter after exit, q4 employment rate",
    "credential_rate": "cred attainment percent, credential attainment rate, credential rate, credential attainment",
    "median_earnings": "median earnings, median wages",
    "median_earnings_q2": "median earnings q2, median earnings 2nd quarter after exit, median earnings second quarter after exit, median earnings 2nd quarter",
    "n_completion": "total exited",
    "n_employment_q2": "de129",
    "n_employment_q4": "de130",
}
_KEYS = "uuid, program id, programid, program unique id, training program id"
_STATES = "reportingstate, reporting state, state of list"
_SOC = re.compile(
    r"(?:program )?soc (?:occ(?:upation)? )?(?:code )?\d?|(?:associated )?occupations? soc(?: code)?|onet soc code(?: \d)?"
)
_OUTCOME = re.compile(r"d?e?108(?:_|$)", re.IGNORECASE)  # element 108, whose column is called no more than "program"
_ELEMENT = re.compile(r"^(?:d\d{3}[a-z]?_|de\d{3}_|field_|c_)+")


def _synonyms(table: Mapping[str, str]) -> dict[str, str]:
    return {heading: name for name, headings in table.items() for heading in headings.split(", ")}


_CELL_OF, _FIGURE_OF = _synonyms(_HEADINGS), _synonyms(_FIGURES)


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column says what.

    Attributes:
        cells, figures: our name -> column.
        soc: columns with occupations.
        percent: figures whose column has numbers above 1.
    """

    cells: Mapping[str, str]
    figures: Mapping[str, str]
    soc: tuple[str, ...]
    key: str
    state: str
    percent: frozenset[str] = frozenset()

    def told(self) -> str:
        """What was recognised, for a person to check."""
        named = {**self.cells, **self.figures}
        return ", ".join(f"{column} = {ours.replace('_', ' ')}" for ours, column in named.items())

    def with_units(self, rows: Iterable[Mapping[str, Any]]) -> Layout:
        """The same, knowing which rates are in percent: a share is never above 1."""
        shares = [name for name in self.figures if "_rate" in name]
        found = set()
        for row in rows:
            found |= {name for name in shares if name not in found and _above_one(row.get(self.figures[name]))}
        return replace(self, percent=frozenset(found))

    def of_row(self, row: Mapping[str, Any]) -> Fields:
        """A row's cells by their meaning."""
        said: dict[str, Any] = {
            ours: row[column] for ours, column in self.cells.items() if row.get(column) not in (None, "")
        }
        said["soc"] = [line(row.get(column)) for column in self.soc if line(row.get(column))]
        figures = {ours: row[column] for ours, column in self.figures.items() if row.get(column) not in (None, "")}
        state = line(row.get(self.state)).upper() if self.state else ""
        place = f"US-{state}" if state_name(f"US-{state}") else ""
        used = {*self.cells.values(), *self.figures.values(), *self.soc, self.key, self.state}
        kept = {n: v for n, v in row.items() if n not in used and v not in (None, "", [], {}) and line(v) != "-1"}
        kept = {n: v for n, v in kept.items() if not re.search(r"contact|phone|e-?mail|fax", n, re.IGNORECASE)}
        return Fields(
            line(row.get(self.key)) if self.key else "", place, said, figures, self.percent, kept=kept, suppressed=True
        )


def layout(columns: Sequence[str]) -> Layout | None:
    """The layout of a table with a programme's and a provider's name and something to compare; None for another table."""
    cells: dict[str, str] = {}
    figures: dict[str, str] = {}
    soc, key, state = [], "", ""
    for column in columns:
        heading = normal(column)
        if _OUTCOME.match(column):
            cells.setdefault("outcome_codes", column)
        elif heading in _CELL_OF:
            cells.setdefault(_CELL_OF[heading], column)
        elif heading in _FIGURE_OF:
            metric = _FIGURE_OF[heading]
            if metric == "median_earnings" and _ELEMENT.match(column):
                metric = "median_earnings_q2"  # by the form's definition of the element
            figures.setdefault(metric, column)
        elif _SOC.fullmatch(heading):
            soc.append(column)
        elif heading in _KEYS.split(", "):
            key = key or column
        elif heading in _STATES.split(", "):
            state = state or column
    compared = {"cip", "tuition", "total", "hours", "weeks", "outcome_codes"} & set(cells) or figures
    if not {"title", "provider"} <= set(cells) or not compared:
        return None
    return Layout(cells, figures, tuple(soc), key, state)


def normal(column: str) -> str:
    """A heading without case, marks and the number of the form's element: "d113_program_length_hours" -> "program length hours"."""
    plain = _ELEMENT.sub("", column.strip().casefold()) or column.casefold()
    return " ".join(re.sub(r"[^a-z0-9]+", " ", plain).split())


def _above_one(value: Any) -> bool:
    text = line(value)
    try:
        return "%" not in text and float(text) > 1
    except ValueError:
        return False
