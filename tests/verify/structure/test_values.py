from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from credlens.verify.structure import values
from credlens.verify.structure.shapes import Rule

EXTENSIBLE = values.word(("Known",), extensible=True)
CLOSED = values.word(("Known",))


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        (values.url, "https://a.example/"),
        (values.url, "urn:uuid:1"),
        (values.url, "did:web:a.example"),
        (values.url, "https://müller.example/ä"),
        (values.date_time, "2026-01-01T00:00:00Z"),
        (values.date_time, "2026-01-01T00:00:00.123+02:00"),
        (values.day, "2024-02-29"),
        (values.language, "de"),
        (values.language, "zh-Hant-TW"),
        (values.language, "x-own"),
        (values.language, "en-US-u-ca-gregory"),
        (values.media_type, "image/svg+xml"),
        (values.jws, "eyJ.e30.AA"),
        (values.number, 1.5),
        (values.boolean, False),
        (values.thing, {"a": 1}),
        (values.type_names, ["A", "https://a.example/#B"]),
        (values.one_type("Image"), "Image"),
        (values.one_type("Image"), ["Image", "More"]),
        (EXTENSIBLE, "ext:Own"),
        (CLOSED, "Known"),
        (values.text, "plain"),
        (values.text, {"@value": "Hallo", "@language": "de", "@direction": "ltr"}),
        (values.text, [{"@value": "Hallo", "@language": "de"}, {"@value": "Hello"}]),
    ],
)
def test_values_as_the_standards_have_them_pass(rule: Rule, value: Any, places_of: Callable[..., Any]) -> None:
    assert places_of(rule, value) == []


@pytest.mark.parametrize(
    ("rule", "value", "where"),
    [
        (values.url, "a.example/x", ""),
        (values.url, "https://a.example/ x", ""),
        (values.url, "scheme:", ""),
        (values.url, "", ""),
        (values.url, None, ""),
        (values.url, ["https://a.example/"], ""),
        (values.date_time, "2026-01-01T00:00:00", ""),
        (values.date_time, "2026-13-01T00:00:00Z", ""),
        (values.date_time, 1_700_000_000, ""),
        (values.day, "2023-02-29", ""),
        (values.day, 20230228, ""),
        (values.language, "not a language", ""),
        (values.language, "e", ""),
        (values.language, ["de"], ""),
        (values.media_type, "text", ""),
        (values.jws, "a.b", ""),
        (values.number, True, ""),
        (values.number, "1", ""),
        (values.boolean, "true", ""),
        (values.thing, {}, ""),
        (values.thing, "x", ""),
        (values.type_names, [], ""),
        (values.type_names, ["A", 3], "/1"),
        (values.type_names, "two words", ""),
        (values.type_names, None, ""),
        (values.one_type("Image"), "image", ""),
        (EXTENSIBLE, "Own", ""),
        (EXTENSIBLE, {}, ""),
        (CLOSED, "ext:Own", ""),
        (values.text, 5, ""),
        (values.text, [], ""),
        (values.text, ["plain"], "/0"),
        (values.text, {"@language": "de"}, ""),
        (values.text, {"@value": "x", "@language": "no language"}, "/@language"),
        (values.text, {"@value": "x", "@direction": "down"}, "/@direction"),
        (values.text, {"@value": "x", "@direction": ["ltr"]}, "/@direction"),
        (values.text, {"@value": "x", "url": "y"}, "/url"),
    ],
)
def test_other_values_are_flaws(rule: Rule, value: Any, where: str, places_of: Callable[..., Any]) -> None:
    assert places_of(rule, value) == [where]


def test_a_long_text_is_cut_in_messages() -> None:
    assert len(values.shown("x" * 1000)) < 70
