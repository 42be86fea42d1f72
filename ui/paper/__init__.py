"""Paper: the print dialog, what is printed, and what several pages share of it."""
