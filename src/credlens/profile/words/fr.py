"""French."""

from __future__ import annotations

from credlens.model.occupation import DegreeLevel
from credlens.model.skill import SkillLevel
from credlens.profile.sections import Section
from credlens.profile.words import Words

FRENCH = Words(
    code="fr",
    name="French",
    sections={
        Section.SUMMARY: "profil résumé objectif présentation accroche",
        Section.EXPERIENCE: "expérience expériences parcours stages stage emplois",
        Section.EDUCATION: "formation formations études diplômes scolarité cursus",
        Section.SKILLS: "compétences savoir-faire outils informatique logiciels connaissances aptitudes atouts",
        Section.CERTIFICATIONS: "certifications certificats certification habilitations",
        Section.COURSES: "cours séminaires",
        Section.PROJECTS: "projets projet réalisations",
        Section.LANGUAGES: "langues langue",
        Section.VOLUNTEER: "bénévolat volontariat associatif associatifs bénévole",
        Section.OTHER: "intérêts loisirs centres références publications distinctions prix coordonnées informations personnelles divers",
    },
    fillers="et & / de des du la le les d' en mes mon à propos professionnelle professionnelles professionnel professionnels techniques technique"
    " clés personnelles personnels linguistiques informatiques universitaire universitaires académique académiques complémentaires engagement"
    " engagements continue scolaire d'intérêt",
    months={
        1: "janv janvier jan",
        2: "févr fév février fevr",
        3: "mars",
        4: "avr avril",
        5: "mai",
        6: "juin",
        7: "juil juillet",
        8: "août aout",
        9: "sept septembre",
        10: "oct octobre",
        11: "nov novembre",
        12: "déc décembre",
    },
    now=("aujourd'hui", "aujourd\u2019hui", "présent", "ce jour", "actuellement", "en cours", "maintenant", "actuel"),
    to=("à", "au", "jusqu'à", "jusqu\u2019à", "jusqu'en"),
    since=("depuis", "dès"),
    degrees={
        DegreeLevel.SECONDARY: r"\bbaccalauréat\b|\bbac\b(?! ?\+)|\bCAP\b|\bBEP\b|\bbrevet des collèges\b",
        DegreeLevel.ASSOCIATE: r"\bBTS\b|\bDUT\b|\bDEUG\b|\bbac ?\+ ?2\b",
        DegreeLevel.BACHELOR: r"\blicence\b|\bbachelor\w*|\bbac ?\+ ?3\b|\bB\.?U\.?T\b",
        DegreeLevel.MASTER: r"\bmaster\b|\bmaîtrise\b|\bma[iî]trise\b|\bDEA\b|\bDESS\b|\bbac ?\+ ?5\b|\bmastère\b|\bdiplôme d['\u2019]ingénieur\b|\bgrande école\b",
        DegreeLevel.DOCTORATE: r"\bdoctorat\b|\bthèse\b|\bph\.?d\b|\bdocteur\b",
    },
    unfinished=r"\b(?:en cours|prévu|prévue|non obtenu|inachevée?)\b",
    subjects=r"(?:licence|master|maîtrise|doctorat|bachelor|BTS|DUT)(?: professionnelle?)?(?: en| de|,)? (?:d['\u2019])?(?P<subject>[^,;|()\n\d\u2013-]{3,60})",
    schools=r"université|école|lycée|institut|collège|faculté|\bIUT\b",
    position="poste|fonction",
    employer="entreprise|société|employeur",
    departments=r"ventes|marketing|finances?|achats|ressources humaines|logistique|production|qualité|communication|informatique",
    roles=r"\w*ingénieure?|directeur|directrice|gérante?|responsable|chef|cheffe|chargée?|coordinat(?:eur|rice)|développeu(?:r|se)|programmeu(?:r|se)"
    r"|analyste|architecte|concept(?:eur|rice)|designer|graphiste|consultante?|conseill(?:er|ère)|technicien(?:ne)?|assistante?|adjointe?|secrétaire"
    r"|comptable|audit(?:eur|rice)|contrôleu(?:r|se)|juriste|avocate?|commerciale?|vendeu(?:r|se)|caissi(?:er|ère)|serveu(?:r|se)|cuisini(?:er|ère)"
    r"|boulang(?:er|ère)|pâtissi(?:er|ère)|bouch(?:er|ère)|chauffeu(?:r|se)|livreu(?:r|se)|magasini(?:er|ère)|préparat(?:eur|rice)|ouvri(?:er|ère)"
    r"|soudeu(?:r|se)|électricien(?:ne)?|plombi(?:er|ère)|menuisi(?:er|ère)|maçon(?:ne)?|peintre|mécanicien(?:ne)?|jardini(?:er|ère)|coiffeu(?:r|se)"
    r"|infirmi(?:er|ère)|médecin|pharmacien(?:ne)?|sage-femme|aide-soignante?|kinésithérapeute|psychologue|éducat(?:eur|rice)|animat(?:eur|rice)"
    r"|enseignante?|professeure?|maître|maîtresse|formateur|formatrice|cherch(?:eur|euse)|doctorante?|stagiaire|apprentie?|alternante?|stage"
    r"|journaliste|rédact(?:eur|rice)|traduct(?:eur|rice)|photographe|gestionnaire|agente?|opérat(?:eur|rice)|hôte|hôtesse|réceptionniste|fondat(?:eur|rice)"
    r"|associée?|présidente?",
    employers=r"université|école|lycée|collège|institut|faculté|iut|hôpital|clinique|chu|centre|cabinet|banque|crédit|caisse|groupe|société|compagnie"
    r"|entreprise|mairie|ville|ministère|conseil|fondation|association|restaurant|brasserie|boulangerie|hôtel|hôtels|magasin|supermarché|pharmacie|garage"
    r"|atelier|ateliers|transports|assurances?|éditions|laboratoires?|frères|fils|indépendante?",
    forms=r"S\.?A\.?S\.?U?|S\.?A\.?R\.?L\.?|EURL|SNC|SCOP|S\.?A\.",
    joins="de du des d' en à au aux pour chez la le",
    wishes=r"\b(?:prévue?s?\b|en préparation|recherche (?:un|d)|souhaite|objectif|pas encore)",
    expires=r"\b(?:expire|valable jusqu['\u2019](?:au|en|à)|valide jusqu['\u2019](?:au|en|à))(?: le| en)?",
    issued=r"\b(?:délivrée?|obtenue?|réussie?|passée?|depuis|date)\b(?: le| en)?",
    levels={
        SkillLevel.BEGINNER: ("notions", "débutant", "débutante", "connaissances de base", "basique"),
        SkillLevel.INTERMEDIATE: ("intermédiaire", "bonnes connaissances", "bon niveau", "bonne maîtrise"),
        SkillLevel.ADVANCED: ("avancé", "avancée", "confirmé", "confirmée", "très bon niveau", "très bonne maîtrise", "maîtrise"),
        SkillLevel.EXPERT: ("expert", "experte"),
    },
    languages={
        "français": "fr", "anglais": "en", "allemand": "de", "espagnol": "es", "italien": "it", "portugais": "pt", "néerlandais": "nl",
        "arabe": "ar", "chinois": "zh", "russe": "ru", "japonais": "ja", "polonais": "pl", "roumain": "ro", "turc": "tr", "ukrainien": "uk",
        "coréen": "ko", "grec": "el", "suédois": "sv", "breton": "br", "catalan": "ca", "hébreu": "he", "vietnamien": "vi",
    },
    fluency={
        "langue maternelle": "native", "maternelle": "native", "natif": "native", "native": "native", "bilingue": "native", "courant": "C1",
        "courante": "C1", "couramment": "C1", "avancé": "C1", "très bon": "C1", "professionnel": "B2", "bon": "B2", "bon niveau": "B2",
        "intermédiaire": "B1", "moyen": "B1", "scolaire": "A2", "notions": "A1", "débutant": "A1", "base": "A2", "bases": "A2",
    },
    common="de la le les des et en du pour dans avec une au par sur aux est qui",
)  # fmt: skip
