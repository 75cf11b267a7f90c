"""What it costs: the ways to pay, and the fees that come to each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from credlens.catalog.pages.exam_terms import terms
from credlens.catalog.pages.headings import Place
from credlens.catalog.pages.money import Mention, mentions
from credlens.catalog.pages.payments import in_whole
from credlens.catalog.pages.said import Found, Page, Sentence, settled
from credlens.catalog.pages.words import folded, speaks_of_others
from credlens.catalog.values.facts import known, not_stated
from credlens.catalog.values.prices import Period
from credlens.model.credential import CostItem, CostPattern
from credlens.model.errors import Problem
from credlens.model.fact import Source

_NO_PRICE = re.compile(
    r"\b(?:practi[cs]e|mock|was|were|worth|valued? (?:at|of)|discount|\boff\b|salar\w*|earn(?:s|ed|ing|ings)?(?! (?:an?|your|the) (?:\w+ )?(?:certificat|credential|badge|diploma))|pay rise|raise\w*|wages?|income|per hour|scholarships?|grants?|bursar\w+|aid|(?<!non-)(?<!non )refund\w*|deposit|late fee|re-?schedul\w+"
    r"|cancel\w*|prize|budget|revenue|market|instal?lments?|financ\w+|loan|reg(?:ular)?(?:ly)? price|original(?:ly)?|rrp|instead of|tax(?:es)? of|stipend|jobs?|compensation|ce fee|annual fee|recertif\w*|renew\w*|maint(?:ain|enance)|retak\w*|re-?take|re-?exam(?:ination)?|resit"
    r"|re-?sit|replace\w*|reprint\w*|transcript|shipping|donat\w+|voucher worth|gift|project budget|sueldo|salario|ganan?|descuento|ahorr\w+|antes|beca|reembols\w*|renova\w+|plazos|cuotas?)\b"
)
_SAID = re.compile(
    r"\b(?:costs?|price[ds]?|pricing|fees?|tuition|pay|payable|charge[ds]?|enrol\w*|register|registration|investment|buy|purchase|subscri\w+|plan|membership|members?|upgrade|verified|add an?|for only|only|upgrade|one-time|upfront|full payment|total|certificate"
    r"|exam|per month|from|starting at|apply|application|books?|materials?|precio|coste?|cuesta|tarifa|matricula|pago|pagar|suscripcion|mensualidad|inscripcion|certificado|examen|inversion|tasas?)\b"
)
_UNDER = re.compile(
    r"\b(?:price|pricing|costs?|fees?|tuition|payment|plans?|how much|enrol\w*|registration|exam (?:details|information|facts|fee)|precios?|coste|matricula|tarifas?|tasas?|inversion)\b"
)
_EXAM = re.compile(r"\b(?:exam(?:ination)?|test|attempt|sitting|voucher|assessment fee|examen|convocatoria|intento)\b")
_APPLICATION = re.compile(r"\b(?:application|registration fee|admission|admin(?:istration)? fee|solicitud)\b")
_MATERIALS = re.compile(r"\b(?:books?|textbooks?|materials?|kit|study guide|handbook|libros?|materiales)\b")
_CERTIFICATE = re.compile(
    r"\b(?:(?:verified |paid |optional |official |digital |printed )*certificates?|certificado|certificacion verificada|upgrade|verified track)\b"
)
_MEMBERSHIP = re.compile(r"\bmembership (?:fee|dues|costs?|is)|\bannual dues\b")
_MEMBERS = re.compile(r"\b(?:for |to )?(?:members?|member price|socios|miembros)\b(?!ship)")
_NON_MEMBERS = re.compile(r"\b(?:non|not)[- ]?members?\b|\bno (?:socios|miembros)\b")
_EARLY = re.compile(r"\bearly[- ]?bird\b|\breserva anticipada\b")
_STUDENTS = re.compile(
    r"\b(?:students?|academic|concessions?|reduced|alumni|retiree|unemployed|estudiantes?|reducid[ao])\b(?: (?:price|rate|fee|discount|tarifa))?"
)
_INCLUDED = re.compile(r"\b(?:includ\w+|incluy\w+|incluid\w+)\b")
_FREE = re.compile(
    r"\b(?:a|this) (?:completely |totally )?free (?:online |self-paced |\w+ )?(?:course|training|class|workshop|certification|bootcamp|mooc|program(?:me)?)\b|\b(?:un|este) (?:curso|programa) (?:online )?gratuito\b|^(?:price|cost|fee|tuition|precio|coste)s?: (?:free|gratis|gratuito|0|\$0)\b(?! (?:trial|to audit))|^(?:free|gratis),? (?:with|but|plus|pero|mas)\b|^(?:free|gratis|100% free|100% gratis|curso gratuito|free (?:online )?course)$"
    r"|\b(?:course|program(?:me)?|certificat\w+|credential|training|class|bootcamp|exam|badge|curso|programa|everything(?: \w+){0,3}|it|this|tuition|enrol+ment|participation|attendance|matricula|inscripcion|certificado) (?:and (?:\w+ ){1,4})?(?:is|are|es|son) (?:also |entirely |completely |totally |100% |totalmente |completamente )?"
    r"(?:free(?: of (?:charge|cost))?|gratis|gratuit[ao]s?|offered (?:for free|free of charge|at no cost))\b(?! (?:to (?:audit|try|preview)|trial|for (?:members|\d|the first)|with (?:a |your )?(?:membership|subscription)|if|during))"
    r"|\b(?:completely|entirely|totally|100%|totalmente|completamente) (?:free|gratis|gratuit[ao])\b(?! (?:trial|preview))|\b(?:at no cost|free of charge|sin coste|sin costo)\b(?=[^,;]{0,20}$)"
)
_NOT_FREE = re.compile(
    r"\b(?:trial|preview|webinar|consult\w*|e-?book|download|sample|first (?:week|month|lesson|module)|introductory (?:lesson|session)|retakes?|parking|shipping|resources|newsletter|updates|cancel\w*|reschedul\w*|call|prueba|starter|toolkit|for members)\b"
)
_AUDIT = re.compile(
    r"\b(?:audit (?:this|the|it|for|mode|track|option|any|all|every)|audit$|free (?:to )?audit|free to (?:join|learn)|free audit|audited? (?:for )?free|modo (?:auditoria|oyente)|como oyente)\b"
)
_PAID_PROOF = re.compile(
    r"\b(?:course|learning|content|materials?|lessons?|curso|contenido)\b[^.;]{0,40}\b(?:free|gratis|gratuito)\b[^.;]{0,60}\b(?:pay|paid|buy|purchase|fee|pag\w+|compr\w+)\b[^.;]{0,40}\b(?:certificate|certificado)"
    r"|\b(?:pay|buy|purchase|upgrade)\b[^.;]{0,30}\b(?:certificate|certificado)"
)
_CLAUSE = re.compile(r"\bor\b|[;.](?=\s|$)|,(?=\s)|\bo\b")
_DEMANDED = re.compile(r"\b(?:required|must|mandatory|only (?:open )?(?:to|for) members|obligatori\w+)\b")
_SAVED = re.compile(r"\b(?:sav\w+|ahorr\w+)(?: up to| of| over| an?| hasta)*$")
_REFUND = re.compile(r"\b(?:money[- ]back|full refund|refund(?:able|s|ed)?|reembolso|devolucion)\b")
# A promise is told in the description; it is no term of the price.
_PROMISE = re.compile(r"\b(?:guarante\w+|garant\w+|jobs?|hired|employ\w*|interviews?|empleo|trabajo)\b")
_LEARN_FREE = re.compile(
    r"\b(?:enrol+|join|learn|start(?: learning)?|study|watch|access|take (?:the|this) course) (?:for )?free\b|\bfree (?:enrol+ment|to (?:enrol+|access|take|start|watch|study))\b|\b(?:inscripcion|acceso|inscribete) (?:gratis|gratuit[ao])\b"
)
_RENEWING = re.compile(r"(?:to (?:renew|keep|maintain|recertify|stay)|renew\w*|recertif\w+|para renovar)\b")
_WAYS = {
    CostPattern.ONE_OFF: "standard",
    CostPattern.PER_MONTH: "monthly",
    CostPattern.PER_YEAR: "yearly",
    CostPattern.FREE: "standard",
}


@dataclass(frozen=True, slots=True)
class _Charge:
    """A price that the page asks for."""

    what: str
    pattern: CostPattern
    group: str
    currency: str
    amount: Decimal
    least: bool
    source: Source
    assumed: bool = False
    parts: str = ""
    line: int = 0

    @property
    def instalments(self) -> bool:
        """Whether it is one sum, paid in several parts."""
        return bool(self.parts) and self.pattern is CostPattern.ONE_OFF


def read(page: Page) -> Found:
    """Ways to pay as options, alternatives to each other; fees for exam, application and materials come to each."""
    charges = list(_alike_for_groups([c for m in in_whole(mentions(page)) if (c := _charge(page, m))]))
    if terms(page).says_exam and all(c.what == "tuition" and c.pattern is CostPattern.ONE_OFF for c in charges):
        # The page of an exam, by its questions and minutes: its price is that of an attempt.
        charges = [replace(c, what="exam", pattern=CostPattern.PER_ATTEMPT) for c in charges]
    free, audit = _free(page), next((page.of(h.sentence) for h in page.hits(_AUDIT)), None)
    if audit is None and any(c.what == "certificate" for c in charges):
        audit = free or (None if any(c.what == "tuition" for c in charges) else _learning_is_free(page))
    proof = next((page.of(h.sentence) for h in page.hits(_PAID_PROOF)), None) if free else None
    audit = audit or proof
    problems: tuple[Problem, ...] = ()
    if any(c.assumed for c in charges):
        problems = (
            page.problem(
                "costs", 'Prices are written with a plain "$".', "They are read as US dollars. Look whether they are."
            ),
        )
    if free and audit is None and any(c.what == "tuition" for c in charges):
        paid = next(c for c in charges if c.what == "tuition")
        message = f"It says free and {paid.amount:f} {paid.currency}."
        problems += (page.problem("costs", message, "The price is kept. Look at the page."),)
        free = None
    items = _items(charges, free, audit)
    refund = next((h.sentence.quote for h in page.hits(_REFUND) if not _PROMISE.search(h.sentence.text)), "")
    if refund:
        items = [
            replace(i, condition="; ".join(p for p in (i.condition, refund[:160]) if p)) if i.what == "tuition" else i
            for i in items
        ]
    return Found({"costs": tuple(items)} if items else {}, problems=problems)


def _alike_for_groups(charges: list[_Charge]) -> Iterator[_Charge]:
    """Charges where "The exam is $380. Members pay $300" has members pay for what the price before is asked for."""
    before: _Charge | None = None
    for charge in charges:
        other = before is not None and before.line == charge.line and before.what == "exam"
        if before and other and charge.group and charge.what == "tuition":
            before = replace(charge, what=before.what, pattern=before.pattern)
        else:
            before = charge
        yield before


def _items(charges: list[_Charge], free: Source | None, audit: Source | None) -> list[CostItem]:
    ways: list[CostItem] = []
    extra: list[CostItem] = []
    kinds = dict.fromkeys((c.what, c.pattern, c.group, c.instalments) for c in charges)
    grouped = any(group for what, _, group, _ in kinds if what == "exam")
    several = sum(1 for what, *_ in kinds if what == "tuition") > 1
    for what, pattern, group, parted in kinds:
        same = [c for c in charges if (c.what, c.pattern, c.group, c.instalments) == (what, pattern, group, parted)]
        if len({c.currency for c in same}) > 1:
            same = [c for c in same if c.currency == same[0].currency]
        amount = settled("costs", [(c.amount, c.source) for c in same])
        least = "from this price on" if any(c.least for c in same) else ""
        condition = "; ".join(dict.fromkeys(p for p in (group, least, *(c.parts for c in same)) if p))
        way = "instalments" if parted else _WAYS.get(pattern, "standard") if several or group else "standard"
        item = CostItem(
            f"{way}, {group}" if group else way, pattern, amount, same[0].currency, what, condition=condition
        )
        if what == "certificate" and audit:
            item = replace(item, option="with certificate", pattern=CostPattern.FREE_AUDIT_PAID_CERT)
            ways.append(item)
        elif what == "tuition" or (what == "exam" and grouped):
            ways.append(item)
        else:
            extra.append(item)
    if audit and not any(i.pattern is CostPattern.FREE_AUDIT_PAID_CERT for i in ways):
        single = [i for i in ways if i.pattern is CostPattern.ONE_OFF]
        if len(single) == 1:
            ways[ways.index(single[0])] = replace(
                single[0], pattern=CostPattern.FREE_AUDIT_PAID_CERT, what="certificate"
            )
        elif not ways:
            ways = [CostItem("standard", CostPattern.FREE_AUDIT_PAID_CERT, not_stated(audit), "USD", "certificate")]
    if free and not audit and not ways:
        ways = [CostItem("standard", CostPattern.FREE, known(Decimal(0), free), "USD", "tuition")]
    options = list(dict.fromkeys(i.option for i in ways)) or ["standard"]
    # One option with the certificate's name only: plain words.
    return [*ways, *(replace(i, option=option) for i in extra for option in options)]


def _charge(page: Page, found: Mention) -> _Charge | None:
    """What an amount is asked for; None when it is none that somebody pays for this."""
    sentence = found.sentence
    near = f"{found.before[-70:]} {found.after[:45]}"
    clause = f"{_CLAUSE.split(found.before[-70:])[-1]} {_CLAUSE.split(found.after[:45])[0]}"
    under = folded(sentence.line.heading)
    if (
        speaks_of_others(sentence.text)
        or (_NO_PRICE.search(clause) and not found.parts)
        or _SAVED.search(found.before[-30:])
        or found.price.period is Period.OTHER
        or _RENEWING.match(sentence.text)
    ):
        return None
    bare = len(sentence.text) <= 40
    label = f"{under} {_label(page, sentence)}"
    # "Careers" over a price speaks of other money, unless it is the course's own name.
    over = label.replace(folded(page.title), "")
    if not (_SAID.search(near) or found.price.period or bare or _UNDER.search(label)) or re.search(
        r"\b(?:renew\w*|maint\w+|recertif\w*|salar\w+|outcomes?|careers?|(?<!and )retak\w*)\b", over
    ):
        return None
    what = _what(found, bare, label)
    pattern = (
        {Period.MONTH: CostPattern.PER_MONTH, Period.YEAR: CostPattern.PER_YEAR}.get(
            found.price.period, CostPattern.ONE_OFF
        )
        if found.price.period
        else CostPattern.ONE_OFF
    )
    if what == "exam" and pattern is CostPattern.ONE_OFF:
        pattern = CostPattern.PER_ATTEMPT
    if what == "membership":
        if not _DEMANDED.search(sentence.text):
            return None  # for those who want to be members
        pattern = CostPattern.MEMBERSHIP
    group = _group(found)
    return _Charge(
        what,
        pattern,
        group,
        found.price.currency or "USD",
        found.price.amount,
        found.price.least,
        page.of(sentence),
        found.assumed,
        found.parts,
        sentence.line.number,
    )


def _what(found: Mention, bare: bool, label: str) -> str:
    around = f"{found.before[-45:]} {found.after[:30]}"
    if _INCLUDED.search(found.after):  # "$899, including the exam"
        around = found.before[-45:]
    for what, pattern in (
        ("application", _APPLICATION),
        ("materials", _MATERIALS),
        ("membership", _MEMBERSHIP),
        ("exam", _EXAM),
        ("certificate", _CERTIFICATE),
    ):
        if pattern.search(around) and not re.search(
            r"\b(?:course|program\w*|bootcamp|tuition|curso|programa)\b[^.;]{0,25}$", found.before[-35:]
        ):
            return what
    if bare and _EXAM.search(label):
        return "exam"
    return "certificate" if bare and re.search(r"\bverified (?:track|certificate)\b", label) else "tuition"


def _group(found: Mention) -> str:
    """Who pays this price, when it is not everybody."""
    after = re.split(r"[,;|/(]|\band\b|\by\b", found.after[:40])[0]
    before = re.split(r"[,;|)]|\band\b|\by\b", found.before[-40:])[-1]
    for words in (after, before):
        for name, pattern in (
            ("non-members", _NON_MEMBERS),
            ("members", _MEMBERS),
            ("early bird", _EARLY),
            ("reduced", _STUDENTS),
        ):
            if pattern.search(words):
                return name
    return ""


def _label(page: Page, sentence: Sentence) -> str:
    """The line above, when the sentence's line is the value of a label."""
    number = sentence.line.number
    above = page.lines[number - 2] if number >= 2 else None
    return folded(above.text) if above is not None and above.place is Place.OWN and len(above.text) <= 50 else ""


def _learning_is_free(page: Page) -> Source | None:
    """Where a button or a sentence calls the learning free; beside a price of the certificate it is no trial."""
    return next((page.of(h.sentence) for h in page.hits(_LEARN_FREE) if not _NOT_FREE.search(h.sentence.text)), None)


def _free(page: Page) -> Source | None:
    for value, line, quote in page.labelled(r"(?:price|cost|fees?|tuition|precio|coste?|matricula)"):
        if re.match(r"(?:free|gratis|gratuit[ao]|no (?:cost|charge|fee)|none)\b(?! trial)", value):
            return page.source(quote, line)
    return next((page.of(h.sentence) for h in page.hits(_FREE) if not _NOT_FREE.search(h.sentence.text)), None)
