"""Report: what was found → text, JSON, and a document that leaves by the same writers."""
