"""The Cases page: the list, the case page beside it, new cases and the import of orders."""
