"""What the status of a row says: a step, that it was sent and nothing came yet, or that it was not sent.

The words are those of the trackers' own boards and of spreadsheets in English, German, Spanish and French. They were chosen, not counted: a word
that is not here goes to the person.
"""

from __future__ import annotations

import re
from enum import Enum

from credlens.model.application import StepKind
from credlens.outcomes.trackers.tracker import key


class Sent(Enum):
    """What a status can say besides a step."""

    YES = "sent"
    NOT_YET = "not sent yet"


Status = StepKind | Sent

_WORDS: dict[Status, str] = {
    Sent.YES: (
        "applied, sent, submitted, application sent, application submitted, pending, waiting, no response, no reply, no answer, ghosted, "
        "awaiting response, under review, "
        "beworben, gesendet, versendet, abgeschickt, offen, ausstehend, keine antwort, keine rückmeldung, "
        "enviada, enviado, postulado, solicitado, aplicado, pendiente, sin respuesta, en espera, "
        "envoyé, envoyée, postulé, candidaté, en attente, sans réponse, pas de réponse"
    ),
    Sent.NOT_YET: (
        "wishlist, saved, bookmarked, bookmark, interested, to apply, not applied, not applied yet, draft, applying, preparing, todo, to do, "
        "backlog, favorited, favourite, favorite, not sent, planned, "
        "merkliste, gemerkt, gespeichert, geplant, entwurf, noch nicht beworben, vorgemerkt, interessant, "
        "guardado, guardada, por aplicar, por postular, borrador, lista de deseos, pendiente de enviar, "
        "enregistré, enregistrée, sauvegardé, à postuler, à envoyer, brouillon, favori, souhaité"
    ),
    StepKind.REPLY: (
        "replied, reply, response, responded, heard back, response received, assessment, test, take home, coding challenge, "
        "online assessment, "
        "antwort, antwort erhalten, rückmeldung, rückmeldung erhalten, test erhalten, "
        "respondido, respuesta, respuesta recibida, prueba, prueba técnica, "
        "réponse, réponse reçue, répondu, test technique"
    ),
    StepKind.INTERVIEW: (
        "interview, interviewing, interviewed, interviews, interview scheduled, phone screen, phone screening, phone interview, "
        "first interview, 1st interview, second interview, 2nd interview, third interview, final interview, onsite, on-site interview, "
        "technical interview, video interview, final round, "
        "vorstellungsgespräch, gespräch, eingeladen, einladung, telefoninterview, erstgespräch, zweitgespräch, "
        "entrevista, entrevistas, entrevistado, en entrevista, entrevista programada, entrevista técnica, "
        "entretien, entretiens, entretien prévu, en entretien, entretien téléphonique, entretien technique"
    ),
    StepKind.OFFER: (
        "offer, offered, offer received, offers, accepted, hired, offer accepted, offer declined, negotiating, negotiation, "
        "angebot, angebot erhalten, zusage, eingestellt, angenommen, "
        "oferta, oferta recibida, contratado, aceptado, aceptada, oferta aceptada, "
        "offre, offre reçue, embauché, accepté, acceptée"
    ),
    StepKind.REJECTION: (
        "rejected, rejection, denied, not selected, turned down, unsuccessful, refused, rejected by company, not moving forward, "
        "position filled, "
        "absage, abgelehnt, abgesagt, absage erhalten, "
        "rechazado, rechazada, rechazo, descartado, no seleccionado, denegado, "
        "refusé, refusée, refus, rejeté, rejetée, non retenu, non retenue"
    ),
    StepKind.WITHDRAWN: (
        "withdrawn, withdrew, withdraw, i withdrew, cancelled by me, retracted, "
        "zurückgezogen, bewerbung zurückgezogen, retirado, retirada, renunciado, retiré, retirée, désisté"
    ),
}
_STATUS: dict[str, Status] = {key(word): status for status, words in _WORDS.items() for word in words.split(", ")}

_YES = frozenset(
    map(key, ("yes", "y", "true", "1", "x", "ja", "sí", "si", "oui", "wahr", "verdadero", "vrai", "✓", "✔"))
)
_NO = frozenset(map(key, ("no", "n", "false", "0", "nein", "non", "falsch", "falso", "faux")))

_ASIDE = re.compile(r"\([^()]*\)|\d+$")  # "Interview (second round)", "Interview 2"
_UNKNOWN = "Its status"


def status_of(words: str) -> Status | None:
    """What a status says; None when it is none of the known words."""
    return _STATUS.get(key(words)) or _STATUS.get(key(_ASIDE.sub("", words)))


def truth_of(words: str) -> bool | None:
    """Whether a cell says yes; None when it says neither yes nor no."""
    found = key(words)
    return True if found in _YES or words.strip() in {"✓", "✔"} else False if found in _NO else None


def because_unknown(status: str) -> str:
    """Why a row with this status is looked at first."""
    return (
        f'{_UNKNOWN} "{status}" is not one that is known here: say what it means with --kind, or accept the row by its id to log it '
        "without."
    )


def is_unknown(because: str) -> bool:
    """Whether :func:`because_unknown` wrote this, alone or among other reasons."""
    return f"{_UNKNOWN} " in because
