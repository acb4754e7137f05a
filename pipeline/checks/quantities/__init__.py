"""Quantities: `reading` finds numbers with all that belongs to them, `comparison` compares two texts.

`compare` goes from one to the other, `checks` reports what differs; `quantity` and `units` are what all
of them speak of, and `lexicon` is how each language says it.
"""
