"""The evidence of a case or of all as tiles or a list, filtered and ordered."""
