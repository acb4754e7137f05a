"""What readers see: the web theme, the PDF and the feeds. Values in, text and bytes out."""
