"""Ways to tamper with a signed badge: bytes, words, values, places, signatures, headers. A seed makes the same badge again."""

from __future__ import annotations

import base64
import binascii
import json
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from typing import Any

import numpy as np

from credlens.app.bench.badges.keys import b64, jws, key
from credlens.app.bench.badges.world import Sample, World

Path = tuple[str | int, ...]
Change = Callable[["Tamperer", Sample], bytes]

HOMOGLYPHS = str.maketrans("aeopcxyi", "\u0430\u0435\u043e\u0440\u0441\u0445\u0443\u0456")  # Latin to Cyrillic
INVISIBLE = ("\u200b", "\u00ad", "\ufeff", "\u202e", "\u0000")
STRINGS = (
    "",
    " ",
    "https://evil.example/",
    "did:web:evil.example",
    "null",
    "2099-01-01T00:00:00Z",
    "\u00e9",
    "e\u0301",
)
VALUES: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    1,
    -1,
    1e308,
    "",
    [],
    {},
    "https://evil.example/",
    ["x"],
    {"id": "urn:x"},
)
NAMES = (
    "@context",
    "@id",
    "@type",
    "@graph",
    "@vocab",
    "id",
    "type",
    "issuer",
    "proof",
    "validUntil",
    "name",
    "credentialSubject",
    "unknownTerm",
)
ALGORITHMS = ("none", "None", "HS256", "RS256", "ES256", "ES384", "EdDSA", "PS256", "ES256K", "")


class Tamperer:
    """Makes tampered badges.

    Args:
        world: whose badges.
        seed: of all chance.
    """

    def __init__(self, world: World, seed: int) -> None:
        self.samples: Sequence[Sample] = world.samples
        self.chance = np.random.default_rng(seed)

    def tampered(self) -> Iterator[tuple[Sample, str, bytes]]:
        """Without end: a badge, what was done to it, and its bytes now; some are as they were, when a change changed nothing."""
        while True:
            sample = self.one_of(self.samples)
            token = not sample.data.lstrip().startswith(b"{")
            name = self.one_of(list(TOKEN if token else DOCUMENT))
            yield sample, name, (TOKEN if token else DOCUMENT)[name](self, sample)

    def one_of(self, choices: Sequence[Any]) -> Any:
        """One of them, each as likely."""
        return choices[int(self.chance.integers(len(choices)))]

    def place(self, size: int) -> int:
        """A place in something of that size; 0 in nothing."""
        return int(self.chance.integers(size)) if size else 0


def paths(value: Any, before: Path = ()) -> Iterator[Path]:
    """Every place in a JSON value, the whole included."""
    yield before
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from paths(inner, (*before, name))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from paths(inner, (*before, i))


def found(value: Any, path: Path) -> Any:
    """What stands at a place."""
    for step in path:
        value = value[step]
    return value


def _flip(t: Tamperer, sample: Sample) -> bytes:
    data = bytearray(sample.data)
    data[t.place(len(data))] ^= 1 << t.place(8)
    return bytes(data)


def _cut(t: Tamperer, sample: Sample) -> bytes:
    return sample.data[: t.place(len(sample.data))]


def _drop(t: Tamperer, sample: Sample) -> bytes:
    place = t.place(len(sample.data))
    return sample.data[:place] + sample.data[place + 1 + t.place(8) :]


def _insert(t: Tamperer, sample: Sample) -> bytes:
    place = t.place(len(sample.data))
    return sample.data[:place] + bytes([t.place(256)]) + sample.data[place:]


def _double(t: Tamperer, sample: Sample) -> bytes:
    start = t.place(len(sample.data))
    end = start + t.place(60)
    return sample.data[:end] + sample.data[start:end] + sample.data[end:]


def _changed(t: Tamperer, document: Any) -> Any:
    """A JSON value with one change in one place."""
    every = [p for p in paths(document) if p]
    if not every:
        return _any(t)
    path = t.one_of(every)
    holder, last = found(document, path[:-1]), path[-1]
    value, way = holder[last], t.place(8)
    if way == 0 and isinstance(holder, dict):
        del holder[last]
    elif way == 1 and isinstance(holder, dict):
        holder[t.one_of(NAMES)] = _any(t)
    elif way == 2 and isinstance(holder, list):
        holder.insert(t.place(len(holder) + 1), _any(t))
    elif way == 3:
        holder[last] = value[0] if isinstance(value, list) and value else [value]
    elif way == 4:
        other = t.one_of(every)
        holder[last] = json.loads(json.dumps(found(document, other))) if other[: len(path)] != path else None
    elif isinstance(value, str) and value:
        holder[last] = _word(t, value)
    elif isinstance(value, bool | str | dict | list) or value is None:
        holder[last] = _any(t)
    else:
        holder[last] = value + t.one_of((-1, 1, 0.5, 1e-9))
    return document


def _word(t: Tamperer, word: str) -> str:
    place = t.place(len(word))
    ways: tuple[Callable[[], str], ...] = (
        lambda: word[:place] + chr(ord(word[place]) ^ 1) + word[place + 1 :],
        lambda: word[:place] + word[place + 1 :],
        lambda: word[:place] + t.one_of(INVISIBLE) + word[place:],
        lambda: word.translate(HOMOGLYPHS),
        word.swapcase,
        lambda: unicodedata.normalize("NFD", word),
        lambda: unicodedata.normalize("NFC", word),
        lambda: f"{word} ",
        lambda: f"{word}/",
        lambda: t.one_of(STRINGS),
    )
    changed: str = t.one_of(ways)()
    return changed.encode("utf-8", "replace").decode()


def _any(t: Tamperer) -> Any:
    """Some value of its own."""
    return deepcopy(t.one_of(VALUES))


def _value(t: Tamperer, sample: Sample) -> bytes:
    return _dumped(_changed(t, json.loads(sample.data)))


def _values(t: Tamperer, sample: Sample) -> bytes:
    document = json.loads(sample.data)
    for _ in range(2 + t.place(3)):
        document = _changed(t, document) if isinstance(document, dict | list) else document
    return _dumped(document)


def _twice(t: Tamperer, sample: Sample) -> bytes:
    """A name that stands twice in the text, with two values: readers differ in which one counts."""
    document = json.loads(sample.data)
    name = t.one_of(list(document))
    extra = json.dumps({name: _any(t)}, ensure_ascii=False)[1:-1].encode()
    text = sample.data.strip()
    return text[:-1] + b"," + extra + b"}" if t.place(2) else b"{" + extra + b"," + text[1:]


def _foreign_proof(t: Tamperer, sample: Sample) -> bytes:
    """The proof of another badge."""
    document = json.loads(sample.data)
    others = [json.loads(s.data) for s in t.samples if s.data.lstrip().startswith(b"{") and s is not sample]
    proofs = [o["proof"] for o in others if "proof" in o]
    document["proof"] = t.one_of(proofs) if t.place(2) else [document.get("proof"), t.one_of(proofs)]
    return _dumped(document)


def _own_proof(t: Tamperer, sample: Sample) -> bytes:
    """A change inside the proof."""
    document = json.loads(sample.data)
    if isinstance(document.get("proof"), dict):
        document["proof"] = _changed(t, document["proof"])
    return _dumped(document)


def _issuer(t: Tamperer, sample: Sample) -> bytes:
    """Another issuer, or the method of another."""
    document = json.loads(sample.data)
    other = t.one_of(
        ("did:web:evil.example", "https://club.example/issuers/7", "did:web:academy.example", key("evil").did_key)
    )
    if t.place(2) and isinstance(document.get("issuer"), dict):
        document["issuer"]["id"] = other
    elif isinstance(document.get("proof"), dict):
        document["proof"]["verificationMethod"] = f"{other}#{key('evil').multibase}"
    else:
        document["issuer"] = other
    return _dumped(document)


def _layout(t: Tamperer, sample: Sample) -> bytes:
    """The same values in another order and with other spaces, which changes nothing."""
    document = json.loads(sample.data)
    return json.dumps(
        document, sort_keys=bool(t.place(2)), separators=(",", ":"), ensure_ascii=bool(t.place(2))
    ).encode()


def _parts(sample: Sample) -> list[bytes]:
    return sample.data.split(b".")


def _decoded(part: bytes) -> Any:
    return json.loads(base64.urlsafe_b64decode(part + b"=" * (-len(part) % 4)))


def _payload(t: Tamperer, sample: Sample) -> bytes:
    parts = _parts(sample)
    parts[1] = b64(_dumped(_changed(t, _decoded(parts[1])))).encode()
    return b".".join(parts)


def _header(t: Tamperer, sample: Sample) -> bytes:
    parts = _parts(sample)
    header = _decoded(parts[0])
    way = t.place(6)
    if way == 0:
        header["alg"] = t.one_of(ALGORITHMS)
    elif way == 1:
        header["jwk"] = key("evil").jwk
    elif way == 2:
        header["kid"] = t.one_of(
            (key("evil").did_key_method, "https://evil.example/key", "did:web:evil.example#1", "../../key")
        )
    elif way == 3:
        header["crit"] = ["b64"]
        header["b64"] = bool(t.place(2))
    elif way == 4:
        header[t.one_of(("x5u", "jku"))] = "https://evil.example/keys"
    else:
        header = _changed(t, header)
    parts[0] = b64(_dumped(header)).encode()
    return b".".join(parts)


def _resigned(t: Tamperer, sample: Sample) -> bytes:
    """The payload, changed or not, signed by somebody else who brings a key."""
    payload, evil = _decoded(_parts(sample)[1]), key("evil")
    header = t.one_of(
        ({"jwk": evil.jwk}, {"kid": evil.did_key_method}, {"kid": f"did:web:academy.example#{evil.multibase}"})
    )
    return jws(_changed(t, payload) if t.place(2) else payload, evil, header).encode()


def _foreign_signature(t: Tamperer, sample: Sample) -> bytes:
    others = [s for s in t.samples if not s.data.lstrip().startswith(b"{") and s is not sample]
    parts, place = _parts(sample), t.place(3)
    parts[place] = _parts(t.one_of(others))[place]
    return b".".join(parts)


def _letters(t: Tamperer, sample: Sample) -> bytes:
    """Letters of the signature: padding, the last bits, another alphabet, zeros."""
    parts = _parts(sample)
    last = parts[2]
    letters = (
        last + b"=",
        last + b"A",
        last[:-1],
        last[:-1] + bytes([last[-1] ^ 1]),
        last.replace(b"-", b"+").replace(b"_", b"/"),
        b"A" * len(last),
        b"",
        last[::-1],
    )
    parts[2] = t.one_of(letters)
    return b".".join(parts)


def _dumped(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")


_BYTES: dict[str, Change] = {"flip": _flip, "cut": _cut, "drop": _drop, "insert": _insert, "double": _double}
DOCUMENT: dict[str, Change] = {
    **_BYTES,
    "value": _value,
    "another value": _value,  # twice as likely: most holes are here
    "several values": _values,
    "a name twice": _twice,
    "foreign proof": _foreign_proof,
    "own proof": _own_proof,
    "issuer": _issuer,
    "layout": _layout,
}
TOKEN: dict[str, Change] = {
    **_BYTES,
    "payload": _payload,
    "another payload": _payload,
    "header": _header,
    "resigned": _resigned,
    "foreign signature": _foreign_signature,
    "letters": _letters,
}


def meaning(data: bytes) -> Any:
    """What a badge says, in a form that is the same for the same meaning.

    Without its proof; lists are sets, one thing is a list of one, and nothing is no entry.

    None when it cannot be read.
    """
    try:
        text = data.strip()
        if not text.startswith(b"{"):
            document = _decoded(text.split(b".")[1])
        else:
            document = json.loads(text)
            document.pop("proof", None)
    except (ValueError, IndexError, RecursionError, AttributeError, binascii.Error):
        return None
    return _same(document)


def _same(value: Any) -> Any:
    if isinstance(value, dict):
        said = ((name, _same(inner)) for name, inner in value.items() if inner is not None and inner != [])
        return tuple(sorted(said, key=repr))
    if isinstance(value, list):
        inside = sorted({_same(inner) for inner in value if inner is not None and inner != []}, key=repr)
        return inside[0] if len(inside) == 1 else ("several", *inside)
    return (type(value).__name__, value)
