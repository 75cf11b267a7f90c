"""Microsoft Learn's catalog. ``source.py`` is where reading begins."""
