"""Web: the face for people who never open a terminal. Not built yet; it will call ``app`` and nothing else, as ``cli`` does."""
