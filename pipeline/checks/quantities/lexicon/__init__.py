"""The words of quantities, a module for each language, each a value `LEXICON`."""
