"""What the checks catch and what they cry wolf over. `python -m bench.checks` measures it."""
