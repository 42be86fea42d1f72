"""The decoder: a separate process that opens files from buyers under limits and hands back raw pixels."""
