"""Badge classes and achievements of Open Badges. ``source.py`` is where reading begins."""
