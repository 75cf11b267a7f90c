"""Which country, or part of one, a place named in an ad lies in: ISO 3166 codes ("US-TX", "MX", "GB").

Names and codes are those of ISO 3166-1 and 3166-2 (pycountry), with the usual English names beside them. A place is read from its end: the
country, the state. Nothing is guessed: a city alone, "Remote" and names that stand for two places ("Georgia") have no region.

- A two-letter code after a city is a US state or Canadian province first ("CA" is California); for the largest cities elsewhere whose
  country has the same code, the country. "DE" after a city that is in neither list may be both, and is none.
- Between a city and a country a part of any country may be named; before a country alone only of the United States, Canada, Australia and
  the United Kingdom, since elsewhere that word is mostly a city.
"""

from __future__ import annotations

import functools
import re
import unicodedata

import pycountry

_USUAL = {
    "usa": "US", "us": "US", "united states of america": "US", "uk": "GB", "great britain": "GB", "britain": "GB", "england": "GB-ENG",
    "scotland": "GB-SCT", "wales": "GB-WLS", "northern ireland": "GB-NIR", "uae": "AE", "emirates": "AE", "south korea": "KR", "korea": "KR",
    "republic of korea": "KR", "north korea": "KP", "russia": "RU", "czech republic": "CZ", "turkey": "TR", "turkiye": "TR", "holland": "NL",
    "the netherlands": "NL", "ivory coast": "CI", "cape verde": "CV", "macedonia": "MK", "swaziland": "SZ", "burma": "MM", "vietnam": "VN",
    "viet nam": "VN", "laos": "LA", "syria": "SY", "iran": "IR", "brunei": "BN", "macau": "MO", "palestine": "PS", "hong kong sar": "HK",
    "hong kong": "HK", "taiwan": "TW", "bolivia": "BO", "venezuela": "VE", "moldova": "MD", "tanzania": "TZ", "micronesia": "FM",
    "dr congo": "CD", "democratic republic of the congo": "CD", "republic of ireland": "IE", "mainland china": "CN", "prc": "CN",
    "ksa": "SA", "the philippines": "PH", "the bahamas": "BS", "bahamas": "BS", "the gambia": "GM", "vatican city": "VA",
    "deutschland": "DE", "osterreich": "AT", "schweiz": "CH", "suisse": "CH", "svizzera": "CH", "espana": "ES", "italia": "IT",
    "brasil": "BR", "belgique": "BE", "belgie": "BE", "nederland": "NL", "polska": "PL", "sverige": "SE", "norge": "NO", "danmark": "DK",
    "suomi": "FI", "washington dc": "US-DC",
}  # fmt: skip
_BOTH = frozenset({"georgia", "washington", "victoria"})  # alone: two countries, a state and a city, a state and a city
_TERRITORIES = frozenset(
    {"AS", "GU", "MP", "PR", "VI"}
)  # ISO has each twice: as a country, and as a part of the United States
_NAMED_PARTS = ("US", "CA", "AU", "GB")  # whose parts stand before the country, or alone
_CODED_PARTS = ("US", "CA", "AU")  # whose parts are written as bare codes, in the order in which a code is tried
_ABROAD = {
    "AR": "buenos aires|cordoba|rosario|mendoza", "AU-NT": "darwin|alice springs", "AU-SA": "adelaide", "AU-WA": "perth|fremantle",
    "CA": "toronto|montreal|ottawa|calgary|edmonton|winnipeg|quebec|quebec city|mississauga",
    "CA-NT": "yellowknife", "CO": "bogota|medellin|cali|barranquilla|cartagena",
    "DE": "berlin|munich|munchen|hamburg|cologne|koln|frankfurt|frankfurt am main|stuttgart|dusseldorf|leipzig|dresden|hannover|hanover|"
    "nuremberg|nurnberg|bremen|essen|dortmund|bonn|karlsruhe|mannheim|heidelberg|aachen|munster|darmstadt|potsdam|jena|ulm",
    "GE": "tbilisi|batumi|kutaisi", "ID": "jakarta|bandung|surabaya|denpasar|bali", "IL": "tel aviv|tel aviv yafo|jerusalem|haifa|herzliya|ramat gan",
    "IN": "bangalore|bengaluru|hyderabad|pune|mumbai|delhi|new delhi|chennai|gurgaon|gurugram|noida|kolkata|ahmedabad|jaipur|kochi",
    "LA": "vientiane", "MA": "casablanca|rabat|marrakesh|tangier", "MD": "chisinau", "MT": "valletta|sliema|msida|st julians",
    "PA": "panama|panama city", "SA": "riyadh|jeddah|dammam|khobar", "US-GA": "atlanta|savannah|augusta|macon|athens|columbus|marietta",
    "VA": "vatican city",
}  # fmt: skip
"""Large cities that stand before a code or name which means something else first ("Berlin, DE" is not in Delaware)."""

_DELAWARE_CITIES = (
    "bear|bethany beach|bridgeville|brookside|camden|cheswold|christiana|claymont|clayton|dagsboro|delaware city|delmar|dewey beach|dover|"
    "elsmere|felton|fenwick island|frankford|georgetown|glasgow|greenville|harrington|hockessin|laurel|lewes|long neck|magnolia|middletown|"
    "milford|millsboro|millville|milton|new castle|newark|ocean view|odessa|pike creek|rehoboth beach|seaford|selbyville|smyrna|townsend|"
    "wilmington|wyoming"
)
_DELAWARE = frozenset(_DELAWARE_CITIES.split("|"))
"""Cities behind which "DE" is Delaware: other ones may be any of Germany's."""

_CITIES: dict[str, str] = {}
for _code, _cities in _ABROAD.items():
    for _city in _cities.split("|"):
        _CITIES.setdefault(_city, _code)

_BREAK = re.compile(r"[,()\[\]|/·•:\n]|\s[-\u2013\u2014]\s|\s[-\u2013\u2014]|[-\u2013\u2014]\s")
_MODE = re.compile(  # "in" only in lower case: "IN" is Indiana
    r"\b(?:(?i:fully|100%|partly|remotely|remote|hybrid|on-?site|home[- ]?(?:based|office)|work(?:ing)? from home|wfh|anywhere|nationwide"
    r"|telework|teleworking|virtual|flexible|only|based|eligible|the)|in|within)\b"
)
_POSTCODE = re.compile(r"\b(?:\d{4,6}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d)\s*$")
_STATE_BEHIND = re.compile(r"^(\S.*?)\s+([A-Z]{2,3})$")  # "Austin TX"
_ISO_FIRST = re.compile(r"^(?:USA|US|CA|AU)-[A-Z]{2,3}\b")  # "US-TX-Austin"


@functools.lru_cache(maxsize=65_536)
def region(place: str | None) -> str | None:
    """ISO 3166 code of the country or its part that a place lies in; None when the words do not tell.

    Of several places (see :func:`regions`) the one they share: the part, else the country; None when they lie in several countries.
    """
    found = regions(place)
    if len(found) <= 1:
        return found[0] if found else None
    countries = {code[:2] for code in found}
    return found[0][:2] if len(countries) == 1 else None


def regions(place: str | None) -> tuple[str, ...]:
    """The region of each of several places, separated by ";", in their order, each once; places that do not tell are left out."""
    read = (_one(part.strip()) for part in (place or "").split(";"))
    return tuple(dict.fromkeys(code for code in read if code))


@functools.lru_cache(maxsize=65_536)
def _one(place: str) -> str | None:
    if found := _ISO_FIRST.match(place):
        country, _, part = found[0].replace("USA", "US").partition("-")
        if code := _parts(country)[0].get(part):
            return code
    words = _components(place)
    for at in range(len(words) - 1, -1, -1):
        told = _read(words, at)
        if told is not None:
            return _finer(told, words[:at]) if told else None
    return None


def _components(place: str) -> list[str]:
    cleaned = (_POSTCODE.sub("", _MODE.sub(" ", part)) for part in _BREAK.split(place))
    words = [" ".join(part.strip(" .-\u2013\u2014").split()) for part in cleaned]
    words = [part for part in words if part]
    words[1:] = [part.upper() if len(part) == 2 and part.islower() else part for part in words[1:]]  # "boise, id"
    if words and (found := _STATE_BEHIND.match(words[-1])) and any(found[2] in _parts(c)[0] for c in _CODED_PARTS):
        words[-1:] = [found[1], found[2]]
    return words


def _read(words: list[str], at: int) -> str | None:
    """The code that one component stands for; None when it stands for none, "" when it could stand for several."""
    word, before = words[at].replace(".", ""), [_plain(w) for w in words[:at]]
    plain = _plain(word)
    if plain in _BOTH or (word.isupper() and word in {"SA", "NT", "WA", "VIC", "GA"}):
        city = _CITIES.get(before[-1], "") if before else ""
        fits = {"georgia": "GE US-GA", "ga": "US-GA", "sa": "AU-SA SA", "nt": "AU-NT CA-NT", "wa": "AU-WA"}.get(
            plain, ""
        )
        if city in fits.split():
            return city
    if plain in _BOTH:
        if plain == "georgia" or not before:
            return ""
        return "AU-VIC" if plain == "victoria" else "US-WA"
    if word.isupper() and len(word) in {2, 3} and plain not in {"us", "uk", "usa", "uae"}:
        return _coded(word, before)
    return _countries().get(plain) or next(
        (c for country in _NAMED_PARTS if (c := _parts(country)[1].get(plain))), None
    )


def _coded(code: str, before: list[str]) -> str | None:
    """A bare code: of a state or province behind a city, else of a country."""
    country = _country_of_code(code)
    states = [c for name in _CODED_PARTS if (c := _parts(name)[0].get(code))]
    if not before:  # "TX" says it all; "CA" may be California and Canada
        return states[0] if len(states) == 1 and not country else ("" if states else country)
    if country and len(before) > 1 and _is_part(before[-1], country):  # "Toronto, ON, CA"; "Erlangen, BY, DE"
        return country
    if country and any(_CITIES.get(word, "")[:2] == country for word in before):
        return country
    if code in {"SA", "NT"} or (code == "DE" and before[-1] not in _DELAWARE):
        return ""  # Saudi Arabia, South Australia, South Africa; two Northern Territories; Germany and Delaware
    return states[0] if states else country


def _is_part(plain: str, country: str) -> bool:
    coded, named = _parts(country)
    return plain.upper() in coded or plain in named


def _finer(code: str, before: list[str]) -> str:
    """The part of a country when one is named before it."""
    if "-" not in code and before:
        coded, named = _parts(code)
        word = before[-1]
        short = coded.get(word) if word.isupper() else None
        long = named.get(_plain(word)) if len(before) > 1 or code in _NAMED_PARTS else None
        itself = _plain(word) == "washington" or _countries().get(_plain(word)) == code  # the city; "Mexico, Mexico"
        code = code if itself and len(before) == 1 else short or long or code
    return f"US-{code}" if code in _TERRITORIES else code


def _country_of_code(code: str) -> str | None:
    found = pycountry.countries.get(alpha_2=code) if len(code) == 2 else pycountry.countries.get(alpha_3=code)
    return found.alpha_2 if found else None


@functools.cache
def _countries() -> dict[str, str]:
    """Plain name -> code of each country, under all its names."""
    names: dict[str, str] = {}
    for country in sorted(pycountry.countries, key=lambda c: str(c.alpha_2)):
        for field in ("name", "common_name", "official_name"):
            if name := getattr(country, field, None):
                names.setdefault(_plain(name), country.alpha_2)
    return names | _USUAL


@functools.cache
def _divided() -> dict[str, list[tuple[str, str]]]:
    """Country -> (code, name) of its parts on the first level, by code."""
    found: dict[str, list[tuple[str, str]]] = {}
    for part in sorted(pycountry.subdivisions, key=lambda s: str(s.code)):
        if part.parent_code is None:
            found.setdefault(part.country_code, []).append((part.code, part.name))
    return found


@functools.cache
def _parts(country: str) -> tuple[dict[str, str], dict[str, str]]:
    """(code's last part -> code, plain name -> code) of a country's parts on the first level; names that are given twice are left out."""
    names: dict[str, list[str]] = {}
    for code, name in _divided().get(country, ()):
        names.setdefault(_plain(name), []).append(code)
    coded = {code[3:]: code for code, _ in _divided().get(country, ())}
    return coded, {name: codes[0] for name, codes in names.items() if len(codes) == 1}


@functools.lru_cache(maxsize=65_536)
def _plain(name: str) -> str:
    """Lower case, without accents, dots and hyphens."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    kept = "".join(c for c in letters if not unicodedata.combining(c))
    return " ".join(re.sub(r"[.'\u2019]", "", kept).replace("-", " ").replace("&", "and").split())
