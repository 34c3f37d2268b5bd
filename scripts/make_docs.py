"""Write the generated pages of the documentation, or check that they are fresh.

Start it with `.venv/bin/python scripts/make_docs.py [--check]`. Some pages come from the code as a whole, others have
single blocks that do. With `--check` nothing is written, and a stale page is named and gives exit status 1.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from pages.command_line import command_line_page
from pages.exceptions import exceptions_page
from pages.floors import floors_table
from pages.sample_run import filled, merge_of_sample
from pages.settings import settings_page
from pages.status import status_lines

ROOT = Path(__file__).resolve().parent.parent
COMMAND = ".venv/bin/python scripts/make_docs.py"
_MARK = "<!-- Made by scripts/make_docs.py: change the code that it is about, then run it again. -->\n"

PAGES: dict[str, Callable[[], str]] = {
    "docs/exceptions.md": exceptions_page,
    "docs/command-line.md": command_line_page,
    "docs/settings.md": settings_page,
}
BLOCKS: dict[str, Callable[[], str]] = {
    "merge-of-sample": merge_of_sample,
    "floors": floors_table,
    "status": status_lines,
}
PAGES_WITH_BLOCKS = ("README.md", "docs/start.md", "docs/contributing.md")


def fresh_pages() -> Iterator[tuple[Path, str]]:
    """Every generated page as it should be."""
    for name, make in PAGES.items():
        yield ROOT / name, _MARK + "\n" + make()
    for name in PAGES_WITH_BLOCKS:
        yield ROOT / name, filled((ROOT / name).read_text(encoding="utf-8"), BLOCKS)


def main(arguments: list[str]) -> int:
    """Write or check; gives 1 where a page is stale."""
    checking = "--check" in arguments
    stale = []
    for path, text in fresh_pages():
        there = path.read_text(encoding="utf-8") if path.exists() else ""
        if there == text:
            continue
        stale.append(path.relative_to(ROOT).as_posix())
        if not checking:
            path.write_text(text, encoding="utf-8", newline="\n")
    if checking and stale:
        print(f"Stale: {', '.join(stale)}. Run: {COMMAND}", file=sys.stderr)
        return 1
    print(f"Written: {', '.join(stale)}" if stale else "All generated pages are fresh.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
