"""planbook against the yardstick, as a Markdown table: `python benchmarks/measure.py [--runs 5] [WORK...]`.

Whole processes in pairs, one of each in turn, medians of the pairs; what counts is the ratio, since machines differ
and are shared. Processor seconds tell more than the clock where others use the machine too, so both ratios are
shown; on two processes the clock counts. Inputs are made by code into a temporary folder (inputs.py).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from inputs import make_long_sheet, make_rows, make_workspace, write_plan
from yardstick import cells_of

YARDSTICK = (sys.executable, str(Path(__file__).with_name("yardstick.py")))
POOL = (sys.executable, str(Path(__file__).with_name("pool.py")))
PLANBOOK = (sys.executable, "-m", "planbook")
READ = (
    "import sys; from pathlib import Path; from planbook.reading import read; read(Path(sys.argv[1]).read_bytes(), 'a')"
)
LOAD = "import sys, openpyxl, pandas; openpyxl.load_workbook(sys.argv[1], rich_text=True)"
# As installed: compiled once, not at each start. The cache is a folder of its own, warmed before the clock runs.
CACHE = tempfile.mkdtemp(prefix="planbook-benchmark-")
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
ENVIRONMENT["PYTHONPYCACHEPREFIX"] = CACHE


class Spent(NamedTuple):
    """What one process took."""

    clock: float
    processor: float
    memory: float
    """MiB, at most."""


class Pair(NamedTuple):
    """Two ways to do one piece of work. `fresh` prepares what the first one uses up."""

    work: str
    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    most: str
    fresh: Callable[[], None] = lambda: None


def spend(command: tuple[str, ...]) -> Spent:
    """Run a process to its end; 1 is a status that planbook may end with."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Spent(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def measured(pair: Pair, runs: int) -> str:
    """One line of the table."""
    pairs = []
    if runs > 1:
        pair.fresh()
        spend(pair.ours), spend(pair.theirs)
    for _ in range(runs):
        pair.fresh()
        pairs.append((spend(pair.ours), spend(pair.theirs)))
    middle = statistics.median
    cells = [
        pair.work,
        f"{middle(ours.processor for ours, _ in pairs):.2f} s",
        f"{middle(theirs.processor for _, theirs in pairs):.2f} s",
        f"{middle(ours.processor / theirs.processor for ours, theirs in pairs):.2f}",
        f"{middle(ours.clock / theirs.clock for ours, theirs in pairs):.2f}",
        f"{middle(ours.memory / theirs.memory for ours, theirs in pairs):.2f}",
        pair.most,
    ]
    return f"| {' | '.join(cells)} |"


def quarter(folder: Path, plans: int, actions: int, most: str) -> Pair:
    """A quarter's job: a master of all plans, and a return for each. The master is made before the clock starts."""
    made, used = folder / f"quarter-{plans}", folder / f"quarter-{plans}-used"
    make_workspace(made, plans, actions)
    returns = made / "returns"
    returns.rename(folder / "later")
    returns.mkdir()
    spend((*PLANBOOK, "merge", str(made), "--as-of", "2019-11-01", "--quiet"))
    returns.rmdir()
    (folder / "later").rename(returns)

    def fresh() -> None:
        shutil.rmtree(used, ignore_errors=True)
        shutil.copytree(made, used)

    job = (*PLANBOOK, "merge", str(used), "--as-of", "2020-02-14", "--quiet")
    fresh()
    spend(job)
    cells = folder / f"master-{plans}.json"
    cells.write_text(json.dumps(cells_of(str(used / "master.xlsx"))), encoding="utf-8")
    inputs = [str(path) for path in sorted(made.rglob("*.xlsx")) if "history" not in path.parts]
    theirs = (*YARDSTICK, "--write", str(cells), str(folder / "yardstick.xlsx"), *inputs)
    return Pair(f"master of {plans * actions:,} actions, {plans} returns of {actions}", job, theirs, most, fresh)


def check(folder: Path) -> Pair:
    """One return checked."""
    path = folder / "one.xlsx"
    write_plan(path, 1, make_rows(1, 60))
    ours = (*PLANBOOK, "check", str(path), "--as-of", "2020-02-14", "--quiet")
    return Pair("one return checked", ours, (sys.executable, "-c", LOAD, str(path)), "0.35")


def long_sheet(folder: Path) -> Pair:
    """Reading alone."""
    path = folder / "long.xlsx"
    make_long_sheet(path, 100_000)
    return Pair(
        "reading 100,000 rows of 9 columns", (sys.executable, "-c", READ, str(path)), (*YARDSTICK, str(path)), "0.25"
    )


def many_returns(folder: Path, how: str, work: str, most: str) -> Pair:
    """300 returns on two processes; the clock's ratio counts."""
    many = folder / "many"
    for plan in range(300):
        write_plan(many / f"{plan}.xlsx", plan, make_rows(plan, 60))
    theirs = (*YARDSTICK, *(str(path) for path in sorted(many.iterdir())))
    return Pair(work, (*POOL, str(many), how), theirs, most)


def help_text(_: Path) -> Pair:
    """What a start costs, beside the bare interpreter."""
    return Pair(
        "`planbook --help` / bare interpreter", (*PLANBOOK, "--help"), (sys.executable, "-c", "pass"), "60 ms more"
    )


WORKS: dict[str, Callable[[Path], Pair]] = {
    "help": help_text,
    "check": check,
    "typical": lambda folder: quarter(folder, 10, 60, "0.45"),
    "many": lambda folder: many_returns(folder, "read", "reading 300 returns on 2 processes", "0.10 (clock)"),
    "opening": lambda folder: many_returns(folder, "open", "the same, to plans, handed over", "-"),
    "reading": long_sheet,
    "large": lambda folder: quarter(folder, 200, 100, "0.45; memory 0.7"),
}


def lines(works: list[str], runs: int) -> Iterator[str]:
    """The table, a line at a time."""
    yield "| work | planbook | yardstick | ratio (processor) | ratio (clock) | ratio (memory) | at most |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for name in works:
        with tempfile.TemporaryDirectory() as folder:
            yield measured(WORKS[name](Path(folder)), 1 if name == "large" else runs)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("works", nargs="*", choices=[*WORKS, []], help="which work; all if left out")
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    try:
        for line in lines(arguments.works or list(WORKS), arguments.runs):
            print(line, flush=True)
    finally:
        shutil.rmtree(CACHE, ignore_errors=True)


if __name__ == "__main__":
    main()
