"""Eligible training provider lists of US states. ``source.py`` is where reading begins."""
