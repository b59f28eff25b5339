"""Rolling: a year's document × the documents above it → what changes for a later year."""
