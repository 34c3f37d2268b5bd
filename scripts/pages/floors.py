"""The table of who may import whom in docs/contributing.md, from the test that holds it."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def floors_table() -> str:
    """One row a group of rooms that may import the same, from the lowest floor up."""
    spec = importlib.util.spec_from_file_location("test_floors", ROOT / "tests" / "test_floors.py")
    if spec is None or spec.loader is None:
        raise SystemExit("tests/test_floors.py cannot be loaded")
    house = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(house)
    except ModuleNotFoundError as fault:
        raise SystemExit(
            f"{fault.name} is needed for docs/contributing.md: run scripts/test.py once, it sets it up."
        ) from fault
    rooms: dict[str, set[str]] = house.ROOMS
    low = set(house.NOUNS) | set(house.TABLES)
    beside = {name: sorted(may - low) for name, may in rooms.items() if name not in low}
    lines = ["| rooms | may import |", "| --- | --- |"]
    lines.append(f"| {_names(house.NOUNS)} | the standard library, and `errors` the nouns of `model` |")
    lines.append(f"| {_names(house.TABLES)} | the row above, and one another |")
    alone = [name for name, others in beside.items() if not others]
    lines.append(f"| {_names(alone)} | the rows above, never each other |")
    lines += [f"| `{name}` | the first two rows, and {_names(others)} |" for name, others in beside.items() if others]
    lines.append(f"| {_names(house.STORIES)} | everything above: these tell the story |")
    return "\n".join(lines)


def _names(rooms: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(rooms))
