"""Thin peewee classes, one file per noun. They never leave `models`."""
