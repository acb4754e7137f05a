"""Polarity and modality: whether a translation still denies, allows, demands and hedges."""
