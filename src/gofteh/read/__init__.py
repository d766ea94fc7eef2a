"""Reading: files, folders, addresses and standard input to articles."""

from gofteh.read.articles import read_articles
from gofteh.read.options import ReadOptions

__all__ = ["ReadOptions", "read_articles"]
