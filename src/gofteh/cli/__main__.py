"""``python -m gofteh.cli``: the same as ``gofteh``."""

from gofteh.cli import main

if __name__ == "__main__":
    main()
