"""Drugs: the translation names those of the source, in its own spelling, and no other."""
