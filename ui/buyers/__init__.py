"""The Buyers page."""
