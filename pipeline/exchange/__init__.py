"""Formats of other tools: TMX for translation memories, TBX for terminologies. Read as streams."""
