"""Write the sample workspace anew.

Start it with `.venv/bin/python scripts/make_sample.py [FOLDER]`. Only `planbook.toml` is written by hand; all else in
the folder (default: workbooks/) comes from the data in scripts/sample/, and the same data give the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from sample.drafts import Draft
from sample.register import register_sheets
from sample.returns import returned_files
from sample.sheets import plan_bytes, table_bytes

ROOT = Path(__file__).resolve().parent.parent


def sample_files() -> dict[str, bytes]:
    """Every generated file of the sample workspace, by its path in it."""
    drafts = [Draft.of(number) for number in (1, 2, 3, 4)]
    return {
        "register.xlsx": table_bytes(register_sheets()),
        **{f"issued/{draft.plan['file']}": plan_bytes(draft) for draft in drafts},
        **{f"returns/{name}": data for name, data in returned_files().items()},
    }


def main(arguments: list[str]) -> int:
    """Write the files and say how many."""
    folder = Path(arguments[0]) if arguments else ROOT / "workbooks"
    files = sample_files()
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    print(f"{len(files)} files written to {folder}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
