"""What the words of a heading mean, and what the cells below it tell."""
