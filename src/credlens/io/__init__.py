"""IO: the one door out.

Files, the store and the starter data are opened here and nowhere else; ``home.open_home`` puts them together for a face.
"""
