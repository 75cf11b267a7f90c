"""Spanish."""

from __future__ import annotations

from credlens.model.occupation import DegreeLevel
from credlens.model.skill import SkillLevel
from credlens.profile.sections import Section
from credlens.profile.words import Words

SPANISH = Words(
    code="es",
    name="Spanish",
    sections={
        Section.SUMMARY: "resumen perfil objetivo extracto presentación",
        Section.EXPERIENCE: "experiencia experiencias trayectoria prácticas empleo empleos laboral",
        Section.EDUCATION: "formación educación estudios titulación titulaciones académica",
        Section.SKILLS: "habilidades competencias conocimientos aptitudes herramientas informática tecnologías destrezas capacidades",
        Section.CERTIFICATIONS: "certificaciones certificados certificación licencias acreditaciones",
        Section.COURSES: "cursos capacitación complementaria talleres",
        Section.PROJECTS: "proyectos proyecto portafolio",
        Section.LANGUAGES: "idiomas lenguas idioma",
        Section.VOLUNTEER: "voluntariado voluntariados",
        Section.OTHER: "intereses aficiones referencias publicaciones premios contacto datos personales reconocimientos otros",
    },
    fillers="y e & / de la el los las en mi mis sobre mí profesional profesionales técnicas técnicos laboral laborales personal académica"
    " académicos académico clave principales adicional adicionales complementarios relevante blandas informáticos informáticas",
    months={
        1: "ene enero",
        2: "feb febrero",
        3: "mar marzo",
        4: "abr abril",
        5: "may mayo",
        6: "jun junio",
        7: "jul julio",
        8: "ago agosto",
        9: "sep sept set septiembre setiembre",
        10: "oct octubre",
        11: "nov noviembre",
        12: "dic diciembre",
    },
    now=("actualidad", "actual", "actualmente", "hoy", "presente", "la actualidad", "la fecha", "fecha actual"),
    to=("a", "hasta", "al"),
    since=("desde",),
    degrees={
        DegreeLevel.SECONDARY: r"\bbachiller(?:ato)?\b|\beducación secundaria\b|\bE\.?S\.?O\b|\bgrado medio\b|\bformación profesional\b|\bpreparatoria\b",
        DegreeLevel.ASSOCIATE: r"\bgrado superior\b|\btécnico superior\b|\btécnica superior\b|\bdiplomatura\b|\btecnicatura\b",
        DegreeLevel.BACHELOR: r"\blicenciatura\b|\blicenciad[oa]\b|\bgrado(?! (?:medio|superior))(?: universitario)? en\b|\bgraduad[oa] en\b|\bingenier[oa] técnic[oa]\b|\bbachelor\w*",
        DegreeLevel.MASTER: r"\bm[áa]ster\b|\bmaestr[íi]a\b|\bpos(?:t)?grado\b|\bingenier[íi]a superior\b",
        DegreeLevel.DOCTORATE: r"\bdoctorado\b|\bdoctora?\b|\bph\.?d\b",
    },
    unfinished=r"\b(?:en curso|cursando|previsto|prevista|incompleto|incompleta|sin terminar)\b",
    subjects=r"(?:licenciatura|licenciad[oa]|grado|graduad[oa]|máster|maestría|doctorado|técnico superior|técnica superior)(?: universitario)? en "
    r"(?P<subject>[^,;|()\n\d\u2013-]{3,60})",
    schools=r"universidad|instituto|escuela|colegio|academia|facultad|\bI\.?E\.?S\b",
    position="puesto|cargo",
    employer="empresa|entidad",
    departments=r"ventas|marketing|finanzas|compras|recursos humanos|logística|operaciones|producción|calidad|comunicación",
    roles=r"\w*ingenier[oa]|gerente|director[a]?|jef[ea]|encargad[oa]|responsable|coordinador[a]?|supervisor[a]?|analista|desarrollador[a]?"
    r"|programador[a]?|diseñador[a]?|arquitect[oa]|consultor[a]?|asesor[a]?|técnic[oa]|auxiliar|asistente|ayudante|administrativ[oa]|secretari[oa]"
    r"|recepcionista|contable|contador[a]?|auditor[a]?|economista|abogad[oa]|comercial|vendedor[a]?|dependient[ea]|cajer[oa]|camarer[oa]|mesero|mesera"
    r"|cociner[oa]|panader[oa]|conductor[a]?|repartidor[a]?|mozo|peón|operari[oa]|soldador[a]?|electricista|fontaner[oa]|plomero|carpinter[oa]"
    r"|albañil|pintor[a]?|mecánic[oa]|limpiador[a]?|jardiner[oa]|peluquer[oa]|enfermer[oa]|médic[oa]|doctor[a]?|farmacéutic[oa]|fisioterapeuta"
    r"|psicólog[oa]|cuidador[a]?|trabajador[a]?|educador[a]?|maestr[oa]|profesor[a]?|docente|investigador[a]?|becari[oa]|practicante|pasante"
    r"|periodista|redactor[a]?|traductor[a]?|fotógraf[oa]|especialista|teleoperador[a]?|agente|oficial|soci[oa]|fundador[a]?|presidente|presidenta",
    employers=r"universidad|instituto|escuela|colegio|academia|facultad|hospital|clínica|centro|banco|caja|grupo|compañía|empresa|ayuntamiento"
    r"|ministerio|consejería|fundación|asociación|restaurante|bar|hotel|hotels|hoteles|tienda|supermercados?|farmacia|taller|talleres|construcciones"
    r"|transportes|servicios|soluciones|sistemas|seguros|editorial|laboratorios?|hermanos|hijos|autónom[oa]|i\.?e\.?s",
    forms=r"S\. ?A\.(?: de C\. ?V\.)?|S\. ?L\.(?: ?[UL]\.)?|S\. ?A\. ?U\.|S\.R\.L\.|SAU|SLU|SL|S\. ?Coop\.",
    joins="de del en para a al con por",
    wishes=r"\b(?:previst[oa]|en preparación|busco|quiero|objetivo|preparando|todavía no)",
    expires=r"\b(?:caduca|válid[oa] hasta|vence|expira|vigente hasta)(?: el| en)?",
    issued=r"\b(?:expedid[oa]|obtenid[oa]|emitid[oa]|aprobad[oa]|fecha)\b(?: el| en)?",
    levels={
        SkillLevel.BEGINNER: ("básico", "básica", "nivel básico", "principiante", "nociones", "conocimientos básicos"),
        SkillLevel.INTERMEDIATE: ("intermedio", "intermedia", "nivel intermedio", "nivel medio", "buen nivel"),
        SkillLevel.ADVANCED: ("avanzado", "avanzada", "nivel avanzado", "nivel alto", "dominio"),
        SkillLevel.EXPERT: ("experto", "experta", "nivel experto"),
    },
    languages={
        "español": "es", "castellano": "es", "inglés": "en", "alemán": "de", "francés": "fr", "italiano": "it", "portugués": "pt",
        "catalán": "ca", "gallego": "gl", "euskera": "eu", "vasco": "eu", "chino": "zh", "árabe": "ar", "ruso": "ru", "japonés": "ja",
        "holandés": "nl", "neerlandés": "nl", "polaco": "pl", "rumano": "ro", "ucraniano": "uk", "coreano": "ko", "turco": "tr",
        "valenciano": "ca", "griego": "el", "sueco": "sv", "quechua": "qu", "guaraní": "gn",
    },
    fluency={
        "nativo": "native", "nativa": "native", "lengua materna": "native", "idioma materno": "native", "bilingüe": "native",
        "nivel nativo": "native", "fluido": "C1", "fluida": "C1", "avanzado": "C1", "nivel avanzado": "C1", "alto": "C1", "nivel alto": "C1",
        "profesional": "B2", "intermedio alto": "B2", "intermedio": "B1", "nivel intermedio": "B1", "medio": "B1", "nivel medio": "B1",
        "básico": "A2", "nivel básico": "A2", "principiante": "A1", "nociones": "A1",
    },
    common="de la el los las y en con para por del una como que al se su",
)  # fmt: skip
