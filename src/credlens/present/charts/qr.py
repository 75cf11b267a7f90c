"""An address as a QR code (ISO/IEC 18004), drawn in SVG with the quiet zone that scanners need."""

from __future__ import annotations

import segno

QUIET = 4  # modules around it, by the standard


def svg(address: str) -> str:
    """The code in black on white, whatever the page's colours are: not every scanner reads it the other way round.

    Raises:
        segno.DataOverflowError: the address has more than some two thousand characters.
    """
    code = segno.make(address, micro=False, error="m")
    drawn: str = code.svg_inline(border=QUIET, omitsize=True, dark="#000", light="#fff", svgclass="qr", lineclass=None)
    return drawn
