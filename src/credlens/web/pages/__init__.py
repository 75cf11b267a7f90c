"""The pages: one file for each part of the journey, with its routes."""
