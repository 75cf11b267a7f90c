"""Events in words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from credlens.model.progress import Event, EventKind
from credlens.model.quantity import Money


def said(event: Event, title: str, currency: str) -> str:
    """One event as a clause, without a full stop."""
    match event.kind:
        case EventKind.FINISHED:
            return f"{title} was finished on {event.day}"
        case EventKind.FAILED:
            return f"the exam of {title} was not passed on {event.day}"
        case EventKind.DID:
            return _did(event, title)
        case EventKind.PRICE:
            of = f" ({event.option})" if event.option else ""
            return f"{title}{of} costs {Money(event.amount or Decimal(0), currency)} now"
        case EventKind.DROPPED:
            return f"{title} was dropped, as you said"
        case EventKind.PAUSE:
            return f"there is no study from {event.day} to {event.until}"
        case EventKind.INTERVIEWS:
            return (
                f"you got {'an interview' if event.count == 1 else f'{event.count} interviews'}, so that applying matters more now than "
                "another credential: only what runs already or still opens ads is planned"
            )
        case EventKind.LOG if event.credential:
            return f"{title} is worth its hours all the same"
        case EventKind.LOG if event.option:
            return (
                f"your log ({event.count} applications whose time is over) says that it is worth more now to {_small(event.option)} "
                "than to begin another credential"
            )
        case EventKind.LOG:
            return f"your log ({event.count} applications whose time is over) says to go on with credentials"
        case EventKind.NEW_ADS:
            return f"{event.count} ads were read anew"


def _small(words: str) -> str:
    """With a small letter at the head, inside a sentence."""
    return words[:1].lower() + words[1:]


def _did(event: Event, title: str) -> str:
    if not event.hours and not event.share:
        return f"{title} was not begun"
    spent = f"{event.hours or 0:g} h went into {title}"
    return f"{spent} for {event.share:.0%} of it" if event.share else spent


def sentence(clause: str) -> str:
    """A clause as a sentence of its own."""
    return f"{clause[:1].upper()}{clause[1:]}."


def days(count: int) -> str:
    """A number of days."""
    return "1 day" if count == 1 else f"{count} days"


def and_(parts: Sequence[str]) -> str:
    """Clauses in one sentence."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])}, and {parts[-1]}"
