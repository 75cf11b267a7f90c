"""What happened after a plan was made."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the table of events."""
    key = sa.ForeignKey("person.id", ondelete="CASCADE", name="fk_plan_event_person_person")
    op.create_table(
        "plan_event",
        sa.Column("person", sa.String(64), key, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("after", sa.Integer, nullable=False),
        sa.Column("told", sa.Date, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )
