"""Set planbook up and merge the sample workspace.

Start it with `python3 scripts/merge_sample.py`, or by a double-click on merge_sample.cmd. Nothing in this file is newer
than Python 3.0, so that an old Python can say that it is too old.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - it is here to be met by an older Python
    sys.exit(
        "planbook needs Python 3.11 or newer, and this is Python "
        + sys.version.split()[0]
        + ".\nInstall it from https://www.python.org/downloads/ and start this script with it."
    )

from _setup import ROOT, SetupError, prepare, run

AS_OF = "2026-01-30"
WORDS = """
What you have now
  The master: {master}
  Open it in Excel or LibreOffice. Start with the sheet Summary, then 'Exceptions - Decide': what waits for a decision.
  It was made from the plans in workbooks/issued and from what came back in workbooks/returns; neither was changed.
  The day of the merge is taken to be {as_of}, so that the sample looks alike on any day.
  {errors}
  The same for your own plans: put them into a folder like workbooks/ and run
    {planbook} merge FOLDER
  docs/start.md walks you through."""
ERRORS = (
    "Exceptions of severity 'error' are open, as they should be here: the sample has every kind of mess on purpose."
)


def main() -> int:
    """Set up, merge, and say in plain words what came of it. Exit status 0 where there is a master."""
    try:
        python = prepare("run")
    except SetupError as fault:
        print(fault, file=sys.stderr)
        return 2
    workspace = ROOT / "workbooks"
    print("Merging the sample workspace " + str(workspace) + "\n")
    status = run(python, "-m", "planbook", "merge", str(workspace), "--as-of", AS_OF)
    if status not in (0, 1):
        print("\nThe merge could not be done; the message above says why and what to do.", file=sys.stderr)
        return status
    command = str(python.with_name("planbook" + python.suffix))
    command = '"' + command + '"' if " " in command else command
    errors = ERRORS if status == 1 else "No exception of severity 'error' is open."
    print(WORDS.format(master=workspace / "master.xlsx", as_of=AS_OF, errors=errors, planbook=command))
    return 0


if __name__ == "__main__":
    sys.exit(main())
