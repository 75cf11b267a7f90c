"""What a column of a table of credentials may hold: the fields, in a sentence each, and the names that columns of them go by."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping

FIELDS: Mapping[str, str] = {
    "title": "What it is called. The one field that every table needs.",
    "url": "The address of its own page.",
    "id": "The catalog's own id or code for it.",
    "issuer": "Who awards it: whose name is on the certificate.",
    "provider": "Who teaches it.",
    "platform": "The site or system it is taken on.",
    "description": "What it is about; several columns are put together.",
    "skills": "Skills taught, divided by commas, semicolons, bars or lines; several columns are put together.",
    "kind": "What sort of thing it is: course, certificate, certification, licence, degree ...",
    "level": "For whom it is made: beginner, intermediate, advanced, expert.",
    "language": "The languages it is taught in: names or codes.",
    "mode": "How it is taken: online, on site, blended, at work.",
    "self_paced": "Whether it goes at the learner's own pace: yes or no.",
    "start": "The day it starts, or several days.",
    "deadline": "The last day to apply.",
    "hours": "The whole work in hours.",
    "weeks": "How many weeks it takes.",
    "hours_per_week": "Hours of work a week.",
    "months": "How many months it takes.",
    "duration": "How long it takes, in words with their unit: 40 hours, 3 - 6 months.",
    "credit_ects": "ECTS points.",
    "credit": "Academic or continuing-education credit: a number with its system, or yes or no.",
    "price": "What it costs: once, or for the month or year a cell names. The currency stands beside it, in the column's name or in a column of its own.",
    "price_per_month": "What it costs a month.",
    "price_per_year": "What it costs a year.",
    "exam_fee": "What one attempt at the exam costs.",
    "currency": "The currency of the prices: USD, EUR ...",
    "validity": "How long it holds, in words with their unit, or a number of months or years if the column's name says which.",
    "assessment": "How it is assessed: exam, quiz, project, portfolio, peer review ...",
    "prerequisites": "What has to be there before, in words.",
    "rating": "Learners' mean mark.",
    "reviews": "How many marks that is.",
    "status": "Whether it is still there: active or retired.",
    "updated": "The day the row was last looked at.",
    "soc": "Occupation code of SOC or O*NET.",
    "cip": "Subject code of CIP.",
}
"""Field -> what it holds."""

# Names in English, Spanish, Portuguese, French and German; without case, accents and punctuation.
_NAMES: Mapping[str, str] = {
    "title": "title, name, course, course name, course title, credential, credential name, credential title, certificate name, certification name, certification, "
    "program, programme, program name, programme name, program title, qualification, qualification name, badge name, offering, titulo, nombre, nombre del curso, curso, "
    "nombre del programa, certificacion, titre, intitule, nom, nom du cours, formation, nom de la formation, intitule de la formation, titel, bezeichnung, kurs, kursname, kurstitel, "
    "kursbezeichnung, lehrgang, angebot, weiterbildung, nome, nome do curso, titulo do curso",
    "url": "url, link, links, webpage, web page, page, website, web site, address, course url, course link, program url, program link, subject webpage, href, uri, enlace, "
    "pagina, sitio web, direccion web, lien, site, site web, webseite, internetadresse, endereco",
    "id": "id, code, key, uuid, course id, course code, program id, programid, program code, ctid, sku, number, course number, identifier, identificador, codigo, identifiant, "
    "reference, ref, kennung, kursnummer, nummer, cle",
    "issuer": "issuer, issued by, awarding body, awarded by, awarding organisation, awarding organization, credentialing body, certifying body, certification body, issuing organization, issuing organisation, issuing body, owner, owned by, "
    "emisor, otorgado por, entidad certificadora, emissor, emetteur, delivre par, certificateur, aussteller, ausgestellt von, vergeben von",
    "provider": "provider, provider name, training provider, partner, partners, university, institution, institution name, school, college, organisation, organization, org, "
    "company, vendor, offered by, taught by, proveedor, universidad, institucion, centro, organizacion, socio, provedor, universidade, instituicao, fournisseur, organisme, "
    "organisme de formation, universite, etablissement, anbieter, bildungsanbieter, veranstalter, hochschule, universitat, trager",
    "platform": "platform, site name, marketplace, lms, hosted on, plataforma, plateforme, plattform",
    "description": "description, summary, about, overview, abstract, details, short description, long description, full description, course description, program description, objectives, "
    "learning outcomes, outcomes, learning objectives, what you will learn, syllabus, content, contents, curriculum, features description, descripcion, resumen, objetivos, "
    "contenido, temario, descricao, resumo, conteudo, descriptif, resume, objectifs, contenu, programme detaille, beschreibung, inhalt, inhalte, lernziele, kursinhalt, zusammenfassung",
    "skills": "skills, skill, skills taught, skills gained, skills covered, gained skills, associated skills, tags, keywords, competencies, competences, topics, habilidades, competencias, aptitudes, "
    "palabras clave, temas, palavras chave, mots cles, kompetenzen, fahigkeiten, schlagworte, themen, skills you will gain",
    "kind": "type, kind, category, credential type, credentialtype, certificate type, certificatetype, course type, program type, product type, award, award type, product, format of credential, tipo, tipo de certificado, "
    "tipo de curso, tipo de programa, categoria, type de certificat, type de formation, categorie, art, typ, abschluss, kursart, abschlussart",
    "level": "level, difficulty, difficulty level, course level, course difficulty, skill level, audience level, nivel, dificultad, nivel de dificultad, dificuldade, niveau, "
    "difficulte, schwierigkeit, schwierigkeitsgrad, stufe",
    "language": "language, languages, lang, course language, language of instruction, taught in, in language, idioma, idiomas, lengua, lingua, langue, langues, sprache, sprachen, unterrichtssprache, kurssprache",
    "mode": "mode, delivery, delivery mode, delivery method, delivery type, modality, format, course format, attendance, participation, location type, modalidad, formato, modalidade, modalite, "
    "mode de formation, durchfuhrungsform, unterrichtsform, lernform",
    "self_paced": "self paced, selfpaced, own pace, pacing, a su ritmo, a son rythme, selbstlernkurs",
    "start": "start, start date, starts, starting date, begins, begin date, next start, fecha de inicio, inicio, data de inicio, date de debut, debut, beginn, startdatum, kursbeginn",
    "deadline": "deadline, apply by, application deadline, enrollment deadline, enrolment deadline, enrollment end, registration deadline, fecha limite, data limite, date limite, anmeldeschluss, bewerbungsschluss",
    "hours": "hours, total hours, clock hours, total clock hours, totalclockhours, contact hours, course hours, study hours, learning hours, duration hours, length hours, workload hours, "
    "horas, horas totales, carga horaria, heures, nombre d heures, volume horaire, stunden, gesamtstunden, stundenumfang, unterrichtsstunden",
    "weeks": "weeks, number of weeks, duration weeks, length weeks, total weeks, weeks to complete, semanas, semaines, wochen",
    "hours_per_week": "hours per week, weekly hours, hours a week, hours week, effort per week, weekly effort, min effort, max effort, pace, horas por semana, horas semanales, horas semanais, "
    "heures par semaine, stunden pro woche, wochenstunden",
    "months": "months, duration months, length months, number of months, meses, mois, monate",
    "duration": "duration, length, time, time to complete, course duration, program length, estimated time, estimated duration, time required, timerequired, workload, effort, commitment, "
    "duracion, tiempo, dedicacion, duracao, duree, dauer, kursdauer, umfang, zeitaufwand",
    "credit_ects": "ects, ects points, ects credits, credit ects, credits ects, creditos ects, puntos ects, ects punkte, leistungspunkte",
    "credit": "credit, credits, college credit, academic credit, credit eligibility, crediteligibility, credit eligible, credit hours, ceu, ceus, cpe, cpe credits, pdu, pdus, cme, creditos, unidades, punkte",
    "price": "price, cost, total cost, totalcost, tuition, fee, fees, course fee, course price, tuition fee, tuition cost, list price, amount, precio, coste, costo, importe, matricula, precio total, "
    "preco, custo, valor, prix, cout, tarif, frais, preis, kosten, gebuhr, teilnahmegebuhr, kursgebuhr, entgelt",
    "price_per_month": "price per month, monthly price, monthly cost, monthly fee, subscription price, subscription per month, cost per month, precio mensual, precio al mes, preco mensal, "
    "prix mensuel, prix par mois, monatspreis, preis pro monat",
    "price_per_year": "price per year, yearly price, annual price, annual fee, annual cost, cost per year, precio anual, preco anual, prix annuel, jahrespreis, preis pro jahr",
    "exam_fee": "exam fee, exam cost, exam price, examination fee, test fee, certification fee, voucher price, precio del examen, tasa de examen, prix de l examen, frais d examen, prufungsgebuhr, taxa do exame",
    "currency": "currency, price currency, currency code, moneda, divisa, moeda, devise, monnaie, wahrung",
    "validity": "validity, valid for, validity period, expires, expires after, expiry, expiration, valid, renewal period, renewal every, renewal cycle, recertification cycle, valid years, valid months, validity years, validity months, vigencia, validez, caducidad, "
    "validade, validite, duree de validite, gultigkeit, gultigkeitsdauer, gultig",
    "assessment": "assessment, assessments, assessment type, assessment method, evaluation, exam, exam type, examination, graded by, evaluacion, examen, avaliacao, epreuve, modalites d evaluation, "
    "prufung, prufungsform, leistungsnachweis",
    "prerequisites": "prerequisites, prerequisite, requirements, entry requirements, admission requirements, requirement, prior knowledge, required experience, requisitos, requisitos previos, "
    "prerrequisitos, pre requisitos, prerequis, conditions d admission, voraussetzungen, zugangsvoraussetzungen, vorkenntnisse",
    "rating": "rating, ratings, average rating, avg rating, stars, score, course rating, review score, valoracion, puntuacion, calificacion, avaliacao media, note, note moyenne, bewertung, durchschnittsbewertung",
    "reviews": "reviews, review count, reviewcount, number of reviews, num reviews, number of ratings, num ratings, rating count, ratings count, resenas, numero de resenas, numero de valoraciones, "
    "avaliacoes, nombre d avis, avis, anzahl bewertungen, bewertungen",
    "status": "status, state of offer, credential status, status type, availability, estado, situacao, statut, zustand",
    "updated": "updated, last updated, last modified, modified, date modified, last update, retrieved, as of, date, ultima actualizacion, actualizado, fecha, atualizado, mis a jour, date de mise a jour, "
    "aktualisiert, stand, letzte anderung",
    "soc": "soc, soc code, soc codes, onet, onet code, onet soc, o net code, occupation code",
    "cip": "cip, cip code, cipcode, cip codes, classification of instructional programs",
}  # fmt: skip

# What a single word in a longer name makes likely, where the whole name is not known: the weaker ones later.
_WORDS: tuple[tuple[str, str], ...] = (
    ("ects", "credit_ects"), ("url", "url"), ("link", "url"), ("webpage", "url"), ("skills", "skills"), ("skill", "skills"), ("kompetenzen", "skills"), ("competencias", "skills"),
    ("prerequisites", "prerequisites"), ("prerequisite", "prerequisites"), ("voraussetzungen", "prerequisites"), ("requisitos", "prerequisites"), ("language", "language"), ("sprache", "language"),
    ("idioma", "language"), ("langue", "language"), ("difficulty", "level"), ("level", "level"), ("nivel", "level"), ("niveau", "level"), ("currency", "currency"), ("rating", "rating"),
    ("reviews", "reviews"), ("issuer", "issuer"), ("provider", "provider"), ("anbieter", "provider"), ("university", "provider"), ("institution", "provider"), ("organization", "provider"),
    ("organisation", "provider"), ("platform", "platform"), ("description", "description"), ("beschreibung", "description"), ("descripcion", "description"), ("tuition", "price"),
    ("price", "price"), ("precio", "price"), ("preis", "price"), ("prix", "price"), ("cost", "price"), ("kosten", "price"), ("hours", "hours"), ("horas", "hours"), ("heures", "hours"),
    ("stunden", "hours"), ("weeks", "weeks"), ("semanas", "weeks"), ("wochen", "weeks"), ("months", "months"), ("meses", "months"), ("duration", "duration"), ("duracion", "duration"),
    ("dauer", "duration"), ("validity", "validity"), ("assessment", "assessment"), ("type", "kind"), ("tipo", "kind"), ("title", "title"), ("titulo", "title"), ("titel", "title"),
    ("titre", "title"), ("intitule", "title"), ("tarif", "price"), ("cout", "price"), ("coste", "price"), ("gebuhr", "price"), ("name", "title"), ("nombre", "title"), ("nom", "title"),
)  # fmt: skip
# "job title", "instructor name", "file name" ... are of something else.
_OTHER_WORDS = """instructor instructors teacher author authors contact person first last user file job employer city state street address1 image img photo logo
picture thumbnail icon video phone email mail zip county country region domain subcategory dozent profesor formateur telefon experience access age subtitle subtitles renewal recertification"""
_OTHER_THINGS = frozenset(_OTHER_WORDS.split())


def by_name(column: str) -> tuple[str, float] | None:
    """The field that a column's name speaks of, with how far that is to be trusted by our judgement: 0.95 for a known name, 0.6 for a word in it.

    A unit or currency in brackets, or behind the name ("Price (USD)", "duration_weeks"), does not disturb.
    """
    name = folded(column)
    bare = folded(re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", column))
    for form in (name, bare, _without_unit(bare)):
        if form in _fields_by_name():
            return _fields_by_name()[form], 0.95
    words = name.split()
    if is_of_another_thing(column):
        return None
    return next(((field, 0.6) for word, field in _WORDS if word in words), None)


def is_of_another_thing(column: str) -> bool:
    """Whether a column's name speaks of something that is no field: a person, a picture, a place."""
    return bool(_OTHER_THINGS & set(folded(column).split()))


@functools.cache
def _fields_by_name() -> dict[str, str]:
    names = {name: field for field, names in _NAMES.items() for name in names.split(", ")}
    return {field.replace("_", " "): field for field in FIELDS} | names


def _without_unit(name: str) -> str:
    return re.sub(
        r" (?:usd|eur|gbp|inr|brl|cad|aud|chf|in (?:usd|eur|gbp|euro)|dollars?|euros?|en|es|fr|de|pt)$", "", name
    )


def folded(name: str) -> str:
    """A name without case, accents, punctuation and camel case, for comparing."""
    words = re.sub(r"(?<=[a-z\d])(?=[A-Z])", " ", name)
    plain = unicodedata.normalize("NFKD", words.casefold().replace("\u00df", "ss"))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", letters))
