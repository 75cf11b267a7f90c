"""German."""

from __future__ import annotations

from credlens.model.occupation import DegreeLevel
from credlens.model.skill import SkillLevel
from credlens.profile.sections import Section
from credlens.profile.words import Words

GERMAN = Words(
    code="de",
    name="German",
    sections={
        Section.SUMMARY: "kurzprofil profil zusammenfassung überblick kurzvorstellung berufsziel ziele",
        Section.EXPERIENCE: "berufserfahrung berufserfahrungen werdegang berufspraxis praxiserfahrung tätigkeit tätigkeiten praktika praktikum"
        " arbeitserfahrung erfahrung erfahrungen stationen anstellungen berufstätigkeit berufslaufbahn",
        Section.EDUCATION: "ausbildung studium bildungsweg bildung schulbildung hochschulbildung schulausbildung hochschulstudium promotion"
        " berufsausbildung schulabschluss abschlüsse hochschulausbildung bildungsgang schullaufbahn",
        Section.SKILLS: "kenntnisse fähigkeiten kompetenzen edv-kenntnisse it-kenntnisse fachkenntnisse edv skills qualifikationen software"
        " computerkenntnisse programmierkenntnisse softwarekenntnisse kernkompetenzen fertigkeiten stärken technologien it-kompetenzen"
        " zusatzqualifikationen programmiersprachen",
        Section.CERTIFICATIONS: "zertifikate zertifizierungen zertifizierung zertifikat lizenzen bescheinigungen führerschein",
        Section.COURSES: "weiterbildung weiterbildungen fortbildung fortbildungen kurse schulungen seminare lehrgänge",
        Section.PROJECTS: "projekte projekt projekterfahrung referenzprojekte portfolio",
        Section.LANGUAGES: "sprachen sprachkenntnisse fremdsprachen fremdsprachenkenntnisse",
        Section.VOLUNTEER: "ehrenamt ehrenamtliches ehrenämter ehrenamtliche freiwilligenarbeit freiwilliges",
        Section.OTHER: "interessen hobbys hobbies daten kontakt kontaktdaten angaben referenzen publikationen veröffentlichungen auszeichnungen"
        " mitgliedschaften preise stipendien sonstiges",
    },
    fillers="und & / der die das meine mein berufliche beruflicher beruflichen persönliche persönlicher persönliches weitere besondere sonstige"
    " relevante fachliche soziale technische akademische akademischer schulische schulischer praktische ausgewählte zur person über mich engagement"
    " jahr soziales und/oder online it",
    months={
        1: "jan januar jänner jän",
        2: "feb februar feber",
        3: "mär märz mrz",
        4: "apr april",
        5: "mai",
        6: "jun juni",
        7: "jul juli",
        8: "aug august",
        9: "sep sept september",
        10: "okt oktober",
        11: "nov november",
        12: "dez dezember",
    },
    now=("heute", "jetzt", "aktuell", "laufend", "dato", "gegenwärtig", "bis heute", "bis dato"),
    to=("bis", "bis zum"),
    since=("seit", "ab"),
    degrees={
        DegreeLevel.SECONDARY: r"\babitur\b|\bfachabitur\b|hochschulreife\b|\bmatura\b|\bmittlere reife\b|realschulabschluss|hauptschulabschluss"
        r"|\b(?:berufs)?ausbildung (?:zur|zum|als)\b|\bgesellenbrief\b|\bgesellenprüfung\b|\blehre (?:zur|zum|als)\b|\bumschulung\b",
        # The German framework puts a master craftsman beside a bachelor; employers elsewhere read it as less than a degree.
        DegreeLevel.ASSOCIATE: r"\bmeisterbrief\b|\bindustriemeister\w*|\bhandwerksmeister\w*|\bmeisterprüfung\b|\bstaatlich geprüfte[r]? techniker\w*"
        r"|\bfachwirt\w*",
        DegreeLevel.BACHELOR: r"\bbachelor\w*|\bb\.\s?(?:sc|a|eng|ed)\b|\bdiplom\b[^\n]{0,60}\(fh\)|\bdipl\.?-?\w*\.? ?\(fh\)|\bvordiplom\b",
        DegreeLevel.MASTER: r"\bmaster(?:studium|abschluss|arbeit|s)?\b(?! ?card)|\bm\.\s?(?:sc|a|eng|ed|b\.?a)\b|\bdiplom(?!a\b)(?:-?[a-zäöüß]+(?:in)?)?\b(?![^\n]{0,60}\(fh\))"
        r"|\bdipl\.(?![^\n]{0,40}\(fh\))|\bmagister\b|\bstaatsexamen\b|\blehramt\b",
        DegreeLevel.DOCTORATE: r"\bpromotion\b|\bdr\.(?: [a-z]+\.)*|\bdoktor(?:in|at|grad)?\b|\bph\.?d\b|\bhabilitation\b",
    },
    unfinished=r"\b(?:voraussichtlich(?:e[rs]?)?|laufend|angestrebt(?:er)?|noch nicht abgeschlossen|ohne abschluss|abgebrochen|nicht abgeschlossen"
    r"|derzeit im)\b",
    subjects=r"(?:studium (?:der |des )?|fachrichtung:? |studiengang:? |bachelor (?:of \w+ )?(?:in )?|master (?:of \w+ )?(?:in )?"
    r"|[BM]\. ?(?:Sc|A|Eng)\.,? (?:in )?|diplom in |promotion in |ausbildung (?:zum|zur|als) )(?P<subject>[A-ZÄÖÜ][^,;|()\n\d\u2013-]{2,50})",
    schools=r"universität|hochschule|gymnasium|schule\b|akademie|kolleg\b|berufskolleg|duale hochschule|\bFH\b|\bTU\b|\bIHK\b",
    position="position|stelle|tätigkeit|funktion",
    employer="arbeitgeber|firma|unternehmen",
    departments=r"vertrieb|marketing|einkauf|verkauf|finanzen|personal|logistik|produktion|technik|controlling|entwicklung|forschung|kundenservice|qualität|it",
    roles=r"\w*(?:leiter|leitung|entwickler|berater|betreuer|verk[äa]ufer|sachbearbeiter|mitarbeiter|arbeiter|fahrer|f[üu]hrer|pfleger|meister"
    r"|techniker|mechaniker|mechatroniker|elektroniker|elektriker|monteur|schlosser|installateur|maler|maurer|tischler|schreiner|dachdecker"
    r"|zimmerer|lagerist|b[äa]cker|metzger|koch|kellner|gärtner|friseur|lehrer|dozent|professor|trainer|ingenieur|informatiker|programmierer"
    r"|analyst|administrator|architekt|designer|gestalter|redakteur|übersetzer|dolmetscher|journalist|assistent|referent|koordinator|manager"
    r"|spezialist|fachangestellter?|buchhalter|controller|steuerberater|wirtschaftsprüfer|jurist|anwalt|arzt|apotheker|psychologe|therapeut|erzieher"
    r"|sozialarbeiter|sozialpädagoge|disponent|einkäufer|vertreter|geschäftsführer|inhaber|gründer|vorstand|prokurist|forscher|chemiker|physiker"
    r"|biologe|laborant|zeichner|prüfer|planer|gehilfe|helfer)(?:in|innen)?|\w*(?:schwester|fachkraft|hilfskraft|kauffrau|kaufmann|kaufleute|hebamme"
    r"|ärztin|köchin|anwältin|pädagogin|psychologin|biologin|fachfrau|fachmann|kraft|angestellte)|praktikant(?:in)?|praktikum|werkstudent(?:in)?"
    r"|auszubildender?|azubi|volontär(?:in)?|trainee|aushilfe|zivildienst\w*|beamt(?:er|in)",
    employers=r"\w*(?:universität|hochschule|gymnasium|schule|klinikum|klinik|krankenhaus|sparkasse|volksbank|bank|versicherung(?:en)?|werke?"
    r"|stadtwerke|gesellschaft|gruppe|verlag|verein|verband|stiftung|institut|akademie|praxis|kanzlei|apotheke|bäckerei|metzgerei|tischlerei"
    r"|schreinerei|autohaus|kaufhaus|handel|spedition|betrieb|zentrum|heim|amt|ministerium|museum|bibliothek)|stadt|landkreis|gemeinde"
    r"|bundeswehr|deutsche|gebrüder|gebr|selbstständig|selbständig|freiberuflich|caritas|diakonie",
    forms=r"g?GmbH(?: & Co\.? ?KGa?A?)?|mbH|AG|KG|KGaA|OHG|GbR|UG|SE|e\. ?V\.|e\. ?K\.|eG|& Söhne|& Sohn",
    joins="für im in der des bei von mit an am zur zum",
    wishes=r"\b(?:angestrebt|anstreb|geplant|in vorbereitung|in planung|vorauss|auf der suche|suche (?:nach|eine)|möchte|ziel(?: ist)?\b|noch nicht)",
    expires=r"\b(?:gültig bis|läuft ab(?: am)?|gilt bis|ablaufdatum|befristet bis|verfällt(?: am)?)(?: zum)?",
    issued=r"\b(?:ausgestellt|erworben|erlangt|abgeschlossen|bestanden|erhalten|zertifiziert|seit|vom|datum)\b(?: am| im)?",
    levels={
        SkillLevel.BEGINNER: ("grundkenntnisse", "grundkenntnissen", "basiskenntnisse", "grundlagen", "anfänger", "einsteiger", "grundlegend"),
        SkillLevel.INTERMEDIATE: ("gut", "gute", "gute kenntnisse", "fortgeschritten", "solide", "anwenderkenntnisse", "mittel"),
        SkillLevel.ADVANCED: ("sehr gut", "sehr gute", "sehr gute kenntnisse", "vertiefte", "umfassende", "fundierte", "sicher", "sicherer umgang"),
        SkillLevel.EXPERT: ("experte", "expertin", "expertenkenntnisse", "expertenwissen", "ausgezeichnet", "exzellent", "hervorragend"),
    },
    languages={
        "deutsch": "de", "englisch": "en", "französisch": "fr", "spanisch": "es", "italienisch": "it", "portugiesisch": "pt",
        "niederländisch": "nl", "polnisch": "pl", "russisch": "ru", "türkisch": "tr", "arabisch": "ar", "chinesisch": "zh", "japanisch": "ja",
        "koreanisch": "ko", "ukrainisch": "uk", "tschechisch": "cs", "ungarisch": "hu", "rumänisch": "ro", "bulgarisch": "bg",
        "griechisch": "el", "kroatisch": "hr", "serbisch": "sr", "bosnisch": "bs", "slowenisch": "sl", "slowakisch": "sk", "schwedisch": "sv",
        "dänisch": "da", "norwegisch": "no", "finnisch": "fi", "persisch": "fa", "farsi": "fa", "kurdisch": "ku", "hebräisch": "he",
        "albanisch": "sq", "vietnamesisch": "vi", "latein": "la", "hindi": "hi", "mandarin": "zh", "isländisch": "is", "estnisch": "et",
        "lettisch": "lv", "litauisch": "lt", "thailändisch": "th",
    },
    fluency={
        "muttersprache": "native", "muttersprachler": "native", "muttersprachlerin": "native", "muttersprachlich": "native",
        "muttersprachliches niveau": "native", "zweisprachig": "native", "bilingual": "native", "verhandlungssicher": "C1", "fließend": "C1",
        "fliessend": "C1", "fließend in wort und schrift": "C1", "sehr gut": "C1", "sehr gute kenntnisse": "C1", "gut": "B2", "gute": "B2",
        "gute kenntnisse": "B2", "konversationssicher": "B1", "erweiterte grundkenntnisse": "B1", "mittlere kenntnisse": "B1",
        "grundkenntnisse": "A2", "schulkenntnisse": "A2", "basiskenntnisse": "A2", "anfänger": "A1", "sehr gute": "C1",
    },
    common="und der die das den dem mit für von im zur zum bei als auf eine einer durch sowie über nach ist wurde",
)  # fmt: skip
