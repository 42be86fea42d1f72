"""Signing and locking the packet of a case, and verifying one, from the Packet page."""
