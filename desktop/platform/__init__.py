"""The operating system: paths, resources, opening, locking. One interface, one file per system where they differ."""
