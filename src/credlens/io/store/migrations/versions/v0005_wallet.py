"""The wallet: badges, and copies of what they refer to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the two tables."""
    op.create_table(
        "badge",
        sa.Column("person", sa.String(64), _owner("badge"), primary_key=True),
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.Column("added", sa.Date, nullable=False),
        sa.Column("verified", sa.Date, nullable=False),
        sa.Column("report", sa.Text, nullable=False),
    )
    op.create_table(
        "badge_copy",
        sa.Column("person", sa.String(64), _owner("badge_copy"), primary_key=True),
        sa.Column("badge", sa.String(64), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.Column("content_type", sa.Text, nullable=False),
        sa.Column("got", sa.Date, nullable=False),
    )


def _owner(table: str) -> sa.ForeignKey:
    return sa.ForeignKey("person.id", ondelete="CASCADE", name=f"fk_{table}_person_person")
