"""A text to its meaning. The doors are here; each has a folder of its own behind it."""
