"""Imported taxonomies on this machine: compiled once into Arrow files under the home folder, memory-mapped when they are needed."""

from __future__ import annotations

FOLDER = "taxonomies"  # under the home folder
FORMAT = 1  # of the files below it; another number means that the release has to be imported again
