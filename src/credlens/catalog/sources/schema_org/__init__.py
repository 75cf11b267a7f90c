"""schema.org in saved web pages. ``source.py`` is where reading begins."""
