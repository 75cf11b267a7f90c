"""Portuguese: months and names of languages; headings are not known yet."""

from __future__ import annotations

from credlens.profile.words import Words

PORTUGUESE = Words(
    code="pt",
    name="Portuguese",
    months={
        1: "jan janeiro",
        2: "fev fevereiro",
        3: "mar março",
        4: "abr abril",
        5: "mai maio",
        6: "jun junho",
        7: "jul julho",
        8: "ago agosto",
        9: "set setembro",
        10: "out outubro",
        11: "nov novembro",
        12: "dez dezembro",
    },
    now=("atual", "presente", "atualmente", "o momento"),
    to=("até",),
    since=("desde",),
    languages={"português": "pt", "inglês": "en", "alemão": "de", "francês": "fr", "espanhol": "es", "italiano": "it"},
    fluency={
        "nativo": "native",
        "língua materna": "native",
        "fluente": "C1",
        "avançado": "C1",
        "intermediário": "B1",
        "básico": "A2",
    },
    common="de e o a os as em com para do da um uma por no na",
)
