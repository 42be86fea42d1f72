"""The Registers page: what the wizard wrote, month by month."""
