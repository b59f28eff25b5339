"""How much of a file is read: enough for any official document, bounded for any other file."""

LARGEST_FILE = 64_000_000  # bytes
LARGEST_TEXT = 2_000_000  # characters; the longest reports of governments have some 100,000
MOST_PASSAGES = 100_000  # paragraphs, cells and headings
MOST_LINES = 100_000  # of a plain text, or of one paragraph
MOST_PAGES = 2_000
MOST_GLYPHS = 200_000  # of a page; a crowded one has 5,000
LARGEST_PAGE = 8_000_000  # bytes of a web page; its tree takes 10 times that
LARGEST_ENTRY = 24_000_000  # bytes of one unpacked entry of a zip; its tree takes 20 times that
LARGEST_ARCHIVE = 48_000_000  # bytes of all entries that are read
HIGHEST_RATIO = 200  # unpacked to packed bytes of an entry; the XML of Word stays under 60
SMALLEST_SUSPECT = 4_000_000  # bytes; below this size any ratio is harmless
MOST_ENTRIES = 10_000
LONGEST_READING = 60.0  # seconds for one file
MOST_COLUMNS = 200  # of a table
MOST_CELLS = 200_000  # of a table, spanned places too
