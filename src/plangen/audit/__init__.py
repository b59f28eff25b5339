"""Compares a document's targets with the requirements of the documents above it."""
