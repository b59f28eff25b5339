"""Changes: the facts of two documents → what changed from one to the other."""
