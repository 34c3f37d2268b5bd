"""The parts of the story that `consolidate.py` tells: opening files, merging all plans, judging, summing up."""
