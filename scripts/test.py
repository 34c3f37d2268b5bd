"""Set planbook up with what its tests need, and run them.

Start it with `python3 scripts/test.py [WHAT PYTEST TAKES]`, or by a double-click on test.cmd. Without arguments all
tests run, on all cores. Nothing in this file is newer than Python 3.0 (see merge_sample.py).
"""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - it is here to be met by an older Python
    sys.exit(
        "planbook needs Python 3.11 or newer, and this is Python "
        + sys.version.split()[0]
        + ".\nInstall it from https://www.python.org/downloads/ and start this script with it."
    )

from _setup import ROOT, SetupError, prepare, run


def main(arguments: list[str]) -> int:
    """Set up and run pytest from the project's folder; its exit status is the script's."""
    try:
        python = prepare("dev")
    except SetupError as fault:
        print(fault, file=sys.stderr)
        return 2
    os.chdir(ROOT)
    return run(python, "-m", "pytest", *(arguments or ["-n", "auto"]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
