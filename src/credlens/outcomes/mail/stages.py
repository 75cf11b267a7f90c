"""What the subject of a mail says about an application.

Words of subjects in English, German, Spanish and French. They were chosen, not counted, so nothing that they say is logged before a person looked
at it.
"""

from __future__ import annotations

import re
from enum import Enum

from credlens.model.application import StepKind


class Other(Enum):
    """What a subject can say besides a step."""

    RECEIVED = "received"  # the application arrived
    UNCLEAR = "unclear"  # it is about an application, and does not say what
    ALERT = "alert"  # jobs that somebody offers to everybody, or a newsletter


Stage = StepKind | Other


def _any(*words: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(words) + ")")


_ALERT = _any(
    r"job ?alerts?\b", r"(?:new|more|recommended|top|latest|similar) jobs?\b", r"jobs? (?:for you|you might|matching|like|near|in your)",
    r"newsletter", r"webinar", r"\d+\+? (?:new )?jobs?\b", r"is hiring", r"are hiring", r"now hiring", r"open (?:roles|positions) ",
    r"job ?(?:agent|mail|suche)\b", r"jobalarm", r"neue (?:jobs|stellen)", r"stellenangebote", r"passende (?:jobs|stellen)",
    r"jobs für (?:dich|sie)", r"alerta de empleo", r"(?:nuevas )?ofertas? de (?:empleo|trabajo) (?:para|en|que|nueva)",
    r"nuevas ofertas", r"alerte emploi", r"(?:nouvelles )?offres? d['\u2019]emploi (?:pour|à|qui)", r"nouvelles offres",
    r"interview (?:tips|questions|prep)", r"tips for", r"how to ",
)  # fmt: skip
# Words that only a mail about the reader's own application has: one of them keeps an alert's or a list's words from deciding.
_OWN = _any(
    r"your (?:job )?application", r"thank(?:s| you) for (?:applying|your)", r"application (?:received|confirmation|submitted|sent)",
    r"your candidacy", r"(?:ihre|deine|eure) bewerbung", r"(?:ihrer|deiner) bewerbung", r"bewerbungseingang",
    r"(?:tu|su) (?:candidatura|solicitud|postulación|aplicación)", r"(?:votre|ta) candidature",
)  # fmt: skip
_RECEIVED = _any(
    r"application (?:was |has been |is )?(?:received|confirmation|submitted|confirmed|sent|complete)",
    r"(?:we )?(?:have |'ve )?received your application",
    r"thank(?:s| you) for (?:applying|your (?:job )?application|your interest in (?:the|joining|working|our))", r"we got your application",
    r"your application (?:was sent )?(?:to|for|at|with)\b", r"confirmation of (?:your )?application", r"indeed application:",
    r"successfully applied", r"you applied (?:to|for)", r"receipt of (?:your )?application",
    r"(?:eingang|eingangsbestätigung|erhalt)\b.*\bbewerbung", r"bewerbungseingang", r"bewerbung (?:ist )?(?:erhalten|eingegangen|bei uns)",
    r"(?:danke|vielen dank) für (?:ihre|deine|die) bewerbung", r"(?:ihre|deine) bewerbung (?:als|bei|um|für|auf)\b",
    r"hemos recibido (?:tu|su)", r"gracias por (?:tu|su|postular|aplicar|inscribirte|solicitar)",
    r"(?:candidatura|solicitud|postulación) (?:recibida|enviada)",
    r"(?:avons|bien) reçu votre candidature", r"candidature (?:a (?:bien )?été |bien )?(?:reçue|enregistrée|envoyée)",
    r"merci (?:pour|de) votre candidature", r"accusé de réception", r"réception de votre candidature",
)  # fmt: skip
_INTERVIEW = _any(
    r"interviews?\b", r"phone screen", r"(?:schedule|book) (?:a |your |an )?(?:call|chat|conversation|time)", r"screening call",
    r"vorstellungsgespräch", r"bewerbungsgespräch", r"kennenlerngespräch", r"einladung zu[mr]? .*gespräch", r"telefoninterview",
    r"videointerview",
    r"entrevista", r"entretien",
)  # fmt: skip
_REJECTION = _any(
    r"unfortunately", r"not (?:be )?(?:moving|move|proceed(?:ing)?|going|progress(?:ing)?)\b.*\b(?:forward|ahead|further|with your)",
    r"not (?:be )?proceed(?:ing)?\b",
    r"regret to", r"not (?:been )?(?:selected|successful|shortlisted)", r"unsuccessful", r"other candidates", r"another candidate",
    r"position (?:has been |is )?(?:filled|closed)", r"rejection", r"no longer (?:under consideration|being considered)",
    r"absage", r"leider\b", r"nicht berücksichtig", r"anderen? (?:bewerber|kandidat)", r"stelle (?:ist )?(?:bereits )?besetzt",
    r"lamentablemente", r"lamentamos", r"desafortunadamente", r"no (?:has|ha) sido seleccionad", r"proceso (?:ha )?finalizado",
    r"descartad",
    r"malheureusement", r"réponse (?:négative|défavorable)", r"n['\u2019]a pas été retenue", r"non retenue",
    r"pas (?:de|donner) suite", r"regret",
)  # fmt: skip
_OFFER = _any(
    r"job offer", r"offer letter", r"offer of employment", r"employment offer", r"formal offer", r"offer (?:from|for the)\b",
    r"your offer\b",
    r"employment contract", r"welcome aboard",
    r"vertragsangebot", r"jobangebot", r"arbeitsvertrag", r"zusage",
    r"carta (?:de )?oferta", r"propuesta (?:de contratación|económica)", r"contrato de trabajo",
    r"promesse d['\u2019]embauche", r"proposition d['\u2019]embauche", r"contrat de travail",
)  # fmt: skip
_UNCLEAR = _any(

       r"(?:update|news|status|regarding|about|follow(?:ing)?[- ]up|next steps?|decision|response|outcome|information|message)\b.*\b(?:application|candidacy)",
    r"application (?:update|status|outcome|decision)", r"your (?:job )?application", r"your candidacy",
    r"(?:assessment|coding challenge|online test) (?:invitation|for)",
    r"(?:ihre|deine|ihrer|deiner) bewerbung", r"bewerbungsstatus", r"status .*bewerbung", r"rückmeldung .*bewerbung",
    r"(?:tu|su) (?:candidatura|solicitud|postulación)", r"estado de .*(?:candidatura|solicitud|postulación)",
    r"(?:votre|ta) candidature", r"suivi de .*candidature",
)  # fmt: skip
_MOVED = _any(
    r"cancel",
    r"reschedul",
    r"postpone",
    r"abgesagt",
    r"verschoben",
    r"verschieb",
    r"cancelad",
    r"aplazad",
    r"annul",
    r"report[ée]",
)
_STEPS = ((StepKind.REJECTION, _REJECTION), (StepKind.OFFER, _OFFER), (StepKind.INTERVIEW, _INTERVIEW))
# One search that tells most mails apart from those that are worth a closer look.
_WORTH_A_LOOK = re.compile("|".join(p.pattern for p in (_ALERT, _RECEIVED, _INTERVIEW, _REJECTION, _OFFER, _UNCLEAR)))
# Words beside which a step's words belong to an application; without them lists and shops write the same.
_STRONG = _any(
    r"application", r"candida", r"candidature", r"bewerbung", r"postulación", r"solicitud", r"position\b", r"role\b", r"stelle\b",
    r"puesto\b",
    r"poste\b", r"job offer", r"offer (?:letter|of employment)", r"employment (?:offer|contract)", r"vertragsangebot", r"jobangebot",
    r"arbeitsvertrag",
    r"vorstellungsgespräch", r"invit\w* .*interview", r"interview (?:invit|confirm|request|schedul|availab|for the)", r"your interview",
    r"job interview", r"phone screen", r"schedule .*interview", r"promesse d['\u2019]embauche", r"contrat de travail",
    r"contrato de trabajo",
    r"entretien d['\u2019]embauche", r"invitation .*entretien", r"invitación .*entrevista", r"entrevista de trabajo",
)  # fmt: skip


def stage_of(subject: str) -> tuple[Stage | None, str]:
    """(what a subject says, why that is doubtful); (None, "") when it says nothing about an application."""
    words = subject.casefold()
    if not _WORTH_A_LOOK.search(words):
        return None, ""
    own = _OWN.search(words) is not None
    if _ALERT.search(words) and not own:
        return Other.ALERT, ""
    said = [kind for kind, pattern in _STEPS if pattern.search(words)]
    if StepKind.INTERVIEW in said and _MOVED.search(words):
        return Other.UNCLEAR, "Its subject speaks of an interview that was moved or called off."
    if len(said) > 1:
        return Other.UNCLEAR, f"Its subject speaks of {' and '.join(k.value for k in said)}."
    if said:
        return said[0], ""
    if _RECEIVED.search(words):
        return Other.RECEIVED, ""
    return (Other.UNCLEAR, "Its subject does not say what became of it.") if _UNCLEAR.search(words) else (None, "")


def is_weak(subject: str) -> bool:
    """Whether a subject speaks of a step in words that lists, shops and friends use as well."""
    words = subject.casefold()
    return _STRONG.search(words) is None and _OWN.search(words) is None
