"""The version, once: the build reads it here, and `planbook --version` prints it."""

__version__ = "0.1.0"
