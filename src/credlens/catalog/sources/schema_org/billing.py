"""For what a price of schema.org is paid again and again, by the terms of its specification, or by how the offer is called.

Terms: https://schema.org/UnitPriceSpecification; unit codes are those of UN/CEFACT's recommendation 20 (MON, ANN).
"""

from __future__ import annotations

import re
from typing import Any

from credlens.catalog.values import jsonld
from credlens.catalog.values.prices import Period

Record = dict[str, Any]

_FIELDS = ("billingDuration", "billingIncrement", "unitText", "unitCode", "referenceQuantity")
_UNITS = (
    (Period.MONTH, re.compile(r"P1M\b|P30D|\bMON\b|month|monat|mensual|\bmes\b|mois", re.IGNORECASE)),
    (Period.YEAR, re.compile(r"P1Y\b|P12M|P365D|\bANN\b|year|annual|jahr|año|\bano\b", re.IGNORECASE)),
    (Period.OTHER, re.compile(r"\bP\d+[DWMY]\b|\b(?:WEE|DAY|HUR|QAN|SAN)\b|PER_|week|quarter|semester|\bhours?\b|\bcredits?\b|lesson|session", re.IGNORECASE)),
)  # fmt: skip
# Words of a name or description; 12 monthly instalments are one price, and five hours per month are none.
_PAYING = r"plans?|subscriptions?|memberships?|payments?|billing|fees?|prices?|pricing|pass|access|abo(?:nnement)?"
_PAID = r"billed|paid|payable|charged|renew(?:s|ed|al)?|subscription|membership|plan"
_NOT_AFTER = r"(?<!hour )(?<!hours )(?<!session )(?<!sessions )(?<!lesson )(?<!lessons )(?<!class )(?<!classes )(?<!time )(?<!times )(?<!once )(?<!h )"


def _worded(adverb: str, noun: str) -> re.Pattern[str]:
    return re.compile(
        rf"^\W*(?:{adverb})\W*$|\b(?:{adverb})[\s-]+(?:{_PAYING})\b|\b(?:{_PAID})[\s:,-]+(?:{adverb})\b"
        rf"|{_NOT_AFTER}\b(?:per|each|every|pro|por|par|al|cada)\s+(?:{noun})\b|/\s?(?:{noun})\b",
        re.IGNORECASE,
    )


_WORDS = (
    (Period.MONTH, _worded("monthly|mensual(?:mente)?|mensuel(?:le)?|monatlich|mensal", "months?|mo|mes|mois|monat|mês")),
    (Period.YEAR, _worded("yearly|annual(?:ly)?|anual(?:mente)?|annuel(?:le)?|jährlich", "years?|yr|annum|año|ano|an|jahr")),
)  # fmt: skip
_INSTALMENTS = re.compile(
    r"inst?all?ments?|\brates?\b|\braten\b|\bcuotas?\b|\bno (?:monthly|annual|yearly)\b", re.IGNORECASE
)


def periods(offer: Record, terms: Record) -> set[Period]:
    """All that is named: nothing for a single payment; two when what is said is not clear."""
    inner = [v for r in (terms, offer) for f in _FIELDS for v in jsonld.many(r.get(f))]
    more = [
        v.get(f) for v in inner if isinstance(v, dict) for f in ("@id", "id", "name", "unitCode", "unitText", "value")
    ]
    said = " ".join(jsonld.words(v) for v in (*inner, *more))
    unit = next((period for period, pattern in _UNITS if pattern.search(said)), None)
    if unit:
        return {unit}
    named = [jsonld.words(r.get(f)) for r in (terms, offer) for f in ("name", "description")]
    return {p for text in named if not _INSTALMENTS.search(text) for p, pattern in _WORDS if pattern.search(text)}
