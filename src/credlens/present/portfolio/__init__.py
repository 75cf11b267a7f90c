"""The portfolio as a website of a few files: READMEs made safe to show, pages, and what lies beside them."""
