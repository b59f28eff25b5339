"""Web pages → read documents."""
