"""Typeset: document + sheet → line breaks, title shapes and the pages they come to."""
