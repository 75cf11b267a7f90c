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
