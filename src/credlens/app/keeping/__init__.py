"""Everything out, back in, and gone."""
