"""Read docx: the parts of a Word file → its words in reading order."""
