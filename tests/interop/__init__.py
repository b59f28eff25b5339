"""The docx in a word processor: laid out by LibreOffice, measured against the standard."""
