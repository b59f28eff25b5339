"""Read PDF: characters at their places → lines, tables and paragraphs."""
