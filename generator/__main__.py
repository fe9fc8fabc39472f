"""specloom, or python -m generator"""

import os


def main() -> None:
    """Run the command line with the arguments of the process."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # to look for some reads what all packages say
    from .command.cli import run

    run()


if __name__ == "__main__":
    main()
