"""Dutch: months and names of languages; headings are not known yet."""

from __future__ import annotations

from credlens.profile.words import Words

DUTCH = Words(
    code="nl",
    name="Dutch",
    months={
        1: "jan januari",
        2: "feb februari",
        3: "mrt maart",
        4: "apr april",
        5: "mei",
        6: "jun juni",
        7: "jul juli",
        8: "aug augustus",
        9: "sep sept september",
        10: "okt oktober",
        11: "nov november",
        12: "dec december",
    },
    now=("heden",),
    to=("tot",),
    since=("sinds",),
    roles=r"\w*(?:medewerk(?:er|ster)|leider|beheerder|ontwikkelaar|verkoper|adviseur|verpleegkundige|monteur|chauffeur|begeleider|onderzoeker)"
    r"|directeur|docent|leraar|lerares|stagiair(?:e)?|boekhouder|hoofd|huisarts|kok|ober|timmerman|loodgieter|schilder|metselaar|eigenaar|projectleider",
    employers=r"universiteit|hogeschool|school|ziekenhuis|kliniek|bank|groep|gemeente|ministerie|stichting|vereniging|bakkerij|garage|verzekeringen"
    r"|gebroeders",
    forms=r"B\. ?V\.|N\. ?V\.|BV|NV|V\.O\.F\.|VOF",
    joins="van der de voor bij in",
    languages={"nederlands": "nl", "engels": "en", "duits": "de", "frans": "fr", "spaans": "es", "italiaans": "it"},
    fluency={"moedertaal": "native", "vloeiend": "C1", "goed": "B2", "basis": "A2"},
    common="de het een van en voor met op bij naar zijn door aan",
)
