"""Golden articles: `<case>/source.md` and its catalogue, and the page and the PDF that they make."""
