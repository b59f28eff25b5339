"""Official Chinese documents (公文) from data: drafted, laid out to GB/T 9704-2012, and checked."""
