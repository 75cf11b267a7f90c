"""A QR code as a drawing that loads nothing."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from credlens.present.charts.qr import QUIET, svg


def test_it_is_one_drawing_with_its_quiet_zone() -> None:
    root = ET.fromstring(svg("https://badges.example/7"))  # noqa: S314 - our own drawing
    sizes = [float(n) for n in root.attrib["viewBox"].split()]
    assert sizes[2] == sizes[3] == 25 + 2 * QUIET  # version 2: 25 modules a side
    assert "href" not in svg("https://badges.example/7")


def test_another_address_is_another_drawing() -> None:
    assert svg("https://badges.example/7") != svg("https://badges.example/8")
