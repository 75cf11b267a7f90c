"""Makes vectors.json: signatures that fit and many that nearly do. Run it from the root of the project; it always writes the same.

The private keys come from words in this file: they are nobody's.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from hashlib import sha1, sha256, sha384, sha512
from math import isqrt
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature

MESSAGES = [b"", b"a", b"The badge of a learner", bytes(64), "Übung macht den Meister".encode(), b"x" * 1000]
MESSAGE = MESSAGES[2]
L = 2**252 + 27742317777372353535851937790883648493
P = 2**255 - 19
ORDERS = {
    "P-256": 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551,
    "P-384": 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973,
}
DIGESTS = {  # RFC 8017 section 9.2, note 1
    "SHA-256": (bytes.fromhex("3031300d060960864801650304020105000420"), sha256),
    "SHA-384": (bytes.fromhex("3041300d060960864801650304020205000430"), sha384),
    "SHA-512": (bytes.fromhex("3051300d060960864801650304020305000440"), sha512),
    "SHA-1": (bytes.fromhex("3021300906052b0e03021a05000414"), sha1),
    "SHA-256 without NULL": (bytes.fromhex("302f300b0609608648016503040201" + "0420"), sha256),
}

Vector = tuple[str, str, str, bytes, bytes, bool]  # what, key, algorithm, message, signature, whether it fits
keys: dict[str, dict[str, str]] = {}


def b64(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def flipped(data: bytes, place: int) -> bytes:
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def common(what: str, key: str, algorithm: str, good: bytes) -> Iterator[Vector]:
    """Changes that break any signature."""
    size = len(good)
    for place in (0, 1, size // 4, size // 2 - 1, size // 2, size // 2 + 1, 3 * size // 4, size - 2, size - 1):
        yield f"{what}: bit changed in byte {place}", key, algorithm, MESSAGE, flipped(good, place), False
    yield f"{what}: other message", key, algorithm, MESSAGE + b".", good, False
    yield f"{what}: shorter message", key, algorithm, MESSAGE[:-1], good, False
    yield f"{what}: its digest as message", key, algorithm, sha256(MESSAGE).digest(), good, False
    yield f"{what}: empty", key, algorithm, MESSAGE, b"", False
    yield f"{what}: one byte", key, algorithm, MESSAGE, b"\0", False
    yield f"{what}: last byte missing", key, algorithm, MESSAGE, good[:-1], False
    yield f"{what}: first byte missing", key, algorithm, MESSAGE, good[1:], False
    yield f"{what}: a byte more", key, algorithm, MESSAGE, good + b"\0", False
    yield f"{what}: a zero before", key, algorithm, MESSAGE, b"\0" + good, False
    yield f"{what}: twice", key, algorithm, MESSAGE, good + good, False
    yield f"{what}: zeros", key, algorithm, MESSAGE, bytes(size), False
    yield f"{what}: ones", key, algorithm, MESSAGE, b"\xff" * size, False
    yield f"{what}: backwards", key, algorithm, MESSAGE, good[::-1], False
    for other in ("none", "HS256", "PS256", "ES256K", "ES512", "RS1", "", algorithm.lower()):
        yield f"{what}: algorithm {other!r}", key, other, MESSAGE, good, False
    for other in {"RS256", "ES256", "ES384", "EdDSA"} - {algorithm}:
        yield f"{what}: as {other}", key, other, MESSAGE, good, False


def ecdsa(kind: str, algorithm: str) -> Iterator[Vector]:
    curve: Any = ec.SECP256R1() if kind == "P-256" else ec.SECP384R1()
    digest: Any = hashes.SHA256() if kind == "P-256" else hashes.SHA384()
    n, size = ORDERS[kind], int(kind[2:]) // 8
    private = ec.derive_private_key(int.from_bytes(sha384(kind.encode()).digest(), "big") % n, curve)
    other = ec.derive_private_key(7, curve)
    point = private.public_key().public_numbers()
    keys[kind] = {
        "kty": "EC",
        "crv": kind,
        "x": b64(point.x.to_bytes(size, "big")),
        "y": b64(point.y.to_bytes(size, "big")),
    }

    def sign(message: bytes, hash_: Any = digest, by: Any = private) -> tuple[int, int]:
        return decode_dss_signature(by.sign(message, ec.ECDSA(hash_, deterministic_signing=True)))

    def raw(r: int, s: int, width: int = size) -> bytes:
        return r.to_bytes(width, "big") + s.to_bytes(width, "big")

    for number, message in enumerate(MESSAGES):
        yield f"{algorithm}: message {number}", kind, algorithm, message, raw(*sign(message)), True
    r, s = sign(MESSAGE)
    good = raw(r, s)
    yield f"{algorithm}: the other s that fits", kind, algorithm, MESSAGE, raw(r, n - s), True
    yield from common(algorithm, kind, algorithm, good)
    for what, bad in {
        "r = 0": (0, s), "s = 0": (r, 0), "r = n": (n, s), "s = n": (r, n), "r and s = n": (n, n), "r = s = 1": (1, 1),
        "r = 1, s = 0": (1, 0), "r = n - 1": (n - 1, s), "s = n - 1": (r, n - 1), "changed about": (s, r), "-r": (n - r, s),
        "r + 1": (r + 1, s), "s + 1": (r, s + 1), "r = s": (r, r), "r = n, s = 0": (n, 0), "largest": (2 ** (8 * size) - 1, s),
    }.items():  # fmt: skip
        yield f"{algorithm}: {what}", kind, algorithm, MESSAGE, raw(*bad), False
    yield f"{algorithm}: in DER", kind, algorithm, MESSAGE, encode_dss_signature(r, s), False
    yield f"{algorithm}: numbers with a zero before", kind, algorithm, MESSAGE, raw(r, s, size + 1), False
    yield f"{algorithm}: by another key", kind, algorithm, MESSAGE, raw(*sign(MESSAGE, by=other)), False
    for name, hash_ in (("SHA-1", hashes.SHA1()), ("SHA-512", hashes.SHA512()), ("SHA-224", hashes.SHA224())):  # noqa: S303
        yield f"{algorithm}: with {name}", kind, algorithm, MESSAGE, raw(*sign(MESSAGE, hash_)), False
    swapped = hashes.SHA384() if kind == "P-256" else hashes.SHA256()
    yield f"{algorithm}: with the other curve's hash", kind, algorithm, MESSAGE, raw(*sign(MESSAGE, swapped)), False
    yield from _short(algorithm, kind, sign, raw, size)


def _short(algorithm: str, kind: str, sign: Any, raw: Any, size: int) -> Iterator[Vector]:
    """Numbers that begin with a zero byte: kept they fit, left out they do not."""
    for part, name in ((0, "r"), (1, "s")):
        counter = 0
        while sign(b"%d" % counter)[part] >> (8 * (size - 1)):
            counter += 1
        message = b"%d" % counter
        good = raw(*sign(message))
        yield f"{algorithm}: {name} begins with a zero", kind, algorithm, message, good, True
        at = part * size
        yield f"{algorithm}: {name} without its zero", kind, algorithm, message, good[:at] + good[at + 1 :], False


def eddsa() -> Iterator[Vector]:
    private = Ed25519PrivateKey.from_private_bytes(sha256(b"Ed25519").digest())
    other = Ed25519PrivateKey.from_private_bytes(sha256(b"other").digest())
    keys["Ed25519"] = {"kty": "OKP", "crv": "Ed25519", "x": b64(private.public_key().public_bytes_raw())}
    for number, message in enumerate(MESSAGES):
        yield f"EdDSA: message {number}", "Ed25519", "EdDSA", message, private.sign(message), True
    good = private.sign(MESSAGE)
    s = int.from_bytes(good[32:], "little")
    yield from common("EdDSA", "Ed25519", "EdDSA", good)
    for what, bad in {
        "S + L": s + L,
        "S + 8 L": s + 8 * L,
        "S = L": L,
        "S = 0": 0,
        "L - S": L - s,
        "largest S": 2**256 - 1,
    }.items():
        signature = good[:32] + bad.to_bytes(32, "little")
        yield f"EdDSA: {what}", "Ed25519", "EdDSA", MESSAGE, signature, False
    for what, bad_r in {
        "R = 1": 1, "R = 0": 0, "R = -1": P - 1, "R = P": P, "R = P + 1": P + 1, "R of order 2, signed": (P - 1) | 1 << 255,
        "R not a point": 2,
    }.items():  # fmt: skip
        yield f"EdDSA: {what}", "Ed25519", "EdDSA", MESSAGE, bad_r.to_bytes(32, "little") + good[32:], False
        yield f"EdDSA: {what}, S = 0", "Ed25519", "EdDSA", MESSAGE, bad_r.to_bytes(32, "little") + bytes(32), False
    yield "EdDSA: by another key", "Ed25519", "EdDSA", MESSAGE, other.sign(MESSAGE), False
    yield "EdDSA: of the digest", "Ed25519", "EdDSA", MESSAGE, private.sign(sha512(MESSAGE).digest()), False
    yield "EdDSA: halves changed about", "Ed25519", "EdDSA", MESSAGE, good[32:] + good[:32], False


def _prime(seed: str, bits: int, e: int) -> int:
    """The first number behind a hash that is a prime, as far as 20 rounds of Miller-Rabin tell."""
    chain = b"".join(sha512(f"{seed} {i}".encode()).digest() for i in range(bits // 512))
    candidate = int.from_bytes(chain, "big") | 1 | 3 << (bits - 2)
    while (candidate - 1) % e == 0 or not _is_prime(candidate):
        candidate += 2
    return candidate


def _is_prime(n: int) -> bool:
    if any(n % p == 0 for p in (3, 5, 7, 11, 13, 17, 19, 23, 29, 31)):
        return False
    odd, twos = n - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    for base in range(2, 22):
        x = pow(base, odd, n)
        if x in {1, n - 1}:
            continue
        for _ in range(twos - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def rsa(name: str, e: int) -> Iterator[Vector]:
    p, q = _prime(f"{name} p", 1024, e), _prime(f"{name} q", 1024, e)
    n, d, size = p * q, pow(e, -1, (p - 1) * (q - 1)), 256
    keys[name] = {
        "kty": "RSA",
        "n": b64(n.to_bytes(size, "big")),
        "e": b64(e.to_bytes((e.bit_length() + 7) // 8, "big")),
    }

    def signed(block: bytes | int) -> bytes:
        number = block if isinstance(block, int) else int.from_bytes(block, "big")
        return pow(number, d, n).to_bytes(size, "big")

    def block(info: bytes, start: bytes = b"\0\1", filling: bytes = b"\xff", rest: bytes = b"") -> bytes:
        return start + filling * (size - len(start) - 1 - len(info) - len(rest)) + b"\0" + info + rest

    def info(message: bytes, digest: str = "SHA-256") -> bytes:
        prefix, hash_ = DIGESTS[digest]
        return prefix + hash_(message).digest()

    for number, message in enumerate(MESSAGES):
        yield f"{name}: message {number}", name, "RS256", message, signed(block(info(message))), True
    right = info(MESSAGE)
    good = signed(block(right))
    yield from common(name, name, "RS256", good)
    for digest in DIGESTS:
        if digest != "SHA-256":
            yield f"{name}: {digest}", name, "RS256", MESSAGE, signed(block(info(MESSAGE, digest))), False
    for what, bad in {
        "block of kind 0": block(right, b"\0\0"), "block of kind 2": block(right, b"\0\2"), "first byte 1": block(right, b"\1\1"),
        "filled with zeros": block(right, filling=b"\0"), "filled with something else": block(right, filling=b"\xfe"),
        "digest without its kind": block(sha256(MESSAGE).digest()), "message as it is": block(MESSAGE), "nothing": block(b""),
        "something behind": block(right, rest=b"\0"), "garbage behind": block(right, rest=b"\x55" * 100),
        "short filling": b"\0\1" + b"\xff" * 8 + b"\0" + right + bytes(size - 11 - len(right)),
        "no filling": b"\0\1\0" + right + b"\x11" * (size - 3 - len(right)),
        "indefinite length": block(b"\x30\x80" + right[2:]), "long form of a length": block(b"\x30\x81\x31" + right[2:]),
        "digest one short": block(right[:-1]), "digest of another message": block(info(b"other")),
    }.items():  # fmt: skip
        yield f"{name}: {what}", name, "RS256", MESSAGE, signed(bad), False
    for what, number in {"0": 0, "1": 1, "n - 1": n - 1, "n": n, "n + 1": n + 1}.items():
        yield f"{name}: signature is {what}", name, "RS256", MESSAGE, number.to_bytes(size, "big"), False
    added = int.from_bytes(good, "big") + n
    yield f"{name}: n added", name, "RS256", MESSAGE, added.to_bytes(size + 1, "big"), False
    yield f"{name}: block not signed", name, "RS256", MESSAGE, block(right), False
    if e == 3:
        aim = int.from_bytes(b"\0\1" + b"\xff" * 8 + b"\0" + right + b"\xff" * (size - 11 - len(right)), "big")
        yield f"{name}: forged with a cube root", name, "RS256", MESSAGE, _root(aim).to_bytes(size, "big"), False


def _root(number: int) -> int:
    low, high = 0, isqrt(number)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**3 <= number else (low, middle - 1)
    return low


def main() -> None:
    """Write the file."""
    made = [
        *ecdsa("P-256", "ES256"),
        *ecdsa("P-384", "ES384"),
        *eddsa(),
        *rsa("RS256", 65_537),
        *rsa("RS256 with e = 3", 3),
    ]
    rows = [
        {
            "what": what,
            "key": key,
            "algorithm": algorithm,
            "message": b64(message),
            "signature": b64(signature),
            "fits": fits,
        }
        for what, key, algorithm, message, signature, fits in sorted(made, key=lambda v: v[0])
    ]
    lines = ",\n".join(json.dumps(row) for row in rows)
    text = f'{{"keys": {json.dumps(keys, indent=1)},\n"vectors": [\n{lines}\n]}}\n'
    (Path(__file__).parent / "vectors.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
