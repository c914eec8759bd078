"""The `timeline` command, which is `python -m timeline` too: it ends in one line wherever Ctrl-C meets it, even while it is loaded."""

import sys


def main() -> None:
    """Load the command line and run it. Exits with the status of the command, 1 where Ctrl-C ended it."""
    try:
        from timeline.cli import main as command

        command(prog_name="timeline")
    except KeyboardInterrupt:
        sys.exit("\nAborted!")


if __name__ == "__main__":
    main()
