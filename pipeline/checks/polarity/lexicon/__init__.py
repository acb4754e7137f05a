"""The words of polarity and modality, a module for each language, each a value `LEXICON`."""
