"""Workbooks (xlsx, xls, ods) → a document's data, and that data as the sheets of a workbook."""
