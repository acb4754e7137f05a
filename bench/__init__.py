"""Speed, measured beside the tools that people use today. `python -m bench` runs it all."""
