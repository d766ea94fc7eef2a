"""The command line: ``gofteh COMMAND``; one module a command, imported when it runs."""


def main() -> None:
    """Run the command line and end the process with its exit code."""
    from gofteh.cli.app import app

    app()


__all__ = ["main"]
