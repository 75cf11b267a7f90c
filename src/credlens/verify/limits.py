"""What one badge may cost. Every limit of the room is here, so that its tests can try n - 1, n and n + 1."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one verification; sizes in bytes.

    Attributes:
        file: a badge as it comes.
        inflated: text a picture or PDF holds, unpacked.
        chunks: parts of a PNG; ``elements``: of an SVG; ``attachments``: files in a PDF.
        depth, values: of a JSON document: nesting, and keys and values in all.
        number_digits: of one number in it.
        document: something a badge refers to (issuer, key, badge class); ``list``: a status or revocation list as it comes.
        bitstring: a status list, unpacked.
        list_values: keys and values in such a list.
        documents: how many may be asked for, for a badge with all that is in it.
        inside: credentials and endorsements in a badge, in all levels; ``levels``: how deep they may be in each other.
        proofs: on one credential.
        contexts: named or brought along in one list; ``terms``: defined by those that a document brings along, in all.
        quads: RDF statements of one document; ``hashes``: what it may take to tell its alike nodes apart, counted in hashes of neighbours.
        scopes: types and contexts in one document, each of which can change what names mean.
    """

    file: int = 4 * MIB  # a picture of 1,000 x 1,000 pixels with a badge in it is under 2
    inflated: int = 1 * MIB
    chunks: int = 10_000  # a picture of the largest file size, in the smallest pieces that are usual, has 500
    elements: int = 50_000
    attachments: int = 50
    depth: int = 64
    values: int = 50_000
    number_digits: int = 64
    document: int = 1 * MIB
    list: int = (
        4 * MIB
    )  # 131,072 entries, packed and in base64, are 22 KiB at most; a large issuer has a hundred times as many
    list_values: int = 1_000_000  # of a list of revoked badges, which is flat; its bytes bound it, too
    bitstring: int = 16 * MIB
    documents: int = 200
    inside: int = 200
    levels: int = 4
    proofs: int = 10
    contexts: int = 20
    terms: int = 500
    quads: int = 20_000
    hashes: int = (
        60_000  # 0.1 s; ten alike nodes with three neighbours each take 10,000, six that are all joined 43,000
    )
    scopes: int = 5_000


LIMITS = Limits()
