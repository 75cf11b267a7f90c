"""Web: the face for people who never open a terminal. Pages made on this machine, for one person; it calls ``app`` as ``cli`` does."""
