"""The right side of the packet page: for whom, how full, what goes in, what leaves, what was made."""
