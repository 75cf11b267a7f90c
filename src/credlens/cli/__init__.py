"""CLI: the face for a terminal. Thin: each command asks one use case of ``app`` and shows what comes back."""
