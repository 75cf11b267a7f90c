"""Coursera: its API, and tables of its catalog. ``source.py`` is where reading begins."""
