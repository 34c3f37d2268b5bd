"""Base, ours and all theirs to one plan, in one pass (merge.md). Nothing here writes, asks or guesses."""
