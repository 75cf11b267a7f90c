"""Charts: small drawings made here, as SVG inside the page; colours come from the page's style sheet.

Horizontal places are percentages and there is no view box, so a drawing fills whatever width it gets without its text
or dots being stretched. Every drawing stands beside the same values in words, so it is hidden from screen readers.
"""
