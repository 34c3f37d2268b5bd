"""Which workbook is which plan, and which row is which action: merging and comparing share it."""
