"""What the program does, without a window: services, importers, packets, the decoder and the operating system."""
