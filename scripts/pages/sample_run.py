"""What `planbook merge` prints of the sample, for the pages that show it: the words stay true by being made."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from merge_sample import AS_OF

from planbook.library import merge
from planbook.terminal import merge_text

ROOT = Path(__file__).resolve().parent.parent.parent
_GENERATED = ("master.xlsx", "history", ".planbook*")


def merge_of_sample() -> str:
    """The report of a first merge of a fresh copy of the sample, with short paths."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "workbooks"
        shutil.copytree(ROOT / "workbooks", copy, ignore=shutil.ignore_patterns(*_GENERATED))
        result = merge(copy, date.fromisoformat(AS_OF))
        text = "\n".join(merge_text(result, dry_run=False)).replace("\t", " ")
        lines = text.replace(str(copy), "workbooks").replace("\\", "/").strip("\n").split("\n")
        return "\n".join(["```text", *(line.rstrip() for line in lines), "```"])


def filled(page: str, fresh: dict[str, Callable[[], str]]) -> str:
    """A page with its blocks between `<!-- made: NAME -->` and `<!-- end -->` made anew."""

    def block(found: re.Match[str]) -> str:
        return f"{found['open']}\n{fresh[found['name']]()}\n<!-- end -->"

    return re.sub(r"(?P<open><!-- made: (?P<name>[\w-]+) -->)\n.*?<!-- end -->", block, page, flags=re.DOTALL)
