"""Pages as a PDF: text that can be searched and read aloud, with its fonts inside."""
