"""The preview on this machine: the built pages over loopback, made again as files are saved.

Served pages get one script more, which reloads them when there is another one. The files in `output/`
stay as they are. What was saved is shown at once (`following`); the whole build follows in a process of
its own (`builder`), so that the next save need not wait for it.
"""

from pipeline.preview.builder import rebuild
from pipeline.preview.following import serve

__all__ = ["rebuild", "serve"]
