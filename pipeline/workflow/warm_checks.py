"""What every process needs that looks at articles one by one; `warm` has what pages need besides."""

from pipeline import checks, collect_rarely, po
from pipeline.articles import tree
from pipeline.render import clean
from pipeline.workflow import check, status

LOADED = (check, checks, po, status)
"""With all that they import."""

collect_rarely()
tree.machine().markdown.reset()
clean.clean("")
