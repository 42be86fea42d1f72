"""The packet on paper."""
