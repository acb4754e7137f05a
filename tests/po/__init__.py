"""Tests of reading and writing `.po` files."""
