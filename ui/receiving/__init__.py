"""The window in which parcels are taken in with a scanner: returns, those nobody owns, undeliverable ones."""
