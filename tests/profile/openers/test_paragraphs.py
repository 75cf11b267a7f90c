import pytest

from credlens.profile.openers.layout import ordered
from credlens.profile.openers.paragraphs import lines_of
from credlens.profile.openers.pieces import Piece


def piece(text: str, x: float, line: int, *, bold: bool = False, bullet: str = "", right: float = 0.0) -> Piece:
    """Words of ten points on a line, five points a letter; ``right`` is where they end instead."""
    width = 5.0 * len(text)
    x0 = right - width if right else x
    return Piece(text, x0, x0 + width, 100 + 13.0 * line, 10.0, bold, 1, bold, bullet, x0 - 12 if bullet else 0.0)


def read(*pieces: Piece) -> list[str]:
    return [line.text for line in lines_of(ordered(pieces))]


@pytest.mark.parametrize(
    ("pieces", "lines"),
    [
        (
            (piece("Clerk", 50, 0, bold=True), piece("March 2019 -", 0, 0, right=500), piece("present", 0, 1, right=500)),
            ["Clerk | March 2019 - present"],
        ),
        (
            (piece("Clerk, Bramble (March 2019 -", 50, 0), piece("May 2020)", 50, 1), piece("Bonn", 50, 2)),
            ["Clerk, Bramble (March 2019 - May 2020)", "Bonn"],
        ),
        (
            (piece("Solutions Architect", 62, 0, bullet="\u2022"), piece("Professional", 74, 1, bullet="-")),
            ["Solutions Architect - Professional"],
        ),
        (
            (piece("counted the stock of", 62, 0, bullet="\u2022"), piece("Bramble", 62, 1), piece("Bonn", 50, 2)),
            ["counted the stock of Bramble", "Bonn"],
        ),
        (
            (piece("Operations &", 0, 0, right=150), piece("SQL, Excel", 170, 0), piece("Leadership", 0, 1, right=150)),
            ["Operations & Leadership | SQL, Excel"],
        ),
        (
            (piece("Bramble and Sons of Lower Cobalt Street", 50, 0, bold=True), piece("Stores", 50, 1, bold=True), piece("2019 - 2021", 300, 1)),
            ["Bramble and Sons of Lower Cobalt Street Stores | 2019 - 2021"],
        ),
        ((piece("SKILLS", 50, 0, bold=True), piece("SQL", 170, 0), piece("Excel", 170, 1)), ["SKILLS", "SQL", "Excel"]),
        ((piece("Tools: Excel", 50, 0), piece("Data: SQL and more", 50, 1)), ["Tools: Excel", "Data: SQL and more"]),
        ((piece("a full-", 50, 0), piece("time clerk of the com-", 50, 1), piece("pany", 50, 2)), ["a full-time clerk of the company"]),
    ],
)  # fmt: skip
def test_what_the_paper_parted_is_joined_and_nothing_else(pieces: tuple[Piece, ...], lines: list[str]) -> None:
    assert read(*pieces) == lines
