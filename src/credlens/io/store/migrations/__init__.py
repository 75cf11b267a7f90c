"""Alembic migrations of the state: one file in ``versions`` for each change of ``tables``."""
