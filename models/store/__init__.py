"""Opens, migrates, queries, searches, verifies and backs up a shop's data folder, and returns records."""
