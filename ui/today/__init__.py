"""The Today page: the morning board."""
