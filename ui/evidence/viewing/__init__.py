"""One piece of evidence seen: canvas, stepping, and what is known of it."""
