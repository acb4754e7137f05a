"""Comparing the quantities of two texts: partners, what may be said otherwise, what was exchanged."""
