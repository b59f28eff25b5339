"""The tree of an official document (公文): elements of GB/T 9704 under their own names."""
