"""Amounts of money as catalogs write them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from credlens.catalog.values.text import line

_MOST = Decimal(
    1_000_000
)  # what a credential may cost; more is a slip, an identifier, or another currency's small unit
_SYMBOLS = {"€": "EUR", "£": "GBP", "₹": "INR", "R$": "BRL", "C$": "CAD", "CA$": "CAD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD", "HK$": "HKD",
            "S$": "SGD", "MX$": "MXN", "US$": "USD", "₩": "KRW", "₺": "TRY", "₽": "RUB", "₦": "NGN", "₱": "PHP", "zł": "PLN", "CHF": "CHF", "Fr.": "CHF"}  # fmt: skip
_WORDS = {
    "euro": "EUR", "euros": "EUR", "us dollars": "USD", "us dollar": "USD", "u.s. dollars": "USD", "dolares americanos": "USD", "pounds sterling": "GBP",
    "rupees": "INR",
}  # fmt: skip
# ISO 4217 codes of currencies in which courses are sold.
_CODE = re.compile(
    r"\b(?:AED|ARS|AUD|BDT|BGN|BHD|BRL|CAD|CHF|CLP|CNY|COP|CRC|CZK|DKK|DOP|EGP|EUR|GBP|GEL|GHS|GTQ|HKD|HUF|IDR|ILS|INR|ISK|JOD|JPY|KES|KRW|KWD|KZT"
    r"|LBP|LKR|MAD|MXN|MYR|NGN|NOK|NPR|NZD|OMR|PEN|PHP|PKR|PLN|PYG|QAR|RON|RSD|RUB|SAR|SEK|SGD|THB|TND|TRY|TWD|TZS|UAH|UGX|USD|UYU|VND|XAF|XOF|ZAR)(?![A-Za-z])"
)
_DOT_GROUPS = frozenset(
    {"ARS", "BRL", "CLP", "COP", "CRC", "DKK", "EUR", "IDR", "ISK", "NOK", "RON", "RSD", "SEK", "TRY", "UYU", "VND"}
)  # where 1.200 is 1200
_FREE = re.compile(
    r"(?:it'?s |for )?(?:free|free of charge|no (?:cost|charge|fee)|gratis|gratuito|gratuita|gratuit|gratuite|kostenlos|kostenfrei|libre)(?: of charge)?"
)
_NUMBER = re.compile(r"[-\u2212]?\s?\d[\d.,'\u2019\u00a0\u202f ]*")
# Words that may stand around the number of a price without making it something else; without accents.
_AROUND = frozenset(
    """a about an approx approximately attempt ca circa cost course d de dollar dollars each exam excl fee inc incl just once one only per plus price
    tax time total tuition vat inkl mwst ust iva tva""".split()  # noqa: SIM905  # words
)
# What follows the number of a price that is paid again and again; without accents. A unit alone ("3 months") is a time, and no price.
_EACH = r"(?:/|\b(?:per|an?|each|every|al?|a la|el|la|por|cada|par|pro|je|im|ao|por l[ao])\s+)\s*(?:the\s+)?"
_MONTH = re.compile(
    rf"{_EACH}(?:months?|mo|mth|mes|mois|monat|mon)\b\.?|\b(?:monthly|mensual(?:es|mente)?|mensuel(?:le)?s?|mensal|mensais|monatlich|mtl)\b\.?|\bp\.\s?m\b\.?"
)
_YEAR = re.compile(
    rf"{_EACH}(?:years?|yr|ano|an|annee|jahr|annum)\b\.?|/\s*[ya]\b|\b(?:yearly|annual(?:ly)?|anual(?:es|mente)?|anuais|annuel(?:le)?s?|jahrlich|jahrl)\b\.?"
    r"|\bp\.\s?a\b\.?"
)
_OTHER = re.compile(
    rf"{_EACH}(?:credit(?:[ -]?hours?| points?)?s?|creditos?|week|wk|semana|semaine|woche|day|dia|jour|tag|hours?|hrs?|h|hora|heure|stunde|person|persona|personne"
    r"|participant|student|learner|user|seat|lesson|leccion|lecon|lektion|class|clase|session|sesion|seance|module|modulo|modul|unit|semester|semestre"
    r"|trimestre|trimester|quarter|term|point|punkt)\b\.?|\b(?:weekly|semanal|wochentlich|hebdomadaire|daily|diario|quarterly|trimestral)\b"
)
_LEAST = re.compile(
    r"\b(?:from|ab|desde|starting (?:at|from)|starts (?:at|from)|a partir de|at least|mindestens|minimum)\b|\+[^\w]*$|^\s*des\b"
)
_LONGEST = 120  # characters; a longer text is no price but speaks of some


class Period(StrEnum):
    """What a price is paid for again and again."""

    MONTH = "month"
    YEAR = "year"
    OTHER = "other"  # a credit, a week, a person, a lesson: how many of them there are is not said


@dataclass(frozen=True, slots=True)
class Price:
    """An amount of money.

    Attributes:
        currency: ISO 4217; None when the text does not say which: a plain "$" is the sign of twenty currencies.
        free: whether the text says in words that it costs nothing. A bare 0 does not: in a catalog of subscriptions it is no price at all.
        period: for what it is paid each time; None for a single payment.
        least: whether the text says that it costs this or more ("from $49", "ab 99 \u20ac").
    """

    amount: Decimal
    currency: str | None
    free: bool = False
    period: Period | None = None
    least: bool = False


def price(value: object) -> Price | None:
    """The amount in a number or text; None when there is none, or when there are two that differ ("$49 - $99")."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float | Decimal):
        return _of_number(value)
    text = unicodedata.normalize("NFKC", line(value)).strip(" .;")
    if len(text) > _LONGEST:
        return None
    folded = _without_accents(text.casefold())
    if _FREE.fullmatch(folded):
        return Price(Decimal(0), None, free=True)
    numbers = [m for m in _NUMBER.finditer(text) if m[0].strip()]
    if len(numbers) != 1:
        return None
    around = f"{text[: numbers[0].start()]} {text[numbers[0].end() :]}"
    currency, left = _currency(around)
    amount = _amount(numbers[0][0], currency)
    periods, least, left = _terms(_without_accents(left.casefold()))
    if amount is None or len(periods) > 1 or not set(re.findall(r"[^\W\d_]+", left)) <= _AROUND:
        return None
    if "-" in text[: numbers[0].start()] or re.search(
        r"\(\s*$", text[: numbers[0].start()]
    ):  # "-$5", and "(5.00)" of ledgers
        amount = -abs(amount)
    return Price(amount, currency, period=next(iter(periods), None), least=least)


def payment(value: object) -> Price | None:
    """The amount that is paid once; None also for what is paid by the month, the year, the credit."""
    found = price(value)
    return found if found and found.period is None else None


def _terms(text: str) -> tuple[set[Period], bool, str]:
    """(for what it is paid each time, whether it costs that or more, the text without both)."""
    found = set()
    for period, pattern in ((Period.MONTH, _MONTH), (Period.YEAR, _YEAR), (Period.OTHER, _OTHER)):
        text, count = pattern.subn(" ", text)
        if count:
            found.add(period)
    text, bound = _LEAST.subn(" ", text)
    return found, bound > 0, text


def absurd(amount: Decimal) -> str | None:
    """Why an amount is no price, as a sentence; None when it may be one."""
    if not amount.is_finite():
        return "It is no number."
    if amount < 0:
        return f"A price of {_short(amount)} is below zero."
    if amount > _MOST:
        return f"A price of {_short(amount)} is more than any course costs."
    return None


def _short(amount: Decimal) -> str:
    """The amount in words of a bearable length: 1E+999999999 written out is a gigabyte."""
    if abs(amount.adjusted()) > 20:
        return f"{amount:.3g}"
    return f"{amount:,.0f}" if amount > _MOST else f"{amount:,f}"


def _of_number(value: float | Decimal) -> Price | None:
    try:
        amount = Decimal(str(value))
    except (InvalidOperation, ValueError):  # ValueError: an integer of thousands of digits
        return None
    return Price(amount, None) if amount.is_finite() else None


def _amount(text: str, currency: str | None) -> Decimal | None:
    """The number in European, American or Indian writing; None for "1.200" where nothing says whether that is 1200 or 1.2."""
    digits = re.sub(r"[\s'\u2019]", "", text).replace("\u2212", "-").rstrip(".,")
    if re.fullmatch(r"-?0?\d{1,3}\.\d{3}", digits) and not digits.lstrip("-").startswith("0"):
        if currency not in _DOT_GROUPS:
            return None
        digits = digits.replace(".", "")
    elif re.fullmatch(r"-?\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?", digits):
        digits = digits.replace(",", "")
    elif re.fullmatch(r"-?\d{1,3}(?:\.\d{3})+,\d+|-?\d{1,3}(?:\.\d{3}){2,}", digits):
        digits = digits.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"-?\d+,\d+", digits):
        digits = digits.replace(",", ".")
    try:
        return Decimal(digits)
    except InvalidOperation:
        return None


def _currency(text: str) -> tuple[str | None, str]:
    """(the currency, the text without it); None when none or more than one is named."""
    found: set[str] = set()
    for code in _CODE.findall(text):
        found.add(code)
        text = text.replace(code, " ")
    folded = _without_accents(text.casefold())
    for words, code in _WORDS.items():
        if re.search(rf"\b{re.escape(words)}", folded):
            found.add(code)
            text = re.sub(re.escape(words), " ", folded)
    for symbol in sorted(_SYMBOLS, key=len, reverse=True):
        if symbol.casefold() in text.casefold():
            found.add(_SYMBOLS[symbol])
            text = re.sub(re.escape(symbol), " ", text, flags=re.IGNORECASE)
    return (found.pop() if len(found) == 1 else None), text


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
