"""Quantities: reading numbers with all that belongs to them, and comparing two texts."""
