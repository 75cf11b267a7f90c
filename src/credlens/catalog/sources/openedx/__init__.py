"""Open edX: course discovery and the course API. ``source.py`` is where reading begins."""
