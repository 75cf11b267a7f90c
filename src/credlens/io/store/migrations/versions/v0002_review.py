"""Documents opened once, levels of claims, verdicts on review cards, preferences."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns and tables."""
    op.add_column("document", sa.Column("opened", sa.Text))
    op.add_column("claim", sa.Column("level", sa.String(16), nullable=False, server_default="unknown"))
    op.create_table(
        "correction",
        _owner("correction"),
        sa.Column("card", sa.String(64), primary_key=True),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "preference",
        _owner("preference"),
        sa.Column("name", sa.String(64), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )


def _owner(table: str) -> sa.Column[str]:
    key = sa.ForeignKey("person.id", ondelete="CASCADE", name=f"fk_{table}_person_person")
    return sa.Column("person", sa.String(64), key, primary_key=True)
