"""Quantity: exact values and their Chinese, read and written by one grammar."""
