"""Sheets of cells to plans: heading rows, columns, bands, actions, layout. Asks interpreting what a heading means."""
