"""Parts of what is handed out in small: a section of a page, a signature."""
