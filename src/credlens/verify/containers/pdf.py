"""A badge attached to a PDF: a file embedded in it (ISO 32000-2, section 7.11.4), as certificates for printing have it."""

from __future__ import annotations

import io
import logging
from itertools import islice

from credlens.verify.containers import json, jwt, png, svg
from credlens.verify.containers.container import Container, ContainerFlaw, stripped
from credlens.verify.limits import Limits
from credlens.verify.opened import Opened
from credlens.verify.strict_json import JsonFlaw

_MARK = b"%PDF-"
_HEADER = 1024
_ATTACHED = (json.CONTAINER, jwt.CONTAINER, png.CONTAINER, svg.CONTAINER)
_OF_A_BADGE = ("@context", "credentialSubject", "badge", "verification")
_FILTERS = 2
_WORK = 4  # times the size of the largest badge
_ASK = "Ask the issuer for the badge as a file of its own."


def _recognises(data: bytes) -> bool:
    return stripped(data[:_HEADER]).startswith(_MARK)


def _open(data: bytes, limits: Limits) -> Opened:
    badges: list[Opened] = []
    flaws: list[ContainerFlaw | JsonFlaw] = []
    for attached in _attachments(data, limits):
        kind = next((c for c in _ATTACHED if c.recognises(attached)), None)
        if kind is None:
            continue
        try:
            opened = kind.open(attached, limits)
        except (ContainerFlaw, JsonFlaw) as flaw:
            flaws.append(flaw)
        else:
            if opened.document is None or any(name in opened.document for name in _OF_A_BADGE):
                badges.append(opened)
    if len(badges) > 1:
        raise ContainerFlaw("More than one badge is attached to the PDF.", "Save each of them in a file of its own.")
    if badges:
        return Opened("pdf", badges[0].document, badges[0].token, badges[0].address)
    if len(flaws) == 1:
        raise flaws[0]
    raise ContainerFlaw("No badge is attached to the PDF.", _ASK)


def _attachments(data: bytes, limits: Limits) -> list[bytes]:
    """The files in it: each no larger than a badge may be, all of them no larger than a few."""
    from pypdf import PdfReader, apply_configuration
    from pypdf.errors import LimitReachedError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with apply_configuration(
        maximum_declared_stream_length=limits.file,
        array_based_stream_maximum_output_length=limits.file,
        lzw_maximum_output_length=limits.file,
        run_length_maximum_output_length=limits.file,
        zlib_maximum_output_length=limits.file,
        brotli_maximum_output_length=limits.file,
        zlib_maximum_recovery_input_length=0,
        stream_filters_maximum_length=_FILTERS,
        stream_decoding_work_maximum_length=_WORK * limits.file,
        jbig2dec_binary=None,  # a program that it would start
        disable_legacy_handling=True,
    ):
        try:
            files = list(islice(PdfReader(io.BytesIO(data)).attachment_list, limits.attachments + 1))
            contents: list[bytes] = []
            for file in files:
                if sum(map(len, contents)) <= _WORK * limits.file:
                    contents.append(file.content)
        except (LimitReachedError, RecursionError):
            raise ContainerFlaw("Opening the PDF takes more work than a badge is worth.", _ASK, "work") from None
        except Exception:  # noqa: BLE001  (a reader of damaged files fails in ways that it does not declare)
            raise ContainerFlaw("The PDF is damaged or protected by a password.", _ASK) from None
    if len(files) > limits.attachments or len(contents) < len(files):
        raise ContainerFlaw("More or larger files are attached to the PDF than a badge needs.", _ASK, "work")
    return contents


CONTAINER = Container("pdf", "a PDF", _recognises, _open)
