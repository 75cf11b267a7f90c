"""Resumes drawn in many ways, to be read back."""
