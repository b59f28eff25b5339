"""Write: document → files, by the sheet's arrangement."""
