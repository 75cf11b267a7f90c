"""Amounts of money in sentences, each with the words that say what it is paid for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from credlens.catalog.pages.said import Page, Sentence
from credlens.catalog.pages.words import folded
from credlens.catalog.values.prices import Price, absurd, price

_SIGN = r"(?:US\$|CA?\$|AU?\$|NZ\$|HK\$|S\$|MX\$|R\$|[$\u20ac\u00a3\u20b9\u20a6\u20b1\u20a9])"
_CODE = r"(?:USD|EUR|GBP|CHF|CAD|AUD|NZD|INR|MXN|COP|ARS|CLP|PEN|BRL|SGD|HKD|SEK|NOK|DKK|PLN|ZAR|JPY)"
_NUMBER = r"\d(?:[\d.,\u00a0'\u2019]{0,14}\d)?"
_AMOUNT = re.compile(
    rf"(?:(?:{_CODE}\s?)?{_SIGN}\s?{_NUMBER}(?:\s?{_CODE}\b)?|\b{_CODE}\s?{_NUMBER}|\b{_NUMBER}\s?(?:{_CODE}\b|[\u20ac\u00a3\u20b9]|euros?\b|US dollars\b|pounds sterling\b|rupees\b))",
)
_PERIOD = re.compile(
    r"\s*(?:USD|EUR)?\s*(?:/\s?(?:mo(?:nth|nthly)?|mes|yr|year|week|wk|credit|module|course|class|lesson|semana|ano|a\u00f1o|hour|hr|credito|cr\u00e9dito)\b\.?"
    r"|(?:(?:is |are )?(?:billed |charged |paid |cada |una vez )?)(?:per|a|an|each|every|al|por|cada)\s+(?:calendar )?(?:month|mes|year|a\u00f1o|ano|annum|week|semana|credit(?: hour)?|cr\u00e9dito|hour|module|m\u00f3dulo|lesson|class|seat|person|persona|learner|user|session)\b"
    r"|(?:(?:is |are )?(?:billed |charged |paid ))?(?:monthly|mensual(?:es)?|annually|yearly|anual(?:es)?)\b)",
    re.IGNORECASE,
)
_SCALE = re.compile(r"\s?(?:k|m|bn|million|billion|mil|millones|trillion)\b", re.IGNORECASE)
_DOLLAR_NAMES = (("australian dollar", "AUD"), ("canadian dollar", "CAD"), ("new zealand dollar", "NZD"), ("singapore dollar", "SGD"), ("hong kong dollar", "HKD"),
                 ("pesos mexicanos", "MXN"), ("pesos colombianos", "COP"), ("pesos chilenos", "CLP"), ("pesos argentinos", "ARS"))  # fmt: skip
_DOLLAR_SITES = re.compile(r"^https?://[^/]*\.(au|ca|nz|sg|hk|mx|co|cl|ar|uy|do)(?:[:/]|$)")


@dataclass(frozen=True, slots=True)
class Mention:
    """One amount.

    Attributes:
        price: with its currency; for a plain dollar sign US dollars when the page shows nothing else, and ``assumed`` says so.
        before, after: the folded words around it in its sentence.
        parts: in what parts it is paid, where it is the sum of several.
    """

    sentence: Sentence
    price: Price
    before: str
    after: str
    assumed: bool = False
    parts: str = ""


def mentions(page: Page) -> Iterator[Mention]:
    """Every amount in the page's own sentences that is a price with a currency."""
    dollar = _dollar(page)
    for sentence in page.sentences:
        quote = sentence.quote[:1_000]
        for found in _AMOUNT.finditer(quote):
            rest = quote[found.end() :]
            if _SCALE.match(rest) or (rest.startswith(("%", "-")) and rest[1:2].isdigit()):
                continue
            period = _PERIOD.match(rest)
            amount = price(found[0] + (period[0].replace("billed ", "").replace("charged ", "") if period else ""))
            if amount is None or absurd(amount.amount) or not amount.amount:
                continue
            assumed = amount.currency is None
            if assumed:
                if "$" not in found[0] or dollar is None:
                    continue
                amount = replace(amount, currency=dollar)
            end = found.end() + (period.end() if period else 0)
            yield Mention(
                sentence, amount, folded(quote[: found.start()]), folded(quote[end:]), assumed and not _names_usd(page)
            )


def _dollar(page: Page) -> str | None:
    """Whose dollars a plain sign stands for: the United States', unless the page or its address belongs to another country that has them."""
    stated = page.head.get("product:price:currency", page.head.get("og:price:currency", "")).upper()
    if re.fullmatch("[A-Z]{3}", stated):
        return stated
    words = " ".join(s.text for s in page.sentences)
    named = {code for name, code in _DOLLAR_NAMES if name in words}
    if named:
        return named.pop() if len(named) == 1 else None
    locale = page.head.get("og:locale", "") or page.head.get("lang", "")
    if _DOLLAR_SITES.match(page.address) or re.search(r"[-_](?:AU|CA|NZ|SG|HK|MX|CO|CL|AR|UY)$", locale, re.IGNORECASE):
        return None
    return "USD"


def _names_usd(page: Page) -> bool:
    return any("usd" in s.text or "us$" in s.text or "us dollar" in s.text for s in page.sentences)
