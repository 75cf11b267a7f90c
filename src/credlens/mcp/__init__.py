"""MCP: the face for assistants. Not built yet; it will call ``app`` and nothing else, as ``cli`` does."""
