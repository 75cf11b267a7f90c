"""Baking: putting a signed badge into a picture (OB 3.0 section 5.3)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from credlens.model.errors import UserError

_PNG = b"\x89PNG\r\n\x1a\n"


def bake(picture: bytes, badge: str | Mapping[str, Any]) -> bytes:
    """The picture with the badge in it. Scripts in an SVG are taken out.

    Args:
        picture: PNG or SVG.
        badge: a token from :func:`credlens.issue.securing.as_token`, or a document with a proof.

    Raises:
        UserError: another kind of picture, a damaged one, or one with a badge in it already.
    """
    from openbadgeslib import baking

    text = badge if isinstance(badge, str) else json.dumps(badge, ensure_ascii=False, separators=(",", ":"))
    try:
        if picture.startswith(_PNG):
            taken = any(baking.has_png(picture, keyword=k) for k in (baking.ITXT_KEYWORD, baking.ITXT_KEYWORD_OB3))
        else:
            taken = any(baking.has_svg(picture, element=e) for e in (baking.SVG_ELEMENT, baking.SVG_ELEMENT_OB3))
        if not taken:
            return _baked(picture, text, is_json=not isinstance(badge, str))
    except Exception as error:  # noqa: BLE001  (readers of damaged pictures fail in ways that they do not declare)
        raise UserError(
            f"The picture cannot be used: it is not a sound PNG or SVG ({error}).", what_to_do="Save it anew as PNG."
        ) from None
    raise UserError("There is a badge in the picture already.", what_to_do="Take the picture without it.")


def _baked(picture: bytes, text: str, *, is_json: bool) -> bytes:
    from openbadgeslib import baking

    if picture.startswith(_PNG):
        return baking.bake_png(picture, text, keyword=baking.ITXT_KEYWORD_OB3)
    return baking.bake_svg(picture, text, element=baking.SVG_ELEMENT_OB3, namespace=baking.SVG_NS_OB3, as_text=is_json)
