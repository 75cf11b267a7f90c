"""The catalog in the terminal: one file for each answer."""
