"""Folders, files, locks and settings: the only room that touches the disk."""
