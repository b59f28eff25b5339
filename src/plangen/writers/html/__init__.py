"""The document as one web page: semantic HTML that reads on a phone and prints on A4."""
