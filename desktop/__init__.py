"""What the program does, without a window: services, jobs, packets, importers, exporters, the operating system."""
