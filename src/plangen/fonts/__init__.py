"""Fonts: the classes of type that the standard names → font files, glyphs and their widths."""
