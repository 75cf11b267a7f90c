"""New Jersey's training list: its standardised table and the search results of its Training Explorer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from credlens.catalog.sources.etpl.fields import Fields
from credlens.catalog.values.text import line, plain

_PLACE = "US-NJ"
_COLUMNS = {
    "officialname": "title",
    "standardized_name": "alias",
    "tuition": "tuition",
    "fees": "fees",
    "booksmaterialscost": "books",
    "suppliestoolscost": "supplies",
    "othercosts": "other",
    "totalcost": "total",
    "prerequisites": "prerequisites",
    "credentialtype": "credential",
    "licenseawardedname": "licence",
    "industrycredentialname": "industry_credential",
    "cipcode": "cip",
    "totalclockhours": "hours",
    "calendarlengthid": "calendar",
    "statusname": "status",
    "providerstatusname": "provider_status",
    "website": "site",
    "certapprovalexp": "accredited_until",
}
_FIGURES = {"peremployed2": "employment_rate_q2", "avgquarterlywage2": "mean_earnings_q2"}
_COUNTED = "over the provider's programmes of this subject"  # outcomes are listed by provider and CIP code
_NO_FIGURE = "-99999"  # written where nothing was counted
_RESULT = {
    "name": "title",
    "totalCost": "total",
    "tuitionCost": "tuition",
    "feesCost": "fees",
    "booksMaterialsCost": "books",
    "suppliesToolsCost": "supplies",
    "otherCost": "other",
    "prerequisites": "prerequisites",
    "certifications": "industry_credential",
    "description": "description",
    "totalClockHours": "hours",
    "calendarLength": "calendar",
    "online": "online",
}
# Of persons, or of no use to anybody who compares offers.
_LEFT = ("contact", "phone", "fax", "email", "rank", "google_direction_url")


def is_table(columns: Sequence[str]) -> bool:
    """Whether these are the standardised table's columns."""
    return {"programid", "officialname"} <= {c.casefold() for c in columns}


def of_row(cells: Mapping[str, str]) -> Fields:
    """A row, whose texts may carry quotes of an earlier export around them."""
    row = {name.casefold(): _unquoted(value) for name, value in cells.items()}
    said: dict[str, Any] = {ours: row[theirs] for theirs, ours in _COLUMNS.items() if row.get(theirs)}
    said["provider"] = row.get("name") or row.get("providername") or row.get("standardized_name_1", "")
    said["description"] = row.get("description", "") or row.get("standardized_description", "")
    said["accreditor"] = row.get("standardized_nongovapproval") or row.get("nongovapproval", "")
    said["more"] = [row.get("featuresdescription", "")]
    figures = {
        ours: row.get(theirs) for theirs, ours in _FIGURES.items() if row.get(theirs) not in {None, "", _NO_FIGURE}
    }
    taken = {
        *_COLUMNS,
        *_FIGURES,
        "name",
        "providername",
        "description",
        "featuresdescription",
        "programid",
        "nongovapproval",
    }
    kept = {
        n: v for n, v in row.items() if v and n not in taken and not n.startswith(("standardized", "mention_", *_LEFT))
    }
    return Fields(row.get("programid", ""), _PLACE, said, figures, counted=_COUNTED, kept=kept)


def is_result(record: Mapping[str, Any]) -> bool:
    """Whether this is a programme as the Training Explorer shows it."""
    return "totalCost" in record and "name" in record and ("providerName" in record or "provider" in record)


def of_result(record: Mapping[str, Any]) -> Fields:
    """A search result, or a programme's whole record."""
    said: dict[str, Any] = {ours: record[theirs] for theirs, ours in _RESULT.items() if record.get(theirs) is not None}
    provider = record.get("provider")
    if isinstance(provider, dict):
        said |= {"provider": line(provider.get("name")), "site": line(provider.get("url"))}
    said["provider"] = line(record.get("providerName")) or said.get("provider", "")
    definition = record.get("cipDefinition")
    if isinstance(definition, dict):
        said |= {
            "cip": definition.get("cip") or definition.get("cipcode"),
            "cip_title": line(definition.get("ciptitle")),
        }
    said["cip"] = record.get("cipCode") or said.get("cip")
    said["soc"] = _socs(record)
    said["more"] = [plain(record.get("highlight")).replace("[[", "").replace("]]", "")]
    figures = {"employment_rate_q2": record.get("percentEmployed")}
    taken = {
        *_RESULT,
        "id",
        "ctid",
        "provider",
        "providerName",
        "cipDefinition",
        "cipCode",
        "socCodes",
        "occupations",
        "highlight",
        "percentEmployed",
    }
    kept = {
        n: v for n, v in record.items() if n not in taken and v not in (None, "", [], {}) and not n.startswith(_LEFT)
    }
    return Fields(
        line(record.get("id")) or line(record.get("ctid")), _PLACE, said, figures, counted=_COUNTED, kept=kept
    )


def _socs(record: Mapping[str, Any]) -> list[str]:
    found = record.get("socCodes")
    codes = [line(code) for code in found] if isinstance(found, list) else []
    occupations = record.get("occupations")
    codes += [line(o.get("soc")) for o in occupations if isinstance(o, dict)] if isinstance(occupations, list) else []
    return [c for c in dict.fromkeys(codes) if c]


def _unquoted(value: str) -> str:
    text = value.replace('""', '"').strip()
    return text.strip('"').strip() if text.startswith('"') else text
