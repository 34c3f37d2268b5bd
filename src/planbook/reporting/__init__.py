"""A merged quarter to figures: counts, movement, highlights, risks. No cells, no styles, no dates of its own."""
