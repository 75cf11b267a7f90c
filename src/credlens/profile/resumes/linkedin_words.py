"""How the files and columns of a LinkedIn export are called, in the languages an export may be in."""

from __future__ import annotations

#: Kind of file -> names without ".csv".
FILES = {
    "profile": ("profile", "profil", "perfil", "profilo", "profiel"),
    "positions": ("positions", "positionen", "berufserfahrung", "postes", "expériences", "experiencia", "cargos", "posiciones", "posizioni", "functies"),
    "education": ("education", "ausbildung", "bildung", "formation", "formations", "educación", "formación", "formação acadêmica", "educação", "formazione", "opleiding", "opleidingen"),
    "skills": ("skills", "kenntnisse", "fähigkeiten", "compétences", "aptitudes", "competências", "competenze", "vaardigheden"),
    "certifications": ("certifications", "zertifikate", "zertifizierungen", "licences et certifications", "certificaciones", "certificados", "certificações", "certificazioni", "certificaten"),
    "languages": ("languages", "sprachen", "langues", "idiomas", "lingue", "talen"),
    "projects": ("projects", "projekte", "projets", "proyectos", "projetos", "progetti", "projecten"),
    "courses": ("courses", "kurse", "cours", "cursos", "corsi", "cursussen"),
    "volunteering": ("volunteering", "ehrenamt", "bénévolat", "voluntariado", "volontariato", "vrijwilligerswerk", "volunteer experiences"),
}  # fmt: skip

#: Kind of file -> its columns in the order in which exports have them; a name in brackets is not used.
ORDER = {
    "profile": ("first", "last", "[maiden]", "[address]", "[birth]", "headline", "summary"),
    "positions": ("organisation", "title", "description", "[location]", "start", "end"),
    "education": ("organisation", "start", "end", "notes", "degree", "activities"),
    "skills": ("name",),
    "certifications": ("name", "[url]", "authority", "start", "end", "[number]"),
    "languages": ("name", "level"),
    "projects": ("title", "description", "[url]", "start", "end"),
    "courses": ("name", "[number]"),
    "volunteering": ("organisation", "title", "[cause]", "start", "end", "description"),
}

#: Columns that some exports have besides.
ALSO = {
    "profile": ("place", "websites"),
    "positions": ("place",),
    "education": ("subject",),
    "skills": ("level",),
    "certifications": ("url", "number"),
    "projects": ("url",),
}

#: Column -> its headers.
HEADERS = {
    "first": ("first name", "vorname", "prénom", "nombre", "nome", "voornaam"),
    "last": ("last name", "nachname", "familienname", "nom", "nom de famille", "apellidos", "apellido", "cognome", "sobrenome", "achternaam"),
    "headline": ("headline", "profilslogan", "slogan", "titre", "titre du profil", "titular", "título", "titolo", "sommario", "kopregel"),
    "summary": ("summary", "zusammenfassung", "info", "résumé", "infos", "extracto", "resumen", "acerca de", "resumo", "sobre", "riepilogo", "samenvatting"),
    "organisation": (
        "company name", "school name", "organization", "organisation", "unternehmensname", "unternehmen", "firma", "firmenname", "name der hochschule",
        "schule", "hochschule", "name der bildungseinrichtung", "nom de l'entreprise", "entreprise", "nom de l'école", "école", "établissement",
        "nombre de la empresa", "empresa", "nombre de la institución educativa", "universidad", "institución", "nome da empresa", "instituição de ensino",
        "nome da instituição", "nome azienda", "nome dell'azienda", "azienda", "nome scuola", "istituto", "bedrijfsnaam", "bedrijf", "naam school",
        "naam van school", "organización", "organização", "organizzazione", "organisatie",
    ),
    "title": (
        "title", "position", "role", "titel", "stelle", "jobtitel", "rolle", "poste", "titre", "intitulé du poste", "fonction", "rôle", "cargo",
        "puesto", "título", "función", "função", "posizione", "titolo", "ruolo", "qualifica", "functie", "rol",
    ),
    "description": ("description", "beschreibung", "descripción", "descrição", "descrizione", "beschrijving", "omschrijving"),
    "start": (
        "started on", "start date", "beginn", "begonnen am", "startdatum", "beginndatum", "anfangsdatum", "début", "date de début", "commencé le",
        "fecha de inicio", "inicio", "comenzado el", "data de início", "início", "iniciado em", "data di inizio", "inizio", "iniziato il", "begonnen op",
        "begindatum",
    ),
    "end": (
        "finished on", "end date", "ende", "beendet am", "enddatum", "abgeschlossen am", "fin", "date de fin", "terminé le", "fecha de finalización",
        "fecha de fin", "finalizado el", "data de término", "data de conclusão", "término", "finalizado em", "concluído em", "data di fine", "fine",
        "terminato il", "voltooid op", "einddatum",
    ),
    "degree": ("degree name", "abschluss", "name des abschlusses", "diplôme", "nom du diplôme", "titulación", "título", "diploma", "grau", "nome do grau",
               "titolo di studio", "naam diploma", "graad"),
    "subject": ("field of study", "studienfach", "domaine d'études", "disciplina académica", "área de estudo", "campo di studio", "studierichting"),
    "notes": ("notes", "anmerkungen", "notizen", "notas", "note", "notities", "opmerkingen"),
    "activities": ("activities", "activities and societies", "aktivitäten", "activités", "actividades", "atividades", "attività", "activiteiten"),
    "place": ("location", "geo location", "standort", "ort", "lieu", "localisation", "ubicación", "localização", "località", "locatie"),
    "websites": ("websites", "webseiten", "sites web", "sitios web", "sites", "siti web"),
    "url": ("url", "adresse url"),
    "number": ("license number", "lizenznummer", "numéro de licence", "número de licencia", "número da licença", "numero di licenza", "licentienummer"),
    "name": ("name", "nom", "nombre", "nome", "naam", "bezeichnung"),
    "authority": ("authority", "issuer", "zertifizierungsstelle", "aussteller", "organisme", "autorité", "entidad", "autoridad", "autoridade", "entidade emissora",
                  "autorità", "ente", "instantie", "uitgever"),
    "level": ("proficiency", "sprachniveau", "kenntnisse", "niveau", "compétence", "nivel", "competencia", "nível", "proficiência", "competenza", "livello",
              "vaardigheid"),
}  # fmt: skip
