"""The resolution wizard: questions, the live conclusion beside them, and the page that writes everything."""
