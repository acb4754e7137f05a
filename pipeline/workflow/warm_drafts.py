"""What every process needs that drafts, beside what `warm_checks` has."""

from pipeline.engines import drafting, opening, recall
from pipeline.workflow import drafting as work
from pipeline.workflow import memories, warm_checks

LOADED = (drafting, memories, opening, recall, warm_checks, work)
"""With all that they import."""
