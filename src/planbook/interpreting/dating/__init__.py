"""Every date that a text names: days, months, quarters, terms, years, and how sure each is."""
