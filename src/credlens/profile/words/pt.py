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
    roles=r"\w*engenheir[oa]|diretor[a]?|gerente|chefe|coordenador[a]?|supervisor[a]?|analista|desenvolvedor[a]?|programador[a]?|arquitet[oa]"
    r"|consultor[a]?|técnic[oa]|assistente|auxiliar|secretári[oa]|recepcionista|contabilista|contador[a]?|advogad[oa]|vendedor[a]?|caixa"
    r"|empregad[oa] de mesa|garçom|garçonete|cozinheir[oa]|motorista|operári[oa]|soldador[a]?|eletricista|canalizador|encanador|carpinteir[oa]"
    r"|pedreiro|pintor[a]?|mecânic[oa]|enfermeir[oa]|médic[oa]|farmacêutic[oa]|professor[a]?|docente|investigador[a]?|pesquisador[a]?|estagiári[oa]"
    r"|aprendiz|jornalista|tradutor[a]?|sócio|sócia",
    employers=r"universidade|instituto|escola|faculdade|colégio|hospital|clínica|centro|banco|grupo|câmara|prefeitura|ministério|fundação|associação"
    r"|restaurante|hotel|farmácia|oficina|supermercados?|irmãos",
    forms=r"Lda\.?|Ltda\.?|S\. ?A\.|EIRELI",
    joins="de do da dos das em para a ao com",
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
