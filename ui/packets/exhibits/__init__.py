"""The left side of the Packet page: which exhibits go in, in which order, and how each is shown."""
