"""The sample workspace as data and the few lines that lay it out: an invented partnership with an ordinary quarter."""
