"""`python -m pipeline`, and the command `pipeline`.

The commonest run of all, a publication with nothing to do, is over before the command line would be loaded.
"""

import sys


def main() -> None:
    """Run the command line."""
    if not _done(sys.argv[1:]):
        from pipeline.cli import main as run

        run(prog_name="pipeline")


def _done(arguments: list[str]) -> bool:
    """Tell of a publication with nothing to do, if that is all."""
    match arguments:
        case ["publish"]:
            root = "."
        case ["-C", root, "publish"]:
            pass
        case _:
            return False
    terminal = sys.stdout is not None and sys.stdout.isatty()
    if sys.stdout is None or (terminal and sys.platform == "win32"):
        return False
    from pipeline.workflow import unchanged

    kept = unchanged.recall(root)
    if kept is None or kept.findings:
        return False
    try:
        sys.stdout.write(f"{unchanged.told(kept, styled=terminal)}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        # The command line knows how to end where nobody listens any more.
        return False
    return True


if __name__ == "__main__":
    main()
