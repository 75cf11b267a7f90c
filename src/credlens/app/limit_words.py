"""What a person can spend, as they write it on the command line or keep it in their profile."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation

from credlens.model.errors import UserError

TO = ".."  # between the first and the last day of a time


def amount(text: str, where: str) -> Decimal:
    """An amount of money; commas between thousands may stand in it.

    Raises:
        UserError: it is none, naming ``where`` it was said.
    """
    try:
        found = Decimal(text.replace(",", ""))
    except InvalidOperation:
        found = Decimal("nan")
    if not found.is_finite():
        raise UserError(f"{text!r} is not an amount.", where=where, what_to_do="Write digits: 400 or 399.50.")
    return found


def day(text: str, where: str, like: str = "2027-03-01") -> date:
    """A day, written YYYY-MM-DD.

    Raises:
        UserError: it is none.
    """
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise UserError(f"{text!r} is not a day.", where=where, what_to_do=f"Write it like {like}.") from None


def time_off(text: str, where: str) -> tuple[date, date]:
    """First and last day of a time without study: "2026-12-20..2027-01-03", or a single day.

    Raises:
        UserError: one of them is no day, or the last lies before the first.
    """
    first, between, last = text.partition(TO)
    like = f"2026-12-20{TO}2027-01-03"
    begins = day(first, where, like)
    ends = day(last, where, like) if between else begins
    if ends < begins:
        raise UserError(f"{text!r} ends before it begins.", where=where, what_to_do="Put the earlier day first.")
    return begins, ends


def language(text: str, where: str) -> str:
    """The ISO 639-1 code of a language.

    Raises:
        UserError: there is none of that code.
    """
    import pycountry

    code = text.strip().lower()
    if len(code) != 2 or pycountry.languages.get(alpha_2=code) is None:
        raise UserError(
            f"{text!r} is not the code of a language.", where=where, what_to_do="Use two letters, such as en or es."
        )
    return code


def spans(off: tuple[tuple[date, date], ...]) -> list[str]:
    """Times without study, as :func:`time_off` reads them."""
    return [f"{first}" if first == last else f"{first}{TO}{last}" for first, last in off]
