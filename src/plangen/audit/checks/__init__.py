"""Cross-checks inside a document: one rule, one file; ``run.cross_check`` goes through them."""
