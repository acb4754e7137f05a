"""What every process of a build needs, loaded once: processes are forked from one that has it."""

from pipeline import collect_rarely, po
from pipeline.articles import tree
from pipeline.render import clean, web
from pipeline.workflow import index, rendering

LOADED = (index, po, rendering)
"""With all that they import."""

collect_rarely()
tree.machine().markdown.reset()
clean.clean("")
web.warm()
