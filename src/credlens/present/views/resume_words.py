"""The few words of a resume that are not the person's: headings, months and labels, in the languages resumes are read in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class ResumeWords:
    """One language.

    Attributes:
        months: twelve names, January first.
        present: the end of what goes on.
        issued, expires, number, verified: what stands before a credential's days, id and the day its badge was found to hold.
        shows: what stands before the skills that a credential shows; also: before further skills.
        native: of a language that was learnt first.
    """

    summary: str
    skills: str
    work: str
    education: str
    certificates: str
    projects: str
    volunteer: str
    languages: str
    details: str
    months: tuple[str, ...]
    present: str
    issued: str
    expires: str
    number: str
    verified: str
    shows: str
    also: str
    native: str


_ENGLISH: Final = ResumeWords(
    "Summary",
    "Skills",
    "Experience",
    "Education",
    "Certifications",
    "Projects",
    "Volunteering",
    "Languages",
    "Further details",
    (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    "present",
    "issued",
    "expires",
    "Credential ID",
    "Badge verified on",
    "Shows",
    "Also",
    "native",
)
_WORDS: Final[Mapping[str, ResumeWords]] = {
    "en": _ENGLISH,
    "de": ResumeWords(
        "Profil",
        "Kenntnisse",
        "Berufserfahrung",
        "Ausbildung",
        "Zertifikate",
        "Projekte",
        "Ehrenamt",
        "Sprachen",
        "Weitere Angaben",
        (
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ),
        "heute",
        "ausgestellt",
        "gültig bis",
        "Credential ID",
        "Badge geprüft am",
        "Zeigt",
        "Außerdem",
        "Muttersprache",
    ),
    "es": ResumeWords(
        "Perfil",
        "Competencias",
        "Experiencia profesional",
        "Formación",
        "Certificaciones",
        "Proyectos",
        "Voluntariado",
        "Idiomas",
        "Otros datos",
        (
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ),
        "presente",
        "expedido",
        "válido hasta",
        "Credential ID",
        "Insignia verificada el",
        "Muestra",
        "También",
        "nativo",
    ),
    "fr": ResumeWords(
        "Profil",
        "Compétences",
        "Expérience professionnelle",
        "Formation",
        "Certifications",
        "Projets",
        "Bénévolat",
        "Langues",
        "Informations complémentaires",
        (
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ),
        "présent",
        "délivré",
        "valable jusqu'au",
        "Credential ID",
        "Badge vérifié le",
        "Montre",
        "Aussi",
        "langue maternelle",
    ),
}


def resume_words(language: str) -> ResumeWords:
    """The words of a language by its ISO 639-1 code; English where there are none."""
    return _WORDS.get(language, _ENGLISH)
