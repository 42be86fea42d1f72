"""Capturing a region of the screen as evidence, for any page."""
