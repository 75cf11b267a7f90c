"""A credential in words: fields, values, sources, and the page of one as rows of plain values."""
