"""Codes, labels and legends: how a rating is written, where it begins and ends."""
