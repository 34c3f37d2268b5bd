"""Where one dated update ends and the next begins."""
