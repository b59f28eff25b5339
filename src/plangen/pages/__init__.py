"""Pages (版面): glyph runs, rules and pictures at exact places; what the writers of pages take."""
