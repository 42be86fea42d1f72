"""The one way in for evidence in the window: what was pasted, dropped or chosen, kept, and what came of it."""
