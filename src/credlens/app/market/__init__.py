"""Use cases: build a market out of job ads, and ask it."""
