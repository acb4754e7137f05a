"""Imprimatur: articles in, approved and localized web pages and PDFs out."""

__version__ = "0.1.0"
