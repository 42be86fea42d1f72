"""Everything that imports Qt: the window, its pages and what they are made of."""
