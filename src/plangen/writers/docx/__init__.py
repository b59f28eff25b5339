"""Word documents (docx) that a clerk can go on editing; the one door to python-docx."""
