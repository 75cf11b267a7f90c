"""Italian: months and names of languages; headings are not known yet."""

from __future__ import annotations

from credlens.profile.words import Words

ITALIAN = Words(
    code="it",
    name="Italian",
    months={
        1: "gen gennaio",
        2: "feb febbraio",
        3: "mar marzo",
        4: "apr aprile",
        5: "mag maggio",
        6: "giu giugno",
        7: "lug luglio",
        8: "ago agosto",
        9: "set settembre",
        10: "ott ottobre",
        11: "nov novembre",
        12: "dic dicembre",
    },
    roles=r"\w*ingegnere|direttore|direttrice|responsabile|capo|impiegat[oa]|analista|sviluppat(?:ore|rice)|programmat(?:ore|rice)|progettista"
    r"|architetto|consulente|tecnico|assistente|segretari[oa]|contabile|avvocato|addett[oa]|commess[oa]|cassier[ea]|camerier[ea]|cuoc[oa]|autista"
    r"|operai[oa]|magazziniere|saldatore|elettricista|idraulico|falegname|muratore|meccanico|infermier[ea]|medico|farmacista|insegnante|docente"
    r"|professor(?:e|essa)|ricercat(?:ore|rice)|tirocinante|stagista|apprendista|traduttore|traduttrice|titolare|socio",
    employers=r"università|politecnico|istituto|scuola|liceo|accademia|ospedale|clinica|banca|gruppo|comune|ministero|fondazione|associazione"
    r"|ristorante|albergo|farmacia|officina|fratelli|assicurazioni",
    forms=r"S\. ?p\. ?A\.?|S\. ?r\. ?l\.?s?|SpA|Srl|S\.n\.c\.|S\.a\.s\.",
    joins="di del della dei delle in per presso a al",
    languages={
        "italiano": "it",
        "inglese": "en",
        "tedesco": "de",
        "francese": "fr",
        "spagnolo": "es",
        "portoghese": "pt",
    },
    fluency={"madrelingua": "native", "fluente": "C1", "buono": "B2", "scolastico": "A2"},
    common="di che e il la per con del della nel sono gli alla",
)
