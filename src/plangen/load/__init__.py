"""Load: data files → model, every error with its file, line and key, all at once."""
