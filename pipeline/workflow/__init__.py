"""The work: each module is one thing that a person asks for. The one place that joins core and edges."""
