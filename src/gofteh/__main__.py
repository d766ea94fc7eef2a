"""``python -m gofteh``: the same as ``gofteh``."""

from gofteh.cli import main

main()
