"""The generated pages of docs/: each file here makes one of them from the code that it is about."""
