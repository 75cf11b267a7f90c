"""Views: what each part of the report prints, as plain values. One file for each part; the templates only lay them out."""
