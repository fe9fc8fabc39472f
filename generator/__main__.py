"""python -m generator"""

import os

if __name__ == "__main__":
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # to look for some reads what all packages say
    from .command.cli import run

    run()
