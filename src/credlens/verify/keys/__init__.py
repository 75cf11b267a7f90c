"""Keys: reading them, finding them, and finding out whose they are."""
