"""Read: files that others wrote → their words, and where each of them stands."""
