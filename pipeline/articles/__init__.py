"""Articles: Markdown in; messages, templates and localized HTML out. Pure functions of values."""

from pipeline.articles.article import Article, read
from pipeline.articles.messages import template

__all__ = ["Article", "read", "template"]
