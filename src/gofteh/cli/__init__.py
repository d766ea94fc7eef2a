"""The command line: ``gofteh COMMAND``; one module a command, imported when it runs."""

import os


def main() -> None:
    """Run the command line and end the process with its exit code."""
    # The network's matrices are small, and the pool shares out articles: more threads in one
    # process only wait for one another. Set before numpy is loaded, and handed on to workers.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from gofteh.cli.app import app

    app()


__all__ = ["main"]
