"""Proof (版式核验): what GB/T 9704-2012 asks of a document's pages, and what the pages have."""
