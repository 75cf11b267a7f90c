"""European Learning Model. ``source.py`` is where reading begins."""
