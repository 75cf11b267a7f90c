"""Answers as people and files write them, read as what a question asks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from credlens.catalog.interview.question import NONE, Kind, Question
from credlens.catalog.values.addresses import is_address
from credlens.catalog.values.prices import price
from credlens.model.quantity import Hours, Money

LONGEST = 300  # characters of an answer in words
SHOWN = 60  # characters of an answer that a message repeats
MOST_LISTED = 40  # things in one list
MOST_NUMBER = 20_000  # hours, months, credits: more is a slip
YEAR = 12  # months

_UNKNOWN = frozenset({"", "?", "don't know", "dont know", "i don't know", "i do not know", "do not know", "unknown", "not sure"})  # fmt: skip
_NONE = frozenset({"none", "no", "nothing", "nobody", "no one", "-"})
_YES_NO = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}
_NUMBER = r"(\d+(?:[.,]\d+)?)"
_SPAN = re.compile(rf"{_NUMBER}(?:\s*(?:-|\u2013|to)\s*{_NUMBER})?\s*([a-z]*)\.?")
_UNITS = {
    "hours": {"h", "hr", "hrs", "hour", "hours"},
    "months": {"month", "months", "mo"},
    "times": {"time", "times", "x"},
}
_YEARS = frozenset({"y", "yr", "yrs", "year", "years"})
_WHOLE = frozenset({"months", "times"})


class AnswerError(ValueError):
    """An answer that makes no sense; the message says why, ``what_to_do`` how to write it."""

    def __init__(self, message: str, what_to_do: str = "") -> None:
        super().__init__(message)
        self.what_to_do = what_to_do


def read_answer(question: Question, raw: object) -> Any:
    """The answer as a value.

    Returns:
        None for "I do not know"; :data:`~credlens.catalog.interview.question.NONE` for none; else a text, several, a truth value, a number,
        hours or money, by the question's kind.

    Raises:
        AnswerError: it is no answer to this question.
    """
    word = " ".join(raw.split()).casefold().replace("\u2019", "'") if isinstance(raw, str) else None
    if raw is None or word in _UNKNOWN:
        if question.needed:
            raise AnswerError("This has to be answered.", f"Write it like: {question.like}.")
        return None
    if question.none and (word in _NONE or raw is False or raw in ([], ["none"])):
        return NONE
    return _READERS[question.kind](question, raw)


def _shown(raw: object) -> str:
    """An answer as a message names it."""
    if isinstance(raw, Mapping):
        return "A mapping of names to values"
    if isinstance(raw, list | tuple):
        return "A list"
    if isinstance(raw, bool):
        return "yes" if raw else "no"
    text = " ".join(str(raw).split())
    return repr(text if len(text) <= SHOWN else f"{text[:SHOWN]} ...")


def _text(question: Question, raw: object) -> str:
    if isinstance(raw, bool | list | tuple | Mapping):
        raise AnswerError(f"{_shown(raw)} is no text.", f"Write it like: {question.like}.")
    text = " ".join(str(raw).split())
    if len(text) > LONGEST:
        raise AnswerError(f"This is {len(text)} characters long.", f"Say it in {LONGEST} at most.")
    return text


def _address(question: Question, raw: object) -> str:
    text = _text(question, raw)
    for address in (text, f"https://{text}"):
        if is_address(address):
            return address
    raise AnswerError(f"{_shown(text)} is no address of a page.", f"Write it like: {question.like}.")


def _list(question: Question, raw: object) -> tuple[str, ...]:
    parts = raw if isinstance(raw, list | tuple) else re.split(r"[,;\n]", _text(question, raw))
    found = tuple(dict.fromkeys(t for p in parts if (t := _text(question, p))))
    if not found:
        raise AnswerError("The list is empty.", f"Write it like: {question.like}.")
    if len(found) > MOST_LISTED:
        raise AnswerError(f"These are {len(found)}.", f"Name the {MOST_LISTED} most important ones.")
    return found


def _choice(question: Question, raw: object) -> str:
    if isinstance(raw, str):
        word = " ".join(raw.split()).casefold()
        for choice in question.choices:
            if word in {choice.words.casefold(), choice.id} or re.sub(r"[ -]", "_", word) == choice.id:
                return choice.id
    raise AnswerError(
        f"{_shown(raw)} is none of the answers.", f"Use one of: {', '.join(c.id for c in question.choices)}."
    )


def _choices(question: Question, raw: object) -> tuple[str, ...]:
    parts = raw if isinstance(raw, list | tuple) else re.split(r"[,;\n]", str(raw))
    chosen = {_choice(question, p.strip() if isinstance(p, str) else p) for p in parts if p not in ("", None)}
    if not chosen:
        raise AnswerError("Nothing is chosen.", f"Use some of: {', '.join(c.id for c in question.choices)}.")
    return tuple(c.id for c in question.choices if c.id in chosen)


def _yes_no(_: Question, raw: object) -> bool:
    if isinstance(raw, bool):
        return raw
    found = _YES_NO.get(str(raw).strip().casefold())
    if found is None:
        raise AnswerError(f"{_shown(raw)} is neither yes nor no.", "Write yes or no, or ? when you do not know.")
    return found


def _number(question: Question, raw: object) -> float:
    low, high = _span(question, raw)
    if low != high:
        raise AnswerError(f"{_shown(raw)} is no single number.", f"Write it like: {question.like}.")
    if question.unit in _WHOLE and low != int(low):
        raise AnswerError(f"{low:g} {question.unit} is no whole number.", f"Write it like: {question.like}.")
    return low


def _range(question: Question, raw: object) -> Hours:
    return Hours(*_span(question, raw))


def _span(question: Question, raw: object) -> tuple[float, float]:
    """Least and most, in the question's unit."""
    advice = f"Write it like: {question.like}."
    if isinstance(raw, Mapping) and {"min", "max"} <= raw.keys():
        raw = [raw["min"], raw["max"]]
    if isinstance(raw, list | tuple) and len(raw) == 2 and not any(isinstance(n, list | Mapping) for n in raw):
        raw = f"{raw[0]}-{raw[1]}"
    found = _SPAN.fullmatch(str(raw).strip().casefold()) if not isinstance(raw, bool) else None
    if found is None:
        raise AnswerError(f"{_shown(raw)} is no number of {question.unit}.", advice)
    unit, factor = found[3], 1
    if question.unit == "months" and unit in _YEARS:
        factor = YEAR
    elif unit and unit not in _UNITS.get(question.unit, {question.unit}):
        raise AnswerError(f"{_shown(raw)} is not in {question.unit}.", advice)
    low, high = (factor * float(n.replace(",", ".")) for n in (found[1], found[2] or found[1]))
    if low > high:
        raise AnswerError(
            f"In {_shown(raw)} the first number is larger than the second.", "Write the smaller one first."
        )
    if not 0 < low <= high <= MOST_NUMBER:
        raise AnswerError(f"{_shown(raw)} is out of bounds.", f"It has to be more than 0 and at most {MOST_NUMBER:,}.")
    return low, high


def _money(question: Question, raw: object) -> Money:
    advice = f"Write it like: {question.like}."
    if isinstance(raw, Mapping) and "amount" in raw:
        raw = f"{raw['amount']} {raw.get('currency', '')}"
    found = price(raw) if isinstance(raw, str | int | float | Decimal) and not isinstance(raw, bool) else None
    if found is None or found.amount < 0 or (found.free and not question.none):
        raise AnswerError(f"{_shown(raw)} is no amount of money.", advice)
    if found.free:
        return Money(Decimal(0))
    if found.period:
        raise AnswerError(
            f"{_shown(raw)} says how it is paid, too.", f"That is another question; {advice[0].lower()}{advice[1:]}"
        )
    if found.currency is None:
        raise AnswerError(f"{_shown(raw)} does not say which currency.", advice)
    return Money(found.amount, found.currency)


_READERS: Mapping[Kind, Callable[[Question, object], Any]] = {
    Kind.TEXT: _text,
    Kind.ADDRESS: _address,
    Kind.LIST: _list,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.YES_NO: _yes_no,
    Kind.NUMBER: _number,
    Kind.RANGE: _range,
    Kind.MONEY: _money,
}
