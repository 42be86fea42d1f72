"""The Settings page: shops, people, the shop's own numbers, looks, rules in force, data."""
