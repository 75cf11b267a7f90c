"""Any spreadsheet of applications, by what people call its columns in English, German, Spanish and French.

The words were chosen, not counted; whoever has others names the columns.
"""

from __future__ import annotations

from credlens.outcomes.trackers.tracker import Tracker

_HEADERS = {
    "employer": (
        "company, company name, employer, employer name, organisation, organization, firma, unternehmen, arbeitgeber, firmenname, "
        "empresa, nombre de la empresa, empleador, compañía, entreprise, société, employeur, nom de l'entreprise"
    ),
    "title": (
        "job title, position, role, title, job, job role, position title, role title, job name, position applied for, "
        "stelle, stellenbezeichnung, jobtitel, stellentitel, rolle, beruf, "
        "puesto, cargo, título, título del puesto, vacante, rol, poste, intitulé du poste, intitulé, titre du poste, offre"
    ),
    "applied": (
        "date applied, applied date, application date, applied on, applied at, applied, date of application, date submitted, submitted, "
        "submission date, date sent, sent on, day applied, "
        "beworben am, bewerbungsdatum, datum der bewerbung, bewerbung vom, gesendet am, versendet am, abgeschickt am, "
        "fecha de solicitud, fecha de postulación, fecha de aplicación, fecha de candidatura, fecha solicitud, fecha de envío, "
        "date de candidature, date candidature, date d'envoi, date envoi, postulé le, envoyé le, date, datum, fecha"
    ),
    "added": (
        "date saved, date added, created at, created, date created, saved on, added, erstellt am, hinzugefügt am, fecha de creación, "
        "date d'ajout, ajouté le"
    ),
    "status": (
        "status, stage, application status, current status, current stage, state, outcome, result, list, list name, "
        "phase, stand, bewerbungsstatus, ergebnis, estado, etapa, resultado, situación, statut, étape, état, résultat"
    ),
    "status_day": (
        "status date, last status change, date of status, status changed, status seit, statusdatum, fecha de estado, fecha del estado, "
        "date du statut, date statut"
    ),
    "reply": (
        "response date, date of response, date responded, reply date, replied on, heard back, first response, "
        "antwort am, rückmeldung am, datum der rückmeldung, fecha de respuesta, date de réponse, réponse le"
    ),
    "interview": (
        "interview date, date of interview, interview on, first interview, interviewed on, interview 1, phone screen date, interview, "
        "vorstellungsgespräch am, gespräch am, datum des vorstellungsgesprächs, gesprächstermin, interviewtermin, vorstellungsgespräch, "
        "fecha de entrevista, fecha de la entrevista, entrevista, date d'entretien, date entretien, entretien"
    ),
    "offer": "offer date, date of offer, offered on, angebot am, zusage am, fecha de oferta, date de l'offre, date d'offre",
    "rejection": (
        "rejection date, date rejected, rejected on, date of rejection, absage am, datum der absage, fecha de rechazo, date de refus, "
        "refus le"
    ),
    "withdrawn": "withdrawn on, date withdrawn, withdrawal date, zurückgezogen am, fecha de retiro, date de retrait",
    "sent": "has applied, application sent",
    "resume": (
        "resume, résumé, resume version, resume name, resume used, cv, cv version, cv used, cv file, "
        "lebenslauf, lebenslauf version, version lebenslauf, currículum, versión de cv, version du cv"
    ),
    "referral": "referral, referred, referred by, empfehlung, empfohlen von, recomendación, referido, recommandation",
}

TRACKER = Tracker(name="a spreadsheet", columns={field: tuple(words.split(", ")) for field, words in _HEADERS.items()})
