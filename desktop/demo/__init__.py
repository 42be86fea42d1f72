"""The sample shop's evidence, drawn by the program itself: no picture of a real thing or person is in it."""
