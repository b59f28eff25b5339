"""The sheet: geometry, styles and arrangement (编排) of GB/T 9704 as data, in one place."""
